import { Injectable } from '@nestjs/common';
import { Credentials } from '../../platform/access/credentials.ts';
import { SecurityDecisions } from '../../platform/access/security-decisions.ts';
import { Sessions } from '../../platform/access/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { currentActor, currentContext } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Conflict, Invalid } from '../../platform/http/problems.ts';
import { USER } from '../auth/auth.queries.ts';
import type { EnrolmentBody, RecoveryCodesBody, SecondFactorBody } from '../users.shapes.ts';
import { newSecret } from './one-time-password.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { SecondFactorCheck } from './second-factor-check.ts';
import type { ProveDto } from './second-factor.dto.ts';
import { ADD_CODES, CODES_LEFT, CONFIRM, DROP_CODES, DROP_SECOND_FACTOR, END_OTHER_SESSIONS, ENROL, RENEW_ALL_RIGHTS, SECOND_FACTOR } from './second-factor.queries.ts';

/** What a person does with their own second factor. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly check: SecondFactorCheck,
    private readonly decisions: SecurityDecisions,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<SecondFactorBody> {
    const { userId } = currentActor();
    const [[kept], [codes]] = await Promise.all([this.database.query(SECOND_FACTOR, [userId]), this.database.query(CODES_LEFT, [userId])]);
    return { enabledAt: kept?.confirmedAt ?? null, recoveryCodesLeft: codes!.left };
  }

  /** A new secret, told once; it counts from its first code on. */
  async enrol(password: string): Promise<EnrolmentBody> {
    const { userId } = currentActor();
    await this.#confirmPassword(password);
    const user = (await this.database.one(USER, [userId]))!;
    const { secret, key, uri } = newSecret(user.email ?? user.name);
    const enrolled = await this.database.one(ENROL, [userId, this.check.seal(userId, secret), this.clock.now().toISOString()]);
    if (!enrolled) throw new Conflict('There is a second factor already. Turn it off before you set up another.');
    return { key, uri };
  }

  /** The first code shows that the secret arrived; the recovery codes are told once. Sessions that a password alone has opened end. */
  async confirm(code: string): Promise<RecoveryCodesBody> {
    const { userId, sessionId } = currentActor();
    if (await this.check.isOn(userId)) throw new Conflict('There is a second factor already.');
    await this.#useCode(code);
    const confirmed = await this.database.one(CONFIRM, [userId, this.clock.now().toISOString()]);
    if (!confirmed) throw new Conflict('There is a second factor already.');
    await this.database.query(END_OTHER_SESSIONS, [userId, sessionId]);
    await this.#renewRights();
    this.#tell('second_factor_enabled');
    return this.#newCodes();
  }

  async renewRecoveryCodes({ password, code }: ProveDto): Promise<RecoveryCodesBody> {
    await this.#prove(password, code);
    this.#tell('recovery_codes_renewed');
    return this.#newCodes();
  }

  async disable({ password, code }: ProveDto): Promise<void> {
    const { userId } = currentActor();
    await this.#prove(password, code);
    await this.database.query(DROP_CODES, [userId]);
    await this.database.query(DROP_SECOND_FACTOR, [userId]);
    await this.#renewRights();
    this.#tell('second_factor_disabled');
  }

  /** A second factor is the person's, in whichever workspace they stand just now. */
  #tell(action: 'second_factor_enabled' | 'second_factor_disabled' | 'recovery_codes_renewed'): void {
    this.decisions.tell({ action, subjectId: currentActor().userId, everywhere: true });
  }

  async #prove(password: string, code: string): Promise<void> {
    await this.#confirmPassword(password);
    if (!(await this.check.isOn(currentActor().userId))) throw new Conflict('There is no second factor.');
    await this.#useCode(code);
  }

  /** Before the first query, so that no connection waits for the hashing. */
  async #confirmPassword(password: string): Promise<void> {
    const proven = await this.credentials.confirm(currentActor().userId, password, currentContext().address);
    if (!proven) throw Invalid.field('/password', 'INVALID_VALUE', 'Is not your present password.');
  }

  async #useCode(code: string): Promise<void> {
    const isUsed = await this.check.use(currentActor().userId, code, currentContext().address);
    if (!isUsed) throw Invalid.field('/code', 'INVALID_VALUE', 'Is not a code of now, or was used.');
  }

  async #newCodes(): Promise<RecoveryCodesBody> {
    const { userId } = currentActor();
    const recoveryCodes = newRecoveryCodes();
    await this.database.query(DROP_CODES, [userId]);
    await this.database.query(ADD_CODES, [userId, recoveryCodes.map(hashRecoveryCode)]);
    return { recoveryCodes };
  }

  async #renewRights(): Promise<void> {
    const { userId } = currentActor();
    await this.database.query(RENEW_ALL_RIGHTS, [userId]);
    this.database.afterCommit(() => this.sessions.end(userId));
  }
}
