'use server';

import type { Role } from '@kontor/contracts/permissions';
import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

export const createServiceMember = action({
  fields: ['name', 'role', 'ticketVisibility'],
  run: async ({ text, choice, tenant }): Promise<never> => {
    await call('POST', '/service-members', { body: { name: text('name').trim(), role: choice<Exclude<Role, 'owner'>>('role'), ticketVisibility: choice('ticketVisibility') }, tenant });
    redirect('/settings/service-members');
  },
});
