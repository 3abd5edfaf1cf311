'use server';

import type { EventType } from '@kontor/contracts/events';
import { redirect } from 'next/navigation';
import { action } from '../../../../lib/action.ts';
import { call } from '../../../../lib/api.ts';

const HERE = '/settings/webhooks';

/** Every event is none of them named. */
const typesOf = (chosen: string[]) => chosen.filter(Boolean) as EventType[];

/** Its secret is shown this once, in place of the form. */
export const createEndpoint = action({
  fields: ['url', 'description', 'types'],
  explain: { CONFLICT: 'webhookLimit' },
  run: ({ text, texts, tenant }) => call('POST', '/webhook-endpoints', { body: { url: text('url').trim(), description: text('description').trim(), types: typesOf(texts('types')) }, tenant }),
});

export const updateEndpoint = action({
  fields: ['id', 'version', 'url', 'description', 'types'],
  run: ({ text, texts, tenant }) =>
    call('PATCH', '/webhook-endpoints/{id}', {
      path: { id: text('id') },
      body: { url: text('url').trim(), description: text('description').trim(), types: typesOf(texts('types')) },
      tenant,
      version: text('version'),
    }),
});

export const rotateEndpoint = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/webhook-endpoints/{id}/rotate', { path: { id: text('id') }, body: {}, tenant }),
});

export const enableEndpoint = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/webhook-endpoints/{id}/enable', { path: { id: text('id') }, tenant }),
});

export const disableEndpoint = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/webhook-endpoints/{id}/disable', { path: { id: text('id') }, tenant }),
});

export const deleteEndpoint = action({
  fields: ['id'],
  run: async ({ text, tenant }): Promise<never> => {
    await call('DELETE', '/webhook-endpoints/{id}', { path: { id: text('id') }, tenant });
    redirect(HERE);
  },
});

/** Leads to what became of it. */
export const testEndpoint = action({
  fields: ['id'],
  explain: { CONFLICT: 'webhookDisabled' },
  run: async ({ text, tenant }): Promise<never> => {
    const { id } = await call('POST', '/webhook-endpoints/{id}/test', { path: { id: text('id') }, tenant });
    redirect(`${HERE}/deliveries/${id}`);
  },
});

export const replayDelivery = action({
  fields: ['id'],
  explain: { CONFLICT: 'webhookDisabled' },
  run: ({ text, tenant }) => call('POST', '/webhook-deliveries/{id}/replay', { path: { id: text('id') }, tenant }),
});

/** Everything that has failed in the last so many days. */
export const replayFailed = action({
  fields: ['id', 'days'],
  explain: { CONFLICT: 'webhookDisabled' },
  run: ({ text, tenant }) => {
    const from = new Date(Date.now() - Number(text('days')) * 86_400_000).toISOString();
    return call('POST', '/webhook-endpoints/{id}/replay', { path: { id: text('id') }, body: { from }, tenant });
  },
});

export const createConnection = action({
  fields: ['name', 'secret'],
  secrets: ['secret'],
  explain: { CONFLICT: 'webhookLimit' },
  run: ({ text, tenant }) => {
    const secret = text('secret').trim();
    return call('POST', '/webhook-connections', { body: { provider: 'standard', name: text('name').trim(), ...(secret && { secret }) }, tenant });
  },
});

export const rotateConnection = action({
  fields: ['id', 'secret'],
  secrets: ['secret'],
  run: ({ text, tenant }) => {
    const secret = text('secret').trim();
    return call('POST', '/webhook-connections/{id}/rotate', { path: { id: text('id') }, body: { ...(secret && { secret }) }, tenant });
  },
});

export const enableConnection = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/webhook-connections/{id}/enable', { path: { id: text('id') }, tenant }),
});

export const disableConnection = action({
  fields: ['id'],
  run: ({ text, tenant }) => call('POST', '/webhook-connections/{id}/disable', { path: { id: text('id') }, tenant }),
});

export const deleteConnection = action({
  fields: ['id'],
  run: async ({ text, tenant }): Promise<never> => {
    await call('DELETE', '/webhook-connections/{id}', { path: { id: text('id') }, tenant });
    redirect(HERE);
  },
});
