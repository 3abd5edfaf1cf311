import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { ListedMailBody, SendingBody } from '../../src/platform/mail/mail.shape.ts';
import type { IssuedInvitationBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { moveClock } from '../support/clock.ts';
import { startMailServer } from '../support/mail-server.ts';
import { houseOf, invite, mail, mails, reaches, tested } from '../support/mails.ts';
import { PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

describe('without a mail server', () => {
  let silent: TestApp;
  beforeAll(async () => {
    silent = await startApp();
  });
  afterAll(() => silent.close());

  it('every message is kept, an invitation with its link for as long as that holds', async () => {
    const { owner } = await houseOf(silent);
    expect(bodyOf<SendingBody>(await owner.get('/mails/sending'))).toEqual({ isSending: false, sender: null });
    const invited = await invite(owner);
    const [kept] = (await mails(owner, '?state=kept&kind=invitation')) as [ListedMailBody];
    expect(JSON.stringify(kept)).not.toContain('kin_');
    expect(await mail(owner, kept.id)).toMatchObject({ recipient: invited.email, link: invited.link, text: expect.stringContaining(invited.link) });
    await owner.post(`/mails/${kept.id}/retry`).expect(409);

    const again = bodyOf<IssuedInvitationBody>(await owner.post(`/invitations/${invited.id}/resend`).expect(201));
    expect(await mail(owner, kept.id)).toMatchObject({ state: 'withdrawn', link: null });
    const [second] = (await mails(owner)) as [ListedMailBody];
    expect((await mail(owner, second.id)).link).toBe(again.link);
    const token = new URL(again.link).searchParams.get('token')!;
    await request(silent.origin).post('/api/v1/invitations/accept').send({ token, name: 'Wanda', password: PASSWORD }).expect(201);
    expect(await mail(owner, second.id)).toMatchObject({ state: 'withdrawn', link: null });
  });

  it('nobody reads the link of a role above their own, nor one that has expired, nor is the link anywhere in the table', async () => {
    const { tenant, owner } = await houseOf(silent);
    const admin = await tenant.join({ role: 'admin' });
    await invite(owner, { role: 'owner' });
    const [{ id }] = (await mails(admin)) as [ListedMailBody];
    expect(await mail(admin, id)).toMatchObject({ link: null, text: expect.not.stringContaining('kin_') });
    expect((await mail(owner, id)).link).toContain('kin_');
    expect(await behind(silent, `SELECT 1 FROM mails m WHERE m::text LIKE '%kin\\_%'`)).toBe(0);
    await behind(silent, `UPDATE mails SET link_until = now() WHERE id = $1`, [id]);
    expect(await mail(owner, id)).toMatchObject({ link: null, text: expect.not.stringContaining('kin_') });
  });
});

it('is tried in vain for a day, then has failed', async () => {
  const nowhere = await startMailServer();
  await nowhere.close();
  await using lonely = await startApp({ SMTP_URL: nowhere.url, KONTOR_MAIL_FROM: 'kontor@kontor.test', KONTOR_SMTP_TIMEOUT: '1000' });
  const { owner } = await houseOf(lonely);
  const { id } = await tested(owner);
  const waiting = await reaches(owner, id, 'queued', 1);
  expect(waiting.lastError).toMatch(/ECONNREFUSED/);
  // As after six more.
  await behind(lonely, `UPDATE mails SET attempts = 7 WHERE id = $1`, [id]);
  await moveClock(lonely, 60_000);
  expect(await reaches(owner, id, 'failed', 8)).toMatchObject({ nextAt: null });
});
