import { getTranslations } from 'next-intl/server';
import type { FormAction } from '../../lib/action-result.ts';
import { ActionForm } from '../form/action-form.tsx';
import { SubmitButton } from '../form/submit-button.tsx';
import { LinkButton } from '../link-button.tsx';
import page from '../page.module.css';
import classes from './contacts.module.css';

interface ArchiveQuestionProps {
  action: FormAction;
  tenant: string;
  record: { id: string; name: string; archivedAt: string | null };
  /** The record's own address. */
  home: string;
  kind: 'contacts' | 'companies';
}

/** Asks before a contact or company is archived, and says when it is done; a page of its own or in a dialog. */
export async function ArchiveQuestion({ action, tenant, record: { id, name, archivedAt }, home, kind }: ArchiveQuestionProps) {
  const [t, error] = await Promise.all([getTranslations(kind), getTranslations('errors')]);
  const isDone = archivedAt !== null;
  return (
    <section className={classes.question}>
      <h1>{t(isDone ? 'archivedTitle' : 'archiveTitle', { name })}</h1>
      <p>{t(isDone ? 'archivedText' : 'archiveText')}</p>
      {isDone ? (
        <div className={page.buttons}>
          <LinkButton href={home}>{t('back')}</LinkButton>
        </div>
      ) : (
        <ActionForm action={action} tenant={tenant} hidden={{ id }} traceLabel={error('trace')}>
          <div className={page.buttons}>
            <SubmitButton variant="danger">{t('archive')}</SubmitButton>
            <LinkButton href={home}>{t('cancel')}</LinkButton>
          </div>
        </ActionForm>
      )}
    </section>
  );
}
