import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '../../../../components/data-table.tsx';
import table from '../../../../components/data-table.module.css';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { LinkButton } from '../../../../components/link-button.tsx';
import { Link } from '../../../../components/link.tsx';
import page from '../../../../components/page.module.css';
import { can, read, requirePermission } from '../../../../lib/session.ts';
import settings from '../settings.module.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fields'))('title') };
}

export default async function FieldsPage() {
  const [session, fields, t] = await Promise.all([requirePermission('field:read'), read('/fields'), getTranslations('fields')]);
  const mayEdit = can(session, 'field:update');
  const mayCreate = can(session, 'field:create');
  const first = { href: '/settings/fields/new', label: t('new') };
  return (
    <>
      <div>
        <header className={settings.head}>
          <h1 className={settings.title}>{t('title')}</h1>
          {mayCreate && fields.items.length > 0 && (
            <LinkButton href={first.href} variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
              {t('new')}
            </LinkButton>
          )}
        </header>
        <p className={page.lead}>{t('lead')}</p>
      </div>
      {fields.items.length === 0 ? (
        <EmptyState title={t('empty')} text={t('emptyText')} {...(mayCreate && { action: first })} />
      ) : (
        <DataTable
          label={t('title')}
          columns={[t('label'), t('key'), t('kindLabel'), t('required'), t('state')]}
          rows={fields.items.map((field) => ({
            id: field.id,
            cells: [
              mayEdit ? (
                <Link key="label" href={`/settings/fields/${field.id}`} className={table.main} data-row>
                  {field.label}
                </Link>
              ) : (
                field.label
              ),
              <code key="key">{field.key}</code>,
              t(`kind.${field.kind}`),
              t(field.requiredToSolve ? 'requiredYes' : 'requiredNo'),
              t(field.archivedAt ? 'archived' : 'active'),
            ],
          }))}
        />
      )}
    </>
  );
}
