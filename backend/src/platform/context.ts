import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './access/actor.ts';
import type { UnitOfWork } from './database/unit-of-work.ts';

/** What belongs to one request, from the socket to the log line. Ambient, so that no signature passes it along. */
export interface RequestContext {
  /** 32 hex digits (W3C Trace Context). */
  readonly traceId: string;
  /** The caller's true address. */
  readonly address: string;
  readonly userAgent: string | null;
  /** True where Kontor's own frontend asks on behalf of a person. */
  readonly isFrontend: boolean;
  /** Sets a header of the answer. */
  readonly setHeader?: (name: string, value: string) => void;
  actor?: Actor | undefined;
  unit?: UnitOfWork;
  /** Runs a short unit of work, where the handler has none that spans it (`@InSteps`). */
  step?: <T>(work: () => Promise<T>) => Promise<T>;
}

export const requestContext = new AsyncLocalStorage<RequestContext>();

/** @throws Error outside a request. */
export function currentContext(): RequestContext {
  const context = requestContext.getStore();
  if (!context) throw new Error('There is no request here.');
  return context;
}

/** The signed-in member. @throws Error on a public route. */
export function currentActor(): Actor {
  const { actor } = currentContext();
  if (!actor) throw new Error('Nobody is signed in here.');
  return actor;
}
