import { useTranslations } from 'next-intl';
import classes from '../../../../components/contacts/contacts.module.css';
import { Link } from '../../../../components/link.tsx';
import type { Contact } from '../../../../lib/api-types.ts';

/** Addresses, company and the id of another system. */
export function ContactFacts({ contact: { emails, phones, company, externalId } }: { contact: Contact }) {
  const t = useTranslations('contacts');
  return (
    <dl className={classes.facts}>
      <dt>{t('email')}</dt>
      <dd>{emails.length === 0 ? '–' : <Addresses scheme="mailto" values={emails} primary={t('primary')} />}</dd>
      <dt>{t('phone')}</dt>
      <dd>{phones.length === 0 ? '–' : <Addresses scheme="tel" values={phones} primary={t('primary')} />}</dd>
      <dt>{t('company')}</dt>
      <dd>
        {company ? (
          <Link href={`/companies/${company.id}`}>
            <bdi>{company.name}</bdi>
          </Link>
        ) : (
          '–'
        )}
      </dd>
      {externalId && (
        <>
          <dt>{t('externalId')}</dt>
          <dd>
            <bdi>{externalId}</bdi>
          </dd>
        </>
      )}
    </dl>
  );
}

function Addresses({ scheme, values, primary }: { scheme: 'mailto' | 'tel'; values: readonly string[]; primary: string }) {
  return values.map((value, place) => (
    <div key={value}>
      <a href={`${scheme}:${encodeURIComponent(value).replaceAll('%40', '@').replaceAll('%2B', '+')}`}>{value}</a>
      {place === 0 && values.length > 1 && <small> {primary}</small>}
    </div>
  ));
}
