'use client';

import { NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { useField, useFormState } from './form-state.ts';
import classes from './form.module.css';

interface FieldProps {
  name: string;
  label: string;
  description?: string;
  defaultValue?: string;
  required?: boolean;
}

export function TextField({ defaultValue = '', name, ...rest }: FieldProps & Omit<ComponentProps<typeof TextInput>, keyof FieldProps>) {
  const { error, typed } = useField(name);
  return <TextInput name={name} defaultValue={typed ?? defaultValue} error={error} withAsterisk={false} {...rest} />;
}

export function PasswordField({ name, ...rest }: FieldProps & { autoComplete: string; showLabel: string }) {
  const { error } = useField(name);
  const { showLabel, ...input } = rest;
  return (
    <PasswordInput
      name={name}
      error={error}
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': showLabel, className: 'with-script' }}
      {...input}
    />
  );
}

export function TextAreaField({ name, defaultValue = '', ...rest }: FieldProps & { rows?: number; maxLength?: number }) {
  const { error, typed } = useField(name);
  return <Textarea name={name} defaultValue={typed ?? defaultValue} error={error} withAsterisk={false} {...rest} />;
}

interface CheckFieldProps {
  name: string;
  label: string;
  description?: string;
  value?: string;
  isChecked?: boolean;
}

/** One box of its own, or one of several of the same name. */
export function CheckField({ name, label, description, value = 'true', isChecked = false }: CheckFieldProps) {
  const { result } = useFormState();
  const checked = result && !result.success ? (result.values[name] ?? []).includes(value) : isChecked;
  return (
    <label className={classes.check}>
      <input key={String(checked)} type="checkbox" name={name} value={value} defaultChecked={checked} />
      <span>
        {label}
        {description && <small>{description}</small>}
      </span>
    </label>
  );
}

interface Option {
  value: string;
  label: string;
}

interface SelectFieldProps extends FieldProps {
  options: readonly Option[];
  leftSection?: ReactNode;
  className?: string | undefined;
}

/** Keyed by its value: a form's reset leaves a select where it stood, a new one starts at what is true now. */
export function SelectField({ name, options, defaultValue = '', ...rest }: SelectFieldProps) {
  const { error, typed } = useField(name);
  const value = typed ?? defaultValue;
  return (
    <NativeSelect
      key={value}
      name={name}
      data={[...options]}
      defaultValue={value}
      error={error}
      withAsterisk={false}
      rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
      rightSectionWidth={30}
      leftSectionWidth={30}
      {...rest}
    />
  );
}
