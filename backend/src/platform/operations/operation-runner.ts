import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { requireEnrolled } from '../access/access.guard.ts';
import { MEMBER_RIGHTS, memberActor } from '../access/member-actor.ts';
import { currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { databaseError } from '../database/errors.ts';
import { LEASE_DOES_NOT_HOLD, MEMBER_NOT_ACTIVE } from '../database/scope.ts';
import { ProblemError } from '../http/problems.ts';
import { reportError } from '../telemetry/report-error.ts';
import { OperationHint } from './operation-hint.ts';
import { OperationLeases, type Lease } from './operation-leases.ts';
import { OperationsService } from './operations.service.ts';

const POLL_MS = 1_000;
const SWEEP_MS = 60_000;
const MOST_ATTEMPTS = 5;

/**
 * Works on the operations of all tenants, one step after the other, each as the member who started it. Every process
 * runs one; what a process that died has left is taken up when its lease is over.
 */
@Injectable()
export class OperationRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #stopped = false;
  #hasMore = false;
  #wake: () => void = () => undefined;
  #loop: Promise<void> = Promise.resolve();
  #hints: Subscription | undefined;
  #sweptAt = 0;

  constructor(
    private readonly database: Database,
    private readonly leases: OperationLeases,
    private readonly operations: OperationsService,
    private readonly hint: OperationHint,
  ) {}

  onApplicationBootstrap(): void {
    this.#hints = this.hint.given.subscribe(() => this.#nudge());
    this.#loop = this.#run();
  }

  /** Ends after the step that is under way, before connections are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    this.#hints?.unsubscribe();
    this.#nudge();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#hasMore = false;
      const worked = await this.#turn().catch((error: unknown) => {
        if (!this.#stopped) reportError(error, { category: 'operation', severity: 'warning' });
        return false;
      });
      if (!worked && !this.#hasMore && !this.#stopped) await this.#sleep();
    }
  }

  /** One step of the operation that has waited longest; false where none waits. */
  async #turn(): Promise<boolean> {
    if (Date.now() > this.#sweptAt + SWEEP_MS) {
      this.#sweptAt = Date.now();
      await this.leases.sweep();
    }
    const lease = await this.leases.take();
    if (!lease) return false;
    await this.#step(lease).catch((error: unknown) => this.#failed(lease, error));
    return true;
  }

  #step({ tenantId, operationId, userId, secret }: Lease): Promise<boolean> {
    return this.database.run({ scope: { tenantId, operationId, lease: secret } }, async () => {
      const rights = (await this.database.one(MEMBER_RIGHTS, [userId]))!;
      const actor = memberActor(rights, { tenantId, userId });
      requireEnrolled(actor);
      currentContext().actor = actor;
      return this.operations.advance(operationId);
    });
  }

  async #failed(lease: Lease, error: unknown): Promise<void> {
    const code = databaseError(error)?.code;
    // Cancelled, or so slow to begin that another process has it.
    if (code === LEASE_DOES_NOT_HOLD) return;
    if (code === MEMBER_NOT_ACTIVE) return this.leases.fail(lease, 'FORBIDDEN', 'The member who started it is no longer active.');
    if (error instanceof ProblemError) return this.leases.fail(lease, error.code, error.message);
    const isLast = lease.attempts >= MOST_ATTEMPTS;
    reportError(error, { category: 'operation', severity: isLast ? 'error' : 'warning', context: { operationId: lease.operationId } });
    await (isLast ? this.leases.fail(lease, 'INTERNAL', 'It failed several times in a row.') : this.leases.retry(lease));
  }

  #nudge(): void {
    this.#hasMore = true;
    this.#wake();
  }

  #sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
