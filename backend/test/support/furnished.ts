import type { TestApp } from './app.ts';
import { asSuperuser } from './databases.ts';
import { PNG, upload } from './files.ts';
import { newTenant, PASSWORD, type Person, type Tenant } from './people.ts';
import { sendSigned } from './signed.ts';
import { waitFor } from './sockets.ts';

export interface Furnished {
  tenant: Tenant;
  owner: Person;
  agent: Person;
  /** An id of this tenant for a route with `:id`. @throws Error for a resource that this does not know. */
  idFor: (path: string) => string;
}

/** A tenant with at least one row in every tenant table, nearly all of them made through the API. */
export async function furnishedTenant(app: TestApp): Promise<Furnished> {
  const tenant = await newTenant(app);
  const owner = await tenant.join({ role: 'owner' });
  const agent = await tenant.join({ role: 'agent' });
  const created = await agent.post('/tickets', { subject: 'Oven', body: 'Cold', requester: { email: 'rosa@school.test' }, tags: ['heat'] });
  const ticket = created.body as { id: string; requester: { id: string } };
  await agent.post(`/tickets/${ticket.id}/assign`, { assigneeId: agent.id }).expect(200);
  const team = (await owner.post('/teams', { name: 'Day', memberIds: [agent.id] }).expect(201)).body as { id: string };
  const attachment = await upload(agent, 'oven.png', PNG);
  await agent.post(`/tickets/${ticket.id}/note`, { body: 'Thermostat', attachmentIds: [attachment.id] }).expect(201);
  await owner.post(`/tickets/${ticket.id}/note`, { body: 'Thermostat', mentions: [agent.id] }).expect(201);
  const notified = (await agent.get('/notifications').expect(200)).body as { items: { id: string }[] };
  await agent.patch('/notifications/preferences', { noted: true }).expect(200);
  const answer = (await owner.post('/canned-answers', { name: 'Greeting', shortcut: 'hello-all', body: 'Hello', shared: true }).expect(201)).body as { id: string };
  const view = (await owner.post('/ticket-views', { name: 'Heat', filter: { field: 'tags', op: 'has', value: ['heat'] }, shared: true }).expect(201)).body as { id: string };
  const other = (await agent.post('/tickets', { subject: 'Fridge', requester: { email: 'jan@school.test' } }).expect(201)).body as { id: string };
  await agent.post(`/tickets/${other.id}/link`, { ticketId: ticket.id, kind: 'related' }).expect(200);
  await agent.post(`/tickets/${other.id}/merge`, { into: ticket.id }).expect(200);
  const field = (await owner.post('/fields', { key: 'room', label: 'Room', kind: 'text' }).expect(201)).body as { id: string };
  await agent.patch(`/tickets/${ticket.id}`, { fields: { room: 'B12' } }).expect(200);
  const company = (await agent.post('/companies', { name: 'Grundschule Nord' }).set('idempotency-key', 'school-1').expect(201)).body as { id: string };
  await agent.patch(`/contacts/${ticket.requester.id}`, { companyId: company.id }).expect(200);
  const invitation = (await owner.post('/invitations', { email: 'furnished@kontor.test', role: 'agent' }).expect(201)).body as { id: string };
  const key = (await owner.post('/api-keys', { name: 'Board', scopes: ['ticket:read'], password: PASSWORD }).expect(201)).body as { id: string };
  const mail = (await owner.get('/mails?kind=invitation').expect(200)).body as { items: { id: string }[] };
  const double = (await agent.post('/contacts', { name: 'Rosa' }).expect(201)).body as { id: string };
  await agent.post(`/contacts/${ticket.requester.id}/merge`, { sourceId: double.id }).expect(200);
  await asSuperuser(app.database.superuserUrl, (client) => client.query(`INSERT INTO quotas (tenant_id, name, subject, full_at) VALUES ($1, 'PASSWORD_RESET', $2, now() + '1 hour')`, [tenant.id, `user:${agent.id}`]));
  const webhooks = await furnishedWebhooks(app, owner);
  const session = (await agent.get('/auth/session').expect(200)).body as { id: string };
  await asSuperuser(app.database.superuserUrl, async (client) => {
    for (const table of ['relay_cursors', 'audit_chains']) {
      await waitFor(async () => (await client.query(`SELECT 1 FROM ${table} WHERE tenant_id = $1`, [tenant.id])).rowCount || undefined);
    }
  });
  const operation = (await owner.post('/tickets/export', {}).expect(201)).body as { id: string };
  await waitFor(async () => ((await owner.get(`/operations/${operation.id}`)).body as { state: string }).state === 'done' || undefined);
  const ids: Record<string, string> = { ...webhooks, 'api-keys': key.id, mails: mail.items[0]!.id, operations: operation.id, tickets: ticket.id, fields: field.id, contacts: ticket.requester.id, companies: company.id, notifications: notified.items[0]!.id, 'canned-answers': answer.id, 'ticket-views': view.id, members: agent.id, sessions: session.id, teams: team.id, invitations: invitation.id, attachments: attachment.id };
  return { tenant, owner, agent, idFor: (path) => idFor(ids, path) };
}

/** An endpoint that was sent something, and a connection from which a ticket came. */
async function furnishedWebhooks(app: TestApp, owner: Person): Promise<Record<string, string>> {
  const endpoint = (await owner.post('/webhook-endpoints', { url: 'https://hooks.invalid/' }).expect(201)).body as { id: string };
  const delivery = (await owner.post(`/webhook-endpoints/${endpoint.id}/test`).expect(201)).body as { id: string };
  const connection = (await owner.post('/webhook-connections', { provider: 'standard', name: 'Shop' }).expect(201)).body as { id: string; path: string; secret: string };
  const message = { type: 'message_received', data: { thread: 'order 1', from: { email: 'rosa@school.test' }, body: 'Where is it?' } };
  await sendSigned(app, connection, message).expect(204);
  await waitFor(async () => ((await owner.get(`/webhook-connections/${connection.id}/receipts`)).body as { items: { state: string }[] }).items[0]?.state === 'done' || undefined);
  await waitFor(async () => ((await owner.get(`/webhook-deliveries/${delivery.id}`)).body as { attempts: number }).attempts > 0 || undefined, 20_000);
  return { 'webhook-endpoints': endpoint.id, 'webhook-deliveries': delivery.id, 'webhook-connections': connection.id };
}

function idFor(ids: Record<string, string>, path: string): string {
  const resource = /([a-z-]+)\/:id/.exec(path)?.[1] ?? '';
  const id = ids[resource];
  if (id === undefined) throw new Error(`Furnish a tenant with an id for ${path}.`);
  return id;
}

