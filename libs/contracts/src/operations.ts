/** Work that takes longer than a request: it goes on by itself, can be left and found again. Append-only. */
export const OPERATION_KINDS = ['ticket_bulk', 'ticket_export', 'contact_export', 'contact_import'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

export const OPERATION_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

/** Ended, one way or the other. */
export const ENDED_STATES = ['done', 'failed', 'cancelled'] as const satisfies OperationState[];

/** What became of an item. In a dry run: what would become of it. */
export const OUTCOMES = ['changed', 'created', 'updated', 'skipped', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an item was refused, where no error of the API says it. */
export const REFUSALS = ['BROKEN_BYTES', 'DUPLICATE', 'COLUMNS'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Hours that the file of an export is kept. */
export const FILE_HOURS = 24;
/** Days that the result of each item is kept. */
export const RESULT_DAYS = 7;

/** Tickets that one bulk change takes by their ids, and by a filter. */
export const BULK_LIMITS = { ids: 500, matching: 10_000, atOnce: 50 } as const;

/** Bounds of an imported file; `line` in characters. */
export const IMPORT_LIMITS = { bytes: 10_485_760, rows: 50_000, columns: 200, line: 65_536 } as const;
