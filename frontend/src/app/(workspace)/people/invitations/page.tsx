import { IconUserPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import { PageHeader } from '../../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../../lib/session.ts';
import { Sections } from '../sections.tsx';
import { InvitationSteps } from './invitation-steps.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('section.invitations') };
}

export default async function InvitationsPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const [session, invitations, nav, t] = await Promise.all([
    requirePermission('member:invite'),
    read('/invitations', { query: { limit: 50, cursor } }),
    getTranslations('nav'),
    getTranslations('people'),
  ]);
  return (
    <>
      <PageHeader title={nav('people')}>
        <LinkButton href="/people/invite" variant="filled" icon={<IconUserPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
          {t('invite')}
        </LinkButton>
      </PageHeader>
      <Sections session={session} here="invitations" />
      {invitations.items.length === 0 && <EmptyState title={t('noInvitations')} text={t('noInvitationsText')} action={{ href: '/people/invite', label: t('invite') }} />}
      {invitations.items.length > 0 && (
        <DataTable
          label={t('section.invitations')}
          columns={[t('email'), t('access'), t('invitedBy'), t('statusLabel'), t('expires'), t('steps')]}
          rows={invitations.items.map((invitation) => ({
            id: invitation.id,
            isQuiet: invitation.state !== 'open',
            cells: [
              invitation.email,
              `${t(`role.${invitation.role}`)} · ${t(`visibility.${invitation.ticketVisibility}`)}`,
              invitation.invitedBy?.name ?? '–',
              t(`invitation.${invitation.state}`),
              <Time key="expires" at={invitation.expiresAt} />,
              <InvitationSteps key="steps" invitation={invitation} session={session} />,
            ],
          }))}
          firstPage={cursor ? { href: '/people/invitations', label: t('firstPage') } : undefined}
          nextPage={invitations.nextCursor ? { href: `/people/invitations?cursor=${encodeURIComponent(invitations.nextCursor)}`, label: t('nextPage') } : undefined}
        />
      )}
    </>
  );
}
