import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import page from '../../../../components/page.module.css';
import type { Operation } from '../../../../lib/api-types.ts';
import { runImport } from '../../contacts/import/actions.ts';
import classes from '../operations.module.css';

/** After a dry run: the real one, with a choice for contacts that are there already. */
export function RunImport({ operation: { id, counts }, tenant }: { operation: Operation; tenant: string }) {
  const t = useTranslations('operations');
  const error = useTranslations('errors');
  const count = counts.created + counts.updated;
  if (count === 0) return null;
  return (
    <ActionForm action={runImport} tenant={tenant} hidden={{ checkId: id }} className={page.section} traceLabel={error('trace')} label={t('import')}>
      {counts.updated > 0 && (
        <fieldset className={classes.choice}>
          <legend>{t('existing', { count: counts.updated })}</legend>
          <label>
            <input type="radio" name="existing" value="update" defaultChecked /> {t('existingUpdate')}
          </label>
          <label>
            <input type="radio" name="existing" value="skip" /> {t('existingSkip')}
          </label>
        </fieldset>
      )}
      <div className={page.buttons}>
        <SubmitButton>{t('importCount', { count })}</SubmitButton>
      </div>
    </ActionForm>
  );
}
