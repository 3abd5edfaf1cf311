import { Injectable, type OnModuleInit } from '@nestjs/common';
import { requireEnrolled } from '../access/access.guard.ts';
import { MEMBER_RIGHTS, memberActor } from '../access/member-actor.ts';
import { currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { databaseError } from '../database/errors.ts';
import { LEASE_DOES_NOT_HOLD, MEMBER_NOT_ACTIVE } from '../database/scope.ts';
import { ProblemError } from '../http/problems.ts';
import { Jobs } from '../jobs/jobs.ts';
import { reportError } from '../telemetry/report-error.ts';
import { OperationLeases, type Lease } from './operation-leases.ts';
import { OPERATION_STEP, OperationsService } from './operations.service.ts';

const MOST_ATTEMPTS = 5;

/**
 * Works on operations as the members who started them, a step a job: the step sends the job of the next one with its own
 * COMMIT. The next waits behind what other operations have waiting, so that a long one keeps no short one waiting.
 */
@Injectable()
export class OperationSteps implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly leases: OperationLeases,
    private readonly operations: OperationsService,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ operationId: string }>(OPERATION_STEP, {
      run: ({ operationId }, { tenantId }) => this.#turn(tenantId!, operationId),
      // The operation counts its tries itself, those that a crash has ended among them.
      retry: { limit: 2 * MOST_ATTEMPTS, delay: 1, longest: 10 },
    });
    this.jobs.register('sweep-operations', { every: '* * * * *', run: () => this.leases.sweep() });
  }

  async #turn(tenantId: string, operationId: string): Promise<void> {
    const lease = await this.leases.take(tenantId, operationId);
    // It has ended; or another process is at it, whose own job goes on with it.
    if (!lease) return;
    if (lease.attempts > MOST_ATTEMPTS) return this.#giveUp(lease);
    try {
      await this.#step(lease);
    } catch (error) {
      await this.#failed(lease, error);
    }
  }

  #step({ tenantId, operationId, userId, secret }: Lease): Promise<void> {
    return this.database.run({ scope: { tenantId, operationId, lease: secret } }, async () => {
      const rights = (await this.database.one(MEMBER_RIGHTS, [userId]))!;
      const actor = memberActor(rights, { tenantId, userId });
      requireEnrolled(actor);
      currentContext().actor = actor;
      if (await this.operations.advance(operationId)) return;
      // The key: a step that runs twice leads to one next step.
      await this.jobs.enqueue(OPERATION_STEP, { operationId }, { key: operationId });
    });
  }

  async #failed(lease: Lease, error: unknown): Promise<void> {
    const code = databaseError(error)?.code;
    // Cancelled, or so slow to begin that another process has it.
    if (code === LEASE_DOES_NOT_HOLD) return;
    if (code === MEMBER_NOT_ACTIVE) return this.leases.fail(lease, 'FORBIDDEN', 'The member who started it is no longer active.');
    if (error instanceof ProblemError) return this.leases.fail(lease, error.code, error.message);
    if (lease.attempts >= MOST_ATTEMPTS) {
      reportError(error, { category: 'operation', severity: 'error', context: { operationId: lease.operationId } });
      return this.#giveUp(lease);
    }
    await this.leases.giveBack(lease);
    throw error;
  }

  #giveUp(lease: Lease): Promise<void> {
    return this.leases.fail(lease, 'INTERNAL', 'It failed several times in a row.');
  }
}
