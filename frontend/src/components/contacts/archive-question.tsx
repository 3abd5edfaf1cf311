import { getTranslations } from 'next-intl/server';
import type { FormAction } from '../../lib/action-result.ts';
import { LinkButton } from '../link-button.tsx';
import page from '../page.module.css';
import { Confirm, Question } from '../question.tsx';

interface ArchiveQuestionProps {
  action: FormAction;
  tenant: string;
  record: { id: string; name: string; archivedAt: string | null };
  /** The record's own address. */
  home: string;
  kind: 'contacts' | 'companies';
}

/** Asks before a contact or company is archived, and says when it is done. */
export async function ArchiveQuestion({ action, tenant, record: { id, name, archivedAt }, home, kind }: ArchiveQuestionProps) {
  const t = await getTranslations(kind);
  if (archivedAt !== null) {
    return (
      <Question title={t('archivedTitle', { name })} text={t('archivedText')}>
        <div className={page.buttons}>
          <LinkButton href={home}>{t('back')}</LinkButton>
        </div>
      </Question>
    );
  }
  return (
    <Question title={t('archiveTitle', { name })} text={t('archiveText')}>
      <Confirm action={action} tenant={tenant} hidden={{ id }} confirm={t('archive')} cancel={{ href: home, label: t('cancel') }} />
    </Question>
  );
}
