import type { FieldValue } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { FieldInput } from '../../../../components/custom-field/field-input.tsx';
import type { Field } from '../../../../lib/api-types.ts';
import { updateTicket } from './actions.ts';
import type { TicketContext } from './context.ts';
import { PropertyForm } from './property-form.tsx';
import classes from './properties.module.css';

interface CustomFieldsProps extends TicketContext {
  fields: readonly Field[];
  mayEdit: boolean;
}

/** The workspace's own fields, each a form of its own; where nobody may edit, those that have a value. */
export function CustomFields({ fields, mayEdit, ...context }: CustomFieldsProps) {
  const t = useTranslations('fields');
  const save = useTranslations('ticket')('save');
  const values = context.ticket.fields as Record<string, FieldValue>;
  if (!mayEdit) {
    const shown = (value: FieldValue) => (typeof value === 'boolean' ? t(value ? 'yes' : 'no') : Array.isArray(value) ? value.join(', ') : String(value));
    return fields.flatMap(({ key, label }) =>
      key in values
        ? [
            <div key={key} className={classes.row}>
              <span className={classes.label}>{label}</span>
              <span>{shown(values[key]!)}</span>
            </div>,
          ]
        : [],
    );
  }
  return fields
    .filter(({ archivedAt }) => archivedAt === null)
    .map((field) => {
      const isMissing = field.requiredToSolve && !(field.key in values);
      return (
        <PropertyForm key={field.id} {...context} action={updateTicket} label={field.label} save={save}>
          <FieldInput field={field} value={values[field.key]} className={classes.property} description={isMissing ? t('neededToSolve') : undefined} />
        </PropertyForm>
      );
    });
}
