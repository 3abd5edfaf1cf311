import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ListedMailBody, SendingBody } from '../../src/platform/mail/mail.shape.ts';
import { startApp, WEB_ORIGIN, type TestApp } from '../support/app.ts';
import { moveClock } from '../support/clock.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { address, type House, houseOf, invite, mail, mails, reaches, tested } from '../support/mails.ts';
import { bodyOf } from '../support/reader.ts';
import { waitFor } from '../support/sockets.ts';
import { behind } from '../support/sessions.ts';

let server: MailServer;
let app: TestApp;
beforeAll(async () => {
  server = await startMailServer();
  app = await startApp({ SMTP_URL: server.url, KONTOR_MAIL_FROM: 'Kontor <kontor@kontor.test>', KONTOR_SMTP_TIMEOUT: '1000' });
});
afterAll(async () => {
  await app.close();
  await server.close();
});

const house = (name?: string) => houseOf(app, name);

describe('a message', () => {
  it('leaves after its transaction, and is noted as sent', async () => {
    const { owner } = await house();
    const written = await tested(owner);
    expect(written).toMatchObject({ kind: 'test', recipient: owner.email, state: 'queued', subject: 'Test message from Harbor', attempts: 0 });
    const received = await server.next(owner.email);
    expect(received).toMatchObject({ from: 'kontor@kontor.test', headers: { from: 'Kontor <kontor@kontor.test>', subject: written.subject, 'auto-submitted': 'auto-generated' } });
    expect(await reaches(owner, written.id, 'sent')).toMatchObject({ attempts: 1, lastError: null, sentAt: expect.any(String) });
    expect(bodyOf<SendingBody>(await owner.get('/mails/sending'))).toEqual({ isSending: true, sender: 'kontor@kontor.test' });
  });

  it('of a transaction that fails is none', async () => {
    const { owner } = await house();
    await owner.post('/invitations', { email: address(), role: 'agent', teamIds: ['01a1f9fb-fd3f-777e-b8de-0f4cadd32e02'] }).expect(400);
    expect(await mails(owner)).toEqual([]);
  });

  it('that is put off is tried again later, under the same Message-ID', async () => {
    const { owner } = await house();
    server.answer({ code: 451, message: 'Greylisted, come back' });
    const { id } = await tested(owner);
    const waiting = await reaches(owner, id, 'queued', 1);
    expect(waiting.lastError).toMatch(/Greylisted/);
    expect(Date.parse(waiting.nextAt!)).toBeGreaterThan(Date.now());
    await moveClock(app, 60_000);
    expect(await reaches(owner, id, 'sent')).toMatchObject({ attempts: 2, lastError: null, nextAt: null });
    await moveClock(app, 0);
  });

  it('that is refused for good has failed at once, and may be tried again by hand', async () => {
    const { owner } = await house();
    server.answer({ code: 550, message: 'No such mailbox' });
    const { id } = await tested(owner);
    expect(await reaches(owner, id, 'failed')).toMatchObject({ attempts: 1, nextAt: null, lastError: expect.stringMatching(/No such mailbox/) });
    await owner.post(`/mails/${id}/retry`).expect(200);
    await reaches(owner, id, 'sent');
    await owner.post(`/mails/${id}/retry`).expect(409);
  });

  it('over which the server hangs is given up in time and tried again', async () => {
    const { owner } = await house();
    server.answer('hang');
    const { id } = await tested(owner);
    const waiting = await reaches(owner, id, 'queued', 1);
    expect(waiting.lastError).toMatch(/too long|[Tt]imeout/);
  });

  it('that a process took and never finished goes out again, once the process must be gone', async () => {
    const { owner } = await house();
    const { id } = await tested(owner);
    await reaches(owner, id, 'sent');
    await behind(app, `UPDATE mails SET state = 'failed' WHERE id = $1`, [id]);
    await behind(app, `UPDATE mails SET state = 'sending', claimed_at = now() - interval '1 hour' WHERE id = $1`, [id]);
    const before = server.offered();
    await behind(app, `INSERT INTO pgboss.job (name, data, policy, retry_limit) VALUES ('mail', jsonb_build_object('tenantId', $2::text, 'mailId', $1::text), 'short', 0)`, [id, owner.tenantId]);
    await reaches(owner, id, 'sent');
    expect(server.offered()).toBe(before + 1);
    const ids = server.received.filter(({ to }) => to.includes(owner.email)).map(({ headers }) => headers['message-id']);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });
});

