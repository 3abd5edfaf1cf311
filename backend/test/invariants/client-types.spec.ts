import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { inWorkspace } from '../../../tools/lib/workspace.ts';
import { installedProgram } from '../../../tools/lib/installed-program.ts';
import { runNode } from '../../../tools/lib/run-program.ts';

it('the types of the client are those of the OpenAPI document; where it changed, they are made anew', async () => {
  // Renew with `npm run generate -w @kontor/client` after a build.
  const { code, output } = await runNode(installedProgram('openapi-typescript'), [inWorkspace('libs/client/openapi.json')]);
  expect(code).toBe(0);
  expect(output.trim()).toBe((await readFile(inWorkspace('libs/client/src/schema.generated.ts'), 'utf8')).trim());
});
