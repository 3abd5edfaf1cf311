import { Controller, Get, type DynamicModule } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { AppModule } from '../../src/app.module.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant } from '../support/people.ts';
import { routesOf, type Route } from '../support/routes.ts';

@Controller('rogue')
class RogueController {
  @Get()
  open() {
    return { secret: true };
  }
}

const undeclared = (routes: Route[]) => routes.filter(({ access }) => access === undefined).map(({ handler }) => handler);

describe('access', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('is declared by every route', () => {
    const routes = routesOf(app);
    expect(routes.length).toBeGreaterThan(25);
    expect(undeclared(routes)).toEqual([]);
  });

  it('is public only where it is written down', () => {
    const open = routesOf(app).filter(({ access }) => access?.kind === 'public').map(({ handler }) => handler);
    expect(open.sort()).toEqual([
      'AuthController.signIn',
      'HealthController.live',
      'HealthController.ready',
      'InvitationsController.accept',
      'InvitationsController.inspect',
      'PasswordResetController.forget',
      'PasswordResetController.inspect',
      'PasswordResetController.reset',
      'ReceivingController.take',
      'SecondFactorController.signIn',
    ]);
  });

  it('refuses whoever brings no token, an unknown one or one of another kind, on every other route', async () => {
    for (const { method, path, access } of routesOf(app)) {
      if (access?.kind === 'public') continue;
      for (const token of [undefined, `kst_${'x'.repeat(43)}`, `krt_${'x'.repeat(43)}`, 'x']) {
        const call = request(app.origin)[method.toLowerCase() as 'get'](path.replace(':id', '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02'));
        const answer = await (token === undefined ? call : call.set('authorization', `Bearer ${token}`));
        expect([path, answer.status, (answer.body as { code: string }).code]).toEqual([path, 401, 'UNAUTHENTICATED']);
      }
    }
  });

  it('holds by role: a viewer changes nothing but what is their own', async () => {
    const viewer = await (await newTenant(app)).join({ role: 'viewer' });
    for (const { method, path, access } of routesOf(app)) {
      if (method === 'GET' || access?.kind !== 'member' || access.permission === undefined) continue;
      const id = '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02';
      const answer = await viewer[method.toLowerCase() as 'post'](path.replace('/api/v1', '').replace(':id', id));
      expect([path, answer.status, (answer.body as { code: string }).code]).toEqual([path, 403, 'FORBIDDEN']);
    }
  });
});

it('closes a route that declares none, and this test names it', async () => {
  const withRogue = (module: DynamicModule): DynamicModule => ({ ...module, controllers: [RogueController] });
  await using app = await startApp({}, (settings) => withRogue(AppModule.with(settings)));
  expect(undeclared(routesOf(app))).toEqual(['RogueController.open']);
  await request(app.origin).get('/api/v1/rogue').expect(403);
});