describe('an invitation', () => {
  it('is mailed with its link, in the language of who is invited, and the link lies about no longer', async () => {
    const { tenant, owner } = await house();
    await behind(app, `UPDATE tenants SET locale = 'id' WHERE id = $1`, [tenant.id]);
    const { email, link } = await invite(owner);
    const { headers, text, html } = await server.next(email);
    expect(headers.subject).toBe('Rosa Lind mengundang Anda ke Harbor');
    expect(text).toContain(link);
    expect(html).toContain(`href="${link}"`);
    const [{ id }] = (await mails(owner)) as [ListedMailBody];
    expect(await reaches(owner, id, 'sent')).toMatchObject({ link: null, text: expect.not.stringContaining('kin_') });
    expect(await behind(app, `SELECT 1 FROM mails WHERE id = $1 AND link IS NULL`, [id])).toBe(1);
  });

  it('that is revoked before it has left stays', async () => {
    const { owner } = await house();
    server.answer({ code: 451, message: 'Later' });
    const { id: invitationId } = await invite(owner);
    const [{ id }] = (await mails(owner)) as [ListedMailBody];
    await reaches(owner, id, 'queued', 1);
    await owner.post(`/invitations/${invitationId}/revoke`).expect(200);
    expect(await mail(owner, id)).toMatchObject({ state: 'withdrawn', link: null, nextAt: null });
    await owner.post(`/mails/${id}/retry`).expect(410);
  });
});

