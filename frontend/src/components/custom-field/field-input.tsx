import { FIELD_LIMITS, type FieldValue } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import type { Field } from '../../lib/api-types.ts';
import { ChoicesField } from '../form/choices-field.tsx';
import { SelectField, TextField } from '../form/fields.tsx';

interface FieldInputProps {
  field: Field;
  value?: FieldValue | undefined;
  description?: string | undefined;
  className?: string | undefined;
}

/** What a field of the workspace's own is filled in with: a native input of its kind. */
export function FieldInput({ field, value, description, className }: FieldInputProps) {
  const t = useTranslations('fields');
  const shared = { name: `fields.${field.key}`, label: field.label, ...(className && { className }), ...(description && { description }) };
  const plain = value === undefined || Array.isArray(value) ? '' : String(value);
  // A value that is no longer among the options stays choosable while it is there.
  const held = Array.isArray(value) ? value : plain ? [plain] : [];
  const options = [...new Set([...field.options, ...held])].map((option) => ({ value: option, label: option }));
  const none = { value: '', label: '–' };
  switch (field.kind) {
    case 'choices':
      return <ChoicesField {...shared} options={options} defaultValue={held} />;
    case 'choice':
      return <SelectField {...shared} options={[none, ...options]} defaultValue={plain} />;
    case 'boolean':
      return <SelectField {...shared} options={[none, { value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]} defaultValue={plain} />;
    case 'date':
      return <TextField key={plain} {...shared} type="date" defaultValue={plain} />;
    case 'integer':
      return <TextField key={plain} {...shared} inputMode="numeric" autoComplete="off" defaultValue={plain} />;
    case 'decimal':
      return <TextField key={plain} {...shared} inputMode="decimal" autoComplete="off" defaultValue={plain} />;
    case 'text':
      return <TextField key={plain} {...shared} autoComplete="off" maxLength={FIELD_LIMITS.text} defaultValue={plain} />;
  }
}
