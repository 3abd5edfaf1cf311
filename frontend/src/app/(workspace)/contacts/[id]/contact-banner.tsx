import { getTranslations } from 'next-intl/server';
import classes from '../../../../components/contacts/contacts.module.css';
import { StepForm } from '../../../../components/contacts/step-form.tsx';
import { Link } from '../../../../components/link.tsx';
import type { Contact, Session } from '../../../../lib/api-types.ts';
import { can, read } from '../../../../lib/session.ts';
import { restoreContact, unmergeContact } from '../actions.ts';

/** Says that a contact is archived or has become part of another, with the way back beside it. */
export async function ContactBanner({ contact, session }: { contact: Contact; session: Session }) {
  const { id, archivedAt, mergedInto } = contact;
  if (archivedAt === null) return null;
  const [t, target] = await Promise.all([getTranslations('contacts'), mergedInto === null ? null : read('/contacts/{id}', { path: { id: mergedInto } })]);
  return (
    <div className={classes.banner} role="note">
      {target ? (
        <span>
          {t.rich('partOf', {
            target: () => (
              <Link href={`/contacts/${target.id}`} className={classes.link}>
                <bdi>{target.name}</bdi>
              </Link>
            ),
          })}
        </span>
      ) : (
        <span>{t('isArchived')}</span>
      )}
      {target && can(session, 'contact:merge') && (
        <StepForm action={unmergeContact} tenant={session.tenant.id} id={id}>
          {t('unmerge')}
        </StepForm>
      )}
      {!target && can(session, 'contact:archive') && (
        <StepForm action={restoreContact} tenant={session.tenant.id} id={id}>
          {t('restore')}
        </StepForm>
      )}
    </div>
  );
}
