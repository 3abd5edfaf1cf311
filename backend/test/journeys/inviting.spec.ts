import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { IssuedInvitationBody, MemberBody, SentInvitationBody, SignedInBody, TeamBody } from '../../src/users/users.shapes.ts';
import { startApp, WEB_ORIGIN, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { newTenant, PASSWORD, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

let people = 0;
const address = () => `guest-${(people += 1)}@kontor.test`;
const tokenOf = ({ link }: IssuedInvitationBody) => new URL(link).searchParams.get('token')!;
const accept = (token: string, more: object = {}) => request(app.origin).post('/api/v1/invitations/accept').send({ token, name: 'Jan', password: PASSWORD, ...more });
const invite = async (person: Person, body: object = {}) => bodyOf<IssuedInvitationBody>(await person.post('/invitations', { email: address(), role: 'agent', ...body }).expect(201));
const states = async (person: Person, query = '') => bodyOf<{ items: SentInvitationBody[] }>(await person.get(`/invitations${query}`).expect(200)).items.map(({ state }) => state);

async function house(): Promise<{ tenant: Tenant; owner: Person; admin: Person; agent: Person }> {
  const tenant = await newTenant(app);
  const [owner, admin, agent] = [await tenant.join({ role: 'owner' }), await tenant.join({ role: 'admin' }), await tenant.join({ role: 'agent' })];
  return { tenant, owner, admin, agent };
}

describe('an invitation by a member', () => {
  it('is a link that makes a member with role, visibility and teams', async () => {
    const { owner } = await house();
    const team = bodyOf<TeamBody>(await owner.post('/teams', { name: 'Day' }).expect(201));
    const closed = bodyOf<TeamBody>(await owner.post('/teams', { name: 'Night' }).expect(201));
    const invited = await invite(owner, { role: 'viewer', ticketVisibility: 'team', teamIds: [team.id, closed.id] });
    await owner.post(`/teams/${closed.id}/close`).expect(200);
    expect(invited).toMatchObject({ role: 'viewer', state: 'open', invitedBy: { id: owner.id }, link: expect.stringMatching(`^${WEB_ORIGIN}/invitation\\?token=kin_`) });
    const { user } = bodyOf<SignedInBody>(await accept(tokenOf(invited)).expect(201));
    expect(bodyOf<MemberBody>(await owner.get(`/members/${user.id}`))).toMatchObject({ role: 'viewer', ticketVisibility: 'team', teamIds: [team.id] });
    expect(bodyOf<TeamBody>(await owner.get(`/teams/${team.id}`))).toMatchObject({ memberIds: [user.id], version: team.version + 1 });
    expect(await states(owner)).toEqual(['accepted']);
    await accept(tokenOf(invited)).expect(410);
    expect((await readFeed(owner, 'users:updates')).map(({ type }) => type)).toEqual(['team_created', 'team_created', 'member_invited', 'team_closed', 'member_joined']);
  });

  it('is replaced by the next to the same address, and by a resent one', async () => {
    const { owner } = await house();
    const email = address();
    const first = await invite(owner, { email, role: 'admin' });
    const second = await invite(owner, { email: email.toUpperCase(), role: 'viewer' });
    expect(second).toMatchObject({ id: first.id, email, role: 'viewer' });
    await accept(tokenOf(first)).expect(404);
    const third = bodyOf<IssuedInvitationBody>(await owner.post(`/invitations/${first.id}/resend`).expect(201));
    await accept(tokenOf(second)).expect(404);
    await accept(tokenOf(third)).expect(201);
    for (const step of ['resend', 'revoke']) await owner.post(`/invitations/${first.id}/${step}`).expect(410);
  });

  it('that is revoked or has expired is 410; what has expired may be resent, what was revoked not', async () => {
    const { owner } = await house();
    const [revoked, expired] = [await invite(owner), await invite(owner)];
    await owner.post(`/invitations/${revoked.id}/revoke`).expect(200);
    await behind(app, `UPDATE invitations SET expires_at = now() WHERE id = $1`, [expired.id]);
    for (const invitation of [revoked, expired]) {
      await request(app.origin).post('/api/v1/invitations/inspect').send({ token: tokenOf(invitation) }).expect(410);
      await accept(tokenOf(invitation)).expect(410);
    }
    expect(await states(owner)).toEqual(['expired', 'revoked']);
    for (const state of ['expired', 'revoked']) expect(await states(owner, `?state=${state}`)).toEqual([state]);
    expect(await states(owner, '?state=open')).toEqual([]);
    await owner.post(`/invitations/${revoked.id}/resend`).expect(410);
    const again = bodyOf<IssuedInvitationBody>(await owner.post(`/invitations/${expired.id}/resend`).expect(201));
    await accept(tokenOf(again)).expect(201);
    await invite(owner, { email: revoked.email });
  });

  it('is for its own address: signed in as another it is 403, and stays open', async () => {
    const { owner, agent } = await house();
    const known = await (await newTenant(app)).join();
    const invited = await invite(owner, { email: known.email });
    await accept(tokenOf(invited)).set('authorization', `Bearer ${agent.token}`).expect(403);
    await accept(tokenOf(invited), { password: 'a wrong but long password' }).set('authorization', `Bearer ${known.token}`).expect(401);
    await accept(tokenOf(invited)).set('authorization', `Bearer ${known.token}`).expect(201);
  });

  it('goes to nobody who is here, and brings back who has left', async () => {
    const { owner, agent } = await house();
    await owner.post('/invitations', { email: agent.email, role: 'viewer' }).expect(400).expect(({ body }) => expect(body).toMatchObject({ errors: [{ pointer: '/email', code: 'TAKEN' }] }));
    await owner.post(`/members/${agent.id}/deactivate`).expect(200);
    const invited = await invite(owner, { email: agent.email, role: 'viewer', ticketVisibility: 'own' });
    await accept(tokenOf(invited)).expect(201);
    expect(bodyOf<MemberBody>(await owner.get(`/members/${agent.id}`))).toMatchObject({ status: 'active', role: 'viewer', ticketVisibility: 'own' });
  });
});

describe('nobody gives away more than their own role', () => {
  it('by inviting', async () => {
    const { admin, agent } = await house();
    await admin.post('/invitations', { email: address(), role: 'owner' }).expect(403);
    await agent.post('/invitations', { email: address(), role: 'viewer' }).expect(403);
    await agent.get('/invitations').expect(403);
    await invite(admin, { role: 'admin' });
  });

  it('by taking over an invitation that an owner made', async () => {
    const { owner, admin } = await house();
    const invited = await invite(owner, { role: 'owner' });
    for (const step of ['resend', 'revoke']) await admin.post(`/invitations/${invited.id}/${step}`).expect(403);
    await admin.post('/invitations', { email: invited.email, role: 'admin' }).expect(403);
    await accept(tokenOf(invited)).expect(201);
  });

  it('by calling back an owner who has left in a lower role', async () => {
    const { tenant, owner, admin } = await house();
    const second = await tenant.join({ role: 'owner' });
    await owner.post(`/members/${second.id}/deactivate`).expect(200);
    await admin.post('/invitations', { email: second.email, role: 'agent' }).expect(403);
  });

  it('by naming teams of others', async () => {
    const { owner } = await house();
    const stranger = bodyOf<TeamBody>(await (await house()).owner.post('/teams', { name: 'Theirs' }).expect(201));
    await owner.post('/invitations', { email: address(), role: 'agent', teamIds: [stranger.id] }).expect(400);
  });
});

it('tells of invitations who may invite, and the others that something happened', async () => {
  const { owner, agent } = await house();
  const { email } = await invite(owner);
  expect(JSON.stringify(await readFeed(owner, 'users:updates'))).toContain(email);
  expect(await readFeed(agent, 'users:updates')).toMatchObject([{ redacted: true, data: null }]);
});

it('invited twenty times at once is one open invitation', async () => {
  const { owner } = await house();
  const email = address();
  const answers = await Promise.all(Array.from({ length: 20 }, () => owner.post('/invitations', { email, role: 'agent' })));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
  expect(await states(owner)).toEqual(['open']);
  const accepted = await Promise.all(answers.map((answer) => accept(tokenOf(bodyOf<IssuedInvitationBody>(answer)))));
  expect(accepted.filter(({ status }) => status === 201)).toHaveLength(1);
});
