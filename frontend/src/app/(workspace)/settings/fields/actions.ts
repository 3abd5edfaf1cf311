'use server';

import type { FieldKind } from '@kontor/contracts/tickets';
import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

/** One option a line, each once. */
const optionsOf = (lines: string) => [...new Set(lines.split('\n').map((line) => line.trim()))].filter(Boolean);

export const createField = action({
  fields: ['label', 'key', 'kind', 'options', 'requiredToSolve'],
  explain: { CONFLICT: 'field' },
  run: async ({ text, choice, tenant }): Promise<never> => {
    const body = {
      label: text('label').trim(),
      key: text('key').trim(),
      kind: choice<FieldKind>('kind'),
      options: optionsOf(text('options')),
      requiredToSolve: text('requiredToSolve') === 'true',
    };
    await call('POST', '/fields', { body, tenant });
    redirect('/settings/fields');
  },
});

export const updateField = action({
  fields: ['id', 'version', 'label', 'options', 'requiredToSolve', 'position'],
  run: ({ text, has, tenant }) =>
    call('PATCH', '/fields/{id}', {
      path: { id: text('id') },
      body: {
        label: text('label').trim(),
        options: has('options') ? optionsOf(text('options')) : undefined,
        requiredToSolve: text('requiredToSolve') === 'true',
        position: Number(text('position')),
      },
      tenant,
      version: text('version'),
    }),
});

/** Takes a field out of use, or into it again. */
export const archiveField = action({
  fields: ['id', 'archived'],
  run: ({ text, tenant }) => call('PATCH', '/fields/{id}', { path: { id: text('id') }, body: { archived: text('archived') === 'true' }, tenant }),
});
