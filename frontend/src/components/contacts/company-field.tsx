'use client';

import { COMPANY_LIMITS } from '@kontor/contracts/contacts';
import { useId } from 'react';
import { TextField } from '../form/fields.tsx';

interface CompanyFieldProps {
  label: string;
  description: string;
  defaultValue: string;
  /** Offered while one types; any other name is a new company. */
  names: readonly string[];
}

export function CompanyField({ names, ...rest }: CompanyFieldProps) {
  const id = useId();
  return (
    <>
      <TextField name="company" maxLength={COMPANY_LIMITS.name} list={id} autoComplete="off" {...rest} />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
