import type { Permission } from '@kontor/contracts/permissions';
import type { Messages } from 'next-intl';

interface Section {
  href: string;
  /** A name under `settings.section`. */
  label: keyof Messages['settings']['section'];
  /** Without it the section is not shown. */
  permission: Permission;
}

/** The pages of the settings, in the order of their links. A feature adds its own here. */
export const SECTIONS: readonly Section[] = [
  { href: '/settings', label: 'workspace', permission: 'tenant:read' },
  { href: '/settings/canned-answers', label: 'cannedAnswers', permission: 'canned-answer:read' },
  { href: '/settings/mail', label: 'mail', permission: 'mail:read' },
  { href: '/settings/fields', label: 'fields', permission: 'field:read' },
  { href: '/settings/api-keys', label: 'apiKeys', permission: 'tenant:read' },
  { href: '/settings/service-members', label: 'serviceMembers', permission: 'service-member:create' },
  { href: '/settings/webhooks', label: 'webhooks', permission: 'webhook:manage' },
  { href: '/settings/limits', label: 'limits', permission: 'limit:read' },
  { href: '/settings/audit', label: 'audit', permission: 'audit:read' },
];
