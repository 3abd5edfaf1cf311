import { ApiProblem, localProblem } from './problem.ts';
import { traceId } from './api.ts';

/** What a form with files carries: `attachment` is `<id>/<bytes>/<name>`, `refused` is `<code>/<name>`. */
export const FILE_FIELDS = ['attachment', 'refused'] as const;

/**
 * The ids of a form's files. Where one that came with the form was refused, nothing is sent: what was written and the other
 * files are shown again, with the reason beside the name.
 */
export async function attachmentIds(texts: (field: (typeof FILE_FIELDS)[number]) => string[]): Promise<string[]> {
  if (texts('refused').length > 0) throw new ApiProblem(localProblem('VALIDATION_FAILED', await traceId()));
  return texts('attachment').map((value) => value.split('/', 1)[0] ?? '');
}
