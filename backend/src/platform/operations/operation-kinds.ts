import { Injectable } from '@nestjs/common';
import type { OperationKind, OperationState, Outcome } from '@kontor/contracts/operations';
import type { Permission } from '@kontor/contracts/permissions';

/** An operation as its kind works on it. */
export interface Operation {
  id: string;
  kind: OperationKind;
  state: OperationState;
  /** What the feature gave when it started. */
  parameters: Record<string, unknown>;
  total: number | null;
  position: number;
  /** Where the feature goes on; its own text. */
  cursor: string | null;
  counts: Partial<Record<Outcome, number>>;
}

/** One item, as it was given. `position` is from 1. */
export interface Item {
  position: number;
  subjectId: string | null;
  data: unknown;
}

/** How far a step has come. What it wrote is committed together with this. */
export interface Step {
  position: number;
  /** Where it shows only now, or is another than was counted. */
  total?: number;
  counts: Operation['counts'];
  cursor?: string;
  isDone: boolean;
}

/** What a feature says of its long work. All of it runs inside the tenant, as the member who started it. */
export interface OperationWork {
  /** Without one of these the operation stops. Asked anew at every step. */
  permissions: (operation: Operation) => readonly Permission[];
  /** Does a bounded part (about half a second), in one transaction. */
  step: (operation: Operation) => Promise<Step>;
  /** What items are called, by subject; those that the reader may not see are left out. */
  labels?: (subjectIds: readonly string[]) => Promise<Map<string, string>>;
  /** What an item without a subject is called. */
  label?: (item: Item) => string;
  file?: OperationFile;
}

/** A CSV file of what an operation has found; read under the reader's present rights. */
export interface OperationFile {
  permission: Permission;
  name: string;
  head: (operation: Operation) => string;
  /** Lines of the `limit` positions behind `after`, each with its end. */
  lines: (operation: Operation, after: number, limit: number) => Promise<string[]>;
}

/** All kinds of long work that the loaded features know. */
@Injectable()
export class OperationKinds {
  readonly #works = new Map<OperationKind, OperationWork>();

  register(kind: OperationKind, work: OperationWork): void {
    this.#works.set(kind, work);
  }

  /** @throws Error where no loaded feature knows the kind. */
  of(kind: OperationKind): OperationWork {
    const work = this.#works.get(kind);
    if (!work) throw new Error(`Nothing here works on ${kind}.`);
    return work;
  }
}
