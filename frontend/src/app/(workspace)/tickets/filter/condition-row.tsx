import { IconX } from '@tabler/icons-react';
import { FILTER_OPS, FILTER_VALUES, type FilterOp } from '@kontor/contracts/ticket-filter';
import { useTranslations } from 'next-intl';
import { AutoSubmit } from '../../../../components/form/auto-submit.tsx';
import type { BuilderRow } from './builder.ts';
import type { BuilderField } from './fields.ts';
import classes from './filter.module.css';

/** Of a longer list the rest is scrolled to. */
const MOST_SEEN = 8;

interface ConditionRowProps {
  /** `<group>.<row>`: what the names of its fields end in. */
  at: string;
  row: BuilderRow;
  fields: readonly BuilderField[];
}

/** One condition: a field, what is asked of it, and what it is compared with. */
export function ConditionRow({ at, row, fields }: ConditionRowProps) {
  const t = useTranslations('builder');
  const field = fields.find(({ name }) => name === row.field) ?? fields[0]!;
  // Ids of contacts and companies are nothing to choose from a list; links from their pages bring them.
  const ops: readonly FilterOp[] = FILTER_OPS[field.kind].filter((op) => field.kind !== 'reference' || FILTER_VALUES[op] === 'nothing' || op === row.op);
  const op = ops.includes(row.op) ? row.op : ops[0]!;
  return (
    <div className={classes.row} role="group" aria-label={t('condition')}>
      <input type="hidden" name={`was${at}`} value={`${field.name} ${FILTER_VALUES[op]}`} />
      <AutoSubmit>
        <select name={`f${at}`} key={field.name} defaultValue={field.name} aria-label={t('fieldLabel')} className={classes.input}>
          {fields.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        <select name={`o${at}`} key={`${field.name} ${op}`} defaultValue={op} aria-label={t('opLabel')} className={classes.input}>
          {ops.map((one) => (
            <option key={one} value={one}>
              {t(`op.${one}`)}
            </option>
          ))}
        </select>
      </AutoSubmit>
      <ConditionValue key={`${field.name} ${op}`} at={at} field={field} op={op} values={row.values} />
      <button type="submit" name="do" value={`drop-${at}`} className={classes.drop} aria-label={t('drop')} title={t('drop')}>
        <IconX size={15} stroke={1.6} aria-hidden />
      </button>
    </div>
  );
}

interface ConditionValueProps {
  at: string;
  field: BuilderField;
  op: FilterOp;
  values: readonly string[];
}

function ConditionValue({ at, field, op, values }: ConditionValueProps) {
  const t = useTranslations('builder');
  const [first = ''] = values;
  const common = { name: `v${at}`, 'aria-label': t('valueLabel'), className: classes.input } as const;
  const kind = FILTER_VALUES[op];
  if (kind === 'nothing') return null;
  if (kind === 'list' && field.kind === 'reference') return values.map((value) => <input key={value} type="hidden" name={`v${at}`} value={value} />);
  if (kind === 'list' && field.options.length > 0) {
    return (
      <select {...common} multiple size={Math.min(MOST_SEEN, field.options.length)} defaultValue={[...values]}>
        {field.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'list') return <input type="text" {...common} defaultValue={values.join(', ')} placeholder={t('several')} autoComplete="off" />;
  if (kind === 'number') return <input type="number" step="any" {...common} defaultValue={first} />;
  if (kind === 'days') return <input type="number" min={1} max={3650} {...common} defaultValue={first} placeholder={t('days')} />;
  // A moment that something else has written stays as it is.
  if (kind === 'moment') return <input type={first.includes('T') ? 'text' : 'date'} {...common} defaultValue={first} />;
  return <input type="text" {...common} defaultValue={first} maxLength={200} autoComplete="off" />;
}
