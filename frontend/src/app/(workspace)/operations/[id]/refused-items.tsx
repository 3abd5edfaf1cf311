import { ERRORS, FIELD_ERRORS } from '@kontor/contracts/errors';
import { REFUSALS } from '@kontor/contracts/operations';
import { useTranslations } from 'next-intl';
import { DataTable } from '../../../../components/data-table.tsx';
import { Link } from '../../../../components/link.tsx';
import page from '../../../../components/page.module.css';
import type { Operation, OperationItem } from '../../../../lib/api-types.ts';

interface RefusedItemsProps {
  operation: Operation;
  items: readonly OperationItem[];
  nextCursor: string | null;
}

const has = <T extends string>(names: readonly T[], name: string): name is T => (names as readonly string[]).includes(name);

/** What was refused and why, in the reader's words. */
export function RefusedItems({ operation, items, nextCursor }: RefusedItemsProps) {
  const t = useTranslations('operations');
  const error = useTranslations('errors');
  if (items.length === 0) return null;
  const why = ({ code }: OperationItem): string => {
    if (code === null) return '';
    if (has(REFUSALS, code)) return t(`refusal.${code}`);
    if (operation.kind === 'ticket_bulk' && (code === 'ILLEGAL_TRANSITION' || code === 'ASSIGNEE_REQUIRED')) return t(`refusal.${code}`);
    if (has(FIELD_ERRORS, code)) return error(`field.${code}`);
    return code in ERRORS ? error(`code.${code as keyof typeof ERRORS}`, { seconds: 0 }) : code;
  };
  return (
    <section className={page.section}>
      <h2 className={page.heading}>{t('refusedTitle', { count: operation.counts.refused })}</h2>
      <DataTable
        label={t('refusedTitle', { count: operation.counts.refused })}
        columns={[t(operation.kind === 'contact_import' ? 'row' : 'ticket'), t('reason')]}
        rows={items.map((item) => ({
          id: String(item.position),
          cells: [
            item.subjectId ? <Link key="item" href={`/tickets/${item.subjectId}`}>{item.label}</Link> : (item.label ?? t('hidden')),
            why(item),
          ],
        }))}
        nextPage={nextCursor ? { href: `/operations/${operation.id}?cursor=${nextCursor}`, label: t('nextPage') } : undefined}
      />
    </section>
  );
}
