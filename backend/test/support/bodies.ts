/** A body that each route with one takes, by its path. The document's own examples would do, were there any. */
export const BODIES: Record<string, Record<string, unknown>> = {
  'POST /api/v1/auth/sign-in': { email: 'nobody@kontor.test', password: 'a wrong password' },
  'POST /api/v1/auth/switch': { tenantId: '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02' },
  'POST /api/v1/auth/password': { currentPassword: 'a wrong password', newPassword: 'another long password' },
  'POST /api/v1/invitations/inspect': { token: `kin_${'x'.repeat(43)}` },
  'POST /api/v1/invitations/accept': { token: `kin_${'x'.repeat(43)}`, name: 'Rosa', password: 'a long enough password' },
  'PATCH /api/v1/members/:id': { role: 'viewer' },
  'POST /api/v1/teams': { name: 'Night', memberIds: [] },
  'PATCH /api/v1/teams/:id': { name: 'Late' },
  'PATCH /api/v1/workspace': { name: 'Harbor' },
  'PATCH /api/v1/users/me': { name: 'Rosa' },
  'POST /api/v1/contacts': { name: 'Rosa', email: 'rosa@kontor.test' },
  'PATCH /api/v1/contacts/:id': { name: 'Rosa Lind', phones: ['+49 40 5550 012'] },
  'PUT /api/v1/contacts/by-external-id/:externalId': { name: 'Rosa Lind', emails: ['rosa.lind@kontor.test'] },
  'POST /api/v1/companies': { name: 'Grundschule Nord', domain: 'grundschule-nord.example' },
  'PATCH /api/v1/companies/:id': { note: 'Lunch at noon.' },
  'POST /api/v1/tickets': { subject: 'Oven 3', priority: 'high', body: 'It drifts.', requester: { email: 'rosa@kontor.test', name: 'Rosa' }, tags: ['heat'] },
  'PATCH /api/v1/tickets/:id': { subject: 'Oven 4' },
  'POST /api/v1/tickets/:id/assign': { assigneeId: null },
  'POST /api/v1/tickets/:id/reply': { body: 'We are on it.' },
  'POST /api/v1/tickets/:id/note': { body: 'Thermostat?' },
  'POST /api/v1/tickets/:id/transition': { status: 'open' },
};

/** Routes that take no body at all. */
export const BODYLESS = [
  'POST /api/v1/companies/:id/archive',
  'POST /api/v1/companies/:id/restore',
  'POST /api/v1/contacts/:id/archive',
  'POST /api/v1/contacts/:id/restore',
  'POST /api/v1/auth/sign-out',
  'POST /api/v1/members/:id/deactivate',
  'POST /api/v1/members/:id/reactivate',
  'POST /api/v1/members/leave',
  'POST /api/v1/realtime/tokens',
  'POST /api/v1/teams/:id/close',
];
