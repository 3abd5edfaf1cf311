import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../access/decorators.ts';
import { issueToken } from '../access/tokens.ts';
import { currentActor } from '../context.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { Answers } from '../http/answers.ts';
import { HoldsSecret } from '../http/holds-secret.ts';
import { Instant, Shape, Text } from '../http/shapes.ts';

const ISSUE = sql<{ expiresAt: string }>(`
  INSERT INTO realtime_tokens (token_hash, session_id, expires_at) VALUES ($1, $2, $3)`);
const LIFETIME_MS = 60_000;

const RealtimeTokenShape = Shape('RealtimeToken', { token: Text(), expiresAt: Instant() });

@ApiTags('realtime')
@Controller('realtime')
export class RealtimeController {
  constructor(private readonly database: Database) {}

  /** A token for one socket handshake within 60 seconds, bound to the session: what a browser's script may hold. */
  @Post('tokens')
  @HoldsSecret()
  @Can()
  @Answers(RealtimeTokenShape, 201)
  async issue() {
    const { token, hash } = issueToken('realtime');
    const expiresAt = new Date(Date.now() + LIFETIME_MS).toISOString();
    await this.database.query(ISSUE, [hash, currentActor().sessionId, expiresAt]);
    return { token, expiresAt };
  }
}
