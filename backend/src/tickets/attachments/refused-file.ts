import { ProblemError } from '../../platform/http/problems.ts';

/** Why one file of several is refused, while the others are taken. */
export const FILE_REFUSALS = [
  'FILE_EMPTY',
  'FILE_TYPE_REFUSED',
  'FILE_MISMATCH',
  'FILE_ACTIVE_CONTENT',
  'TOO_LARGE',
  'TOO_MANY',
  'STORAGE_FULL',
  'QUOTA_EXCEEDED',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** The refusal in a problem; undefined where it does not concern this one file. */
export function refusalOf(error: unknown): FileRefusal | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  if (error.code === 'PAYLOAD_TOO_LARGE') return 'TOO_LARGE';
  const code: string = error.extras.errors?.[0]?.code ?? error.code;
  return FILE_REFUSALS.find((refusal) => refusal === code);
}
