import { getTranslations } from 'next-intl/server';
import type { Permission } from '@kontor/contracts/permissions';
import type { Session } from '../../lib/api-types.ts';
import { can } from '../../lib/session.ts';
import type { PaletteOptions } from './palette.tsx';

/** What the palette offers everywhere, in the words of the reader and as far as the reader's rights go. */
export async function paletteOptions(session: Session): Promise<PaletteOptions> {
  const [t, nav, tickets, contacts] = await Promise.all([
    getTranslations('palette'),
    getTranslations('nav'),
    getTranslations('tickets'),
    getTranslations('contacts'),
  ]);
  const pages: [string, string, Permission?][] = [
    ['/', nav('home')],
    ['/tickets', nav('tickets'), 'ticket:read'],
    ['/tickets/new', tickets('new'), 'ticket:create'],
    ['/contacts', nav('contacts'), 'contact:read'],
    ['/contacts/new', contacts('new'), 'contact:create'],
    ['/people', nav('people'), 'member:read'],
    ['/reports', nav('reports'), 'ticket:read'],
    ['/settings', nav('settings')],
    ['/account', nav('account')],
    ['/keys', nav('keys')],
  ];
  return {
    tenantId: session.tenant.id,
    pages: pages.filter(([, , permission]) => !permission || can(session, permission)).map(([href, label]) => ({ id: href, href, label })),
    words: {
      title: t('title'),
      placeholder: t('placeholder'),
      none: t('none'),
      actions: t('actions'),
      pages: t('pages'),
      commands: t('commands'),
      tickets: nav('tickets'),
      contacts: nav('contacts'),
      companies: t('companies'),
    },
  };
}
