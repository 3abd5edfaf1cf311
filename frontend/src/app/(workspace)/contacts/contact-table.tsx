import { useTranslations } from 'next-intl';
import classes from '../../../components/contacts/contacts.module.css';
import table from '../../../components/data-table.module.css';
import { DataTable } from '../../../components/data-table.tsx';
import { Link } from '../../../components/link.tsx';
import { Avatar } from '../../../components/marks/avatar.tsx';
import { Time } from '../../../components/marks/time.tsx';
import type { Contact, ContactPage } from '../../../lib/api-types.ts';
import { sortedBy, type List } from './list-params.ts';

type Sort = 'name' | '-name' | 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt';

export function ContactTable({ contacts, list }: { contacts: ContactPage; list: List<Sort> }) {
  const t = useTranslations('contacts');
  return (
    <DataTable
      label={t('list')}
      columns={[sortedBy(list, t('name'), 'name', '-name'), t('email'), t('phone'), t('company'), sortedBy(list, t('created'), '-createdAt', 'createdAt')]}
      rows={contacts.items.map((contact) => ({ id: contact.id, isQuiet: contact.archivedAt !== null, cells: cellsOf(contact) }))}
      firstPage={list.cursor ? { href: list.href({}), label: t('firstPage') } : undefined}
      nextPage={contacts.nextCursor ? { href: list.href({ cursor: contacts.nextCursor }), label: t('nextPage') } : undefined}
    />
  );
}

function cellsOf({ id, name, emails, phones, company, createdAt }: Contact) {
  return [
    <Link key="name" href={`/contacts/${id}`} className={table.main} data-row>
      <Avatar name={name} />
      {name}
    </Link>,
    <First key="email" values={emails} />,
    <First key="phone" values={phones} />,
    company?.name,
    <Time key="created" at={createdAt} />,
  ];
}

/** The primary one, and how many more there are. */
function First({ values: [first, ...others] }: { values: readonly string[] }) {
  if (first === undefined) return null;
  return (
    <span title={others.join('\n') || undefined}>
      {first}
      {others.length > 0 && <span className={classes.more}>+{others.length}</span>}
    </span>
  );
}
