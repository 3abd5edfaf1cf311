'use client';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormState } from './form-state.ts';
import classes from './form.module.css';

interface SubmitButtonProps {
  children: ReactNode;
  variant?: 'filled' | 'default' | 'subtle' | 'danger';
  icon?: ReactNode;
  /** The key that presses it, shown in it; with JavaScript only. */
  shortcut?: string;
  /** How the key is drawn where it differs from its name. */
  shortcutLabel?: string;
  className?: string | undefined;
  fullWidth?: boolean;
  name?: string;
  value?: string;
}

export function SubmitButton({ children, variant = 'filled', icon, shortcut, shortcutLabel, ...rest }: SubmitButtonProps) {
  const { pending } = useFormState();
  const hint = shortcutLabel ?? shortcut?.toUpperCase();
  return (
    <Button
      type="submit"
      variant={variant}
      leftSection={icon}
      rightSection={hint && <kbd className={`${classes.key} with-script`}>{hint}</kbd>}
      aria-disabled={pending}
      data-key={shortcut}
      data-pending={pending || undefined}
      {...rest}
    >
      {children}
    </Button>
  );
}