describe('mail about tickets', () => {
  let everyone: House;
  let ticket: { id: string; number: number };
  beforeEach(async () => {
    everyone = await house();
    ticket = bodyOf(await everyone.owner.post('/tickets', { subject: 'Oven drifts', requester: { email: address(), name: 'Wanda' } }).expect(201));
  });

  it('tells who is mentioned or assigned, where they want it, and says nothing of what a note says', async () => {
    const { owner, agent } = everyone;
    await owner.post(`/tickets/${ticket.id}/assign`, { assigneeId: agent.id }).expect(200);
    await owner.post(`/tickets/${ticket.id}/note`, { body: 'The thermostat is a secret', mentions: [agent.id] }).expect(201);
    const [mention, assignment] = (await mails(owner)) as [ListedMailBody, ListedMailBody];
    expect([assignment, mention]).toMatchObject([
      { kind: 'assignment', recipient: agent.email, subject: `[#${ticket.number}] Rosa Lind assigned to you: Oven drifts` },
      { kind: 'mention', recipient: agent.email, subject: `[#${ticket.number}] Rosa Lind mentioned you: Oven drifts` },
    ]);
    const { text, html } = await server.next(agent.email);
    expect(text).toContain(`${WEB_ORIGIN}/tickets/${ticket.id}`);
    expect(JSON.stringify([await mail(owner, mention.id), server.received])).not.toContain('thermostat');
    expect(html).not.toMatch(/src=|<style|<script/);

    expect(bodyOf(await agent.patch('/notifications/preferences', { mentionedByMail: false }).expect(200))).toMatchObject({ mentioned: true, mentionedByMail: false, assignedByMail: true });
    await owner.post(`/tickets/${ticket.id}/note`, { body: 'Once more', mentions: [agent.id] }).expect(201);
    expect(await mails(owner)).toHaveLength(2);
    // What one does oneself is no news.
    await owner.post(`/tickets/${ticket.id}/assign`, { assigneeId: owner.id }).expect(200);
    expect(await mails(owner)).toHaveLength(2);
  });

  it('goes to nobody more than thirty times an hour', async () => {
    const { owner, agent } = everyone;
    await behind(app, `INSERT INTO mails (tenant_id, kind, recipient, user_id, locale, content, message_id, state, created_at)
      SELECT $1, 'mention', 'x@kontor.test', $2, 'en', '{"subject": "Oven", "number": 1}', n::text, 'sent', now() FROM generate_series(1, 29) n`, [owner.tenantId, agent.id]);
    for (let n = 0; n < 3; n += 1) await owner.post(`/tickets/${ticket.id}/note`, { body: `${n}`, mentions: [agent.id] }).expect(201);
    expect(await mails(owner, '?kind=mention&limit=100')).toHaveLength(30);
  });

  it('brings a reply to the requester where the workspace wants that, as one thread, and never a note', async () => {
    const { owner, agent } = everyone;
    const reply = (body: string) => agent.post(`/tickets/${ticket.id}/reply`, { body }).expect(201);
    await reply('Nobody reads this');
    expect(await mails(owner)).toEqual([]);
    await owner.patch('/workspace', { mailsReplies: true }).expect(200);
    await agent.patch('/workspace', { mailsReplies: false }).expect(403);
    for (const body of ['First', 'Second\nline', 'Third']) await reply(body);
    await agent.post(`/tickets/${ticket.id}/note`, { body: 'Between us' }).expect(201);
    const written = await mails(owner);
    expect(written).toHaveLength(3);
    const to = written[0]!.recipient;
    await waitFor(() => server.received.filter((message) => message.to.includes(to)).length === 3 || undefined);
    const thread = ['First', 'Second\nline', 'Third'].map((body) => server.received.find((message) => message.to.includes(to) && message.text.startsWith(body))!);
    const ids = thread.map(({ headers }) => headers['message-id']);
    expect(thread[2]!.headers).toMatchObject({ subject: `[#${ticket.number}] Oven drifts`, from: 'Harbor <kontor@kontor.test>', references: `${ids[0]} ${ids[1]}`, 'in-reply-to': ids[1] });
    expect(thread[0]!.headers.references).toBeUndefined();
    expect(thread[0]!.headers['auto-submitted']).toBeUndefined();
    expect(JSON.stringify(server.received)).not.toContain('Between us');
  });

  it('is not for an admin who does not see every ticket', async () => {
    const { owner, agent, tenant } = everyone;
    await owner.patch('/workspace', { mailsReplies: true }).expect(200);
    await agent.post(`/tickets/${ticket.id}/reply`, { body: 'First' }).expect(201);
    const [{ id }] = (await mails(owner)) as [ListedMailBody];
    const narrow = await tenant.join({ role: 'admin', visibility: 'own' });
    expect(await mails(narrow)).toEqual([]);
    await narrow.get(`/mails/${id}`).expect(404);
    await narrow.post(`/mails/${id}/retry`).expect(404);
  });
});

describe('hostile names', () => {
  const NASTY = 'Rosa\r\nBcc: all@evil.test <img src="http://evil.test/x">\u202e';

  it('begin no header, are no markup and load nothing', async () => {
    const { tenant, owner } = await house();
    await behind(app, `UPDATE users SET name = $2 WHERE id = $1`, [owner.id, NASTY]);
    await behind(app, `UPDATE tenants SET name = $2, mails_replies = true WHERE id = $1`, [tenant.id, NASTY]);
    const { email } = await invite(owner);
    const requester = address();
    const { id } = bodyOf<{ id: string }>(await owner.post('/tickets', { subject: 'Oven\r\nX-Evil: yes', requester: { email: requester, name: 'Wanda' } }).expect(201));
    await owner.post(`/tickets/${id}/reply`, { body: '<script>alert(1)</script>\r\n.\r\nQUIT' }).expect(201);
    for (const to of [email, requester]) {
      const { to: reached, head, html } = await server.next(to);
      expect(reached).toEqual([to]);
      expect(head).not.toMatch(/^(bcc|x-evil):/im);
      expect(html).not.toMatch(/<img|<script/);
    }
    const { text, html } = await server.next(requester);
    expect(text).toContain('QUIT');
    expect(html).toContain('&lt;script&gt;');
  });
});

it('is for owners and admins only', async () => {
  const { agent } = await house();
  for (const path of ['/mails', '/mails/sending']) await agent.get(path).expect(403);
  await agent.post('/mails/test').expect(403);
});
