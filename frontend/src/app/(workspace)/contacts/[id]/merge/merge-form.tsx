import type { MergedField } from '@kontor/contracts/contacts';
import { getTranslations } from 'next-intl/server';
import classes from '../../../../../components/contacts/contacts.module.css';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { VersionField } from '../../../../../components/form/version-field.tsx';
import { LinkButton } from '../../../../../components/link-button.tsx';
import page from '../../../../../components/page.module.css';
import type { Contact } from '../../../../../lib/api-types.ts';
import { mergeContacts } from '../../actions.ts';

const VALUES: Record<MergedField, (contact: Contact) => string | null> = {
  name: ({ name }) => name,
  company: ({ company }) => company?.name ?? null,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  externalId: ({ externalId }) => externalId,
};

/** Both side by side, and of each field which one is kept. */
export async function MergeForm({ target, source, tenant }: { target: Contact; source: Contact; tenant: string }) {
  const [t, error] = await Promise.all([getTranslations('contacts'), getTranslations('errors')]);
  const fields = (Object.keys(VALUES) as MergedField[]).filter((field) => VALUES[field](target) ?? VALUES[field](source));
  return (
    <ActionForm action={mergeContacts} tenant={tenant} hidden={{ id: target.id, sourceId: source.id }} className={page.section} traceLabel={error('trace')} label={t('merge')}>
      <VersionField version={target.version} />
      <table className={classes.compare}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('keeps')}</th>
            <th scope="col">{t('goesInto')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <Row key={field} field={field} label={t(`mergeField.${field}`)} target={VALUES[field](target)} source={VALUES[field](source)} />
          ))}
        </tbody>
      </table>
      <p className={page.lead}>{t('mergeRest')}</p>
      <div className={page.buttons}>
        <SubmitButton>{t('mergeNow')}</SubmitButton>
        <LinkButton href={`/contacts/${source.id}/merge?with=${target.id}`}>{t('turnRound')}</LinkButton>
        <LinkButton href={`/contacts/${target.id}`} variant="subtle">
          {t('cancel')}
        </LinkButton>
      </div>
    </ActionForm>
  );
}

/** A choice only where both have something, and something else. */
function Row({ field, label, target, source }: { field: MergedField; label: string; target: string | null; source: string | null }) {
  const isChoice = target !== null && source !== null && target !== source;
  return (
    <tr>
      <th scope="row">{label}</th>
      {([['target', target], ['source', source]] as const).map(([side, value]) => (
        <td key={side}>
          {isChoice ? (
            <label className={classes.choice}>
              <input type="radio" name={field} value={side} defaultChecked={side === 'target'} aria-label={`${label}: ${value}`} />
              <bdi>{value}</bdi>
            </label>
          ) : (
            <bdi>{value ?? '–'}</bdi>
          )}
        </td>
      ))}
    </tr>
  );
}
