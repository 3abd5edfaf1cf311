import { CANNED_LIMITS, CANNED_VARIABLES } from '@kontor/contracts/canned-answers';
import { useTranslations } from 'next-intl';
import { SelectField, TextAreaField, TextField } from '../../../../components/form/fields.tsx';
import page from '../../../../components/page.module.css';
import type { CannedAnswer, Session } from '../../../../lib/api-types.ts';
import { can } from '../../../../lib/session.ts';

/** What an answer consists of; for whom it is only those choose who may share. */
export function AnswerFields({ answer, session }: { answer?: CannedAnswer; session: Session }) {
  const t = useTranslations('cannedAnswers');
  const variables = CANNED_VARIABLES.map((name) => `{{${name}}}`).join(' ');
  return (
    <>
      <div className={page.pair}>
        <TextField name="name" label={t('name')} defaultValue={answer?.name ?? ''} maxLength={CANNED_LIMITS.name} required autoComplete="off" />
        <TextField
          name="shortcut"
          label={t('shortcut')}
          description={t('shortcutHint')}
          defaultValue={answer?.shortcut ?? ''}
          maxLength={CANNED_LIMITS.shortcut}
          required
          autoComplete="off"
        />
      </div>
      <TextAreaField name="body" label={t('body')} description={t('bodyHint', { variables })} defaultValue={answer?.body ?? ''} rows={9} maxLength={CANNED_LIMITS.body} required />
      {can(session, 'canned-answer:share') && (
        <SelectField
          name="shared"
          label={t('visibility')}
          options={[
            { value: 'no', label: t('sharedNo') },
            { value: 'yes', label: t('sharedYes') },
          ]}
          defaultValue={answer?.shared ? 'yes' : 'no'}
        />
      )}
    </>
  );
}
