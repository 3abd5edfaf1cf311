import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { errorSections } from '../../src/platform/http/error-sections.ts';

it('explains every error code in docs/errors.md as /api/docs/errors does', async () => {
  const text = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  // Otherwise: npm run build && npm run generate -w @kontor/backend
  expect(text.slice(text.indexOf('\n## ') + 1)).toBe(errorSections());
});
