'use client';

import { useField, useFormState } from './form-state.ts';
import classes from './choices-field.module.css';

interface ChoicesFieldProps {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  defaultValue: readonly string[];
  description?: string | undefined;
  className?: string | undefined;
}

/** Several of a few. The empty value says that the form has the field even where nothing is chosen. */
export function ChoicesField({ name, label, options, defaultValue, description, className }: ChoicesFieldProps) {
  const { error } = useField(name);
  const { result } = useFormState();
  const chosen = result && !result.success ? (result.values[name] ?? []) : defaultValue;
  return (
    <div key={chosen.join('\n')} role="group" aria-labelledby={`${name}-label`} className={`${classes.choices} ${className ?? ''}`}>
      <span id={`${name}-label`} className={classes.label}>
        {label}
      </span>
      <input type="hidden" name={name} value="" />
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input type="checkbox" name={name} value={option.value} defaultChecked={chosen.includes(option.value)} />
            {option.label}
          </label>
        ))}
        {description && <small>{description}</small>}
        {error && <p className={classes.error}>{error}</p>}
      </div>
    </div>
  );
}
