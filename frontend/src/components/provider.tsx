'use client';

import { Button, createTheme, Input, InputWrapper, MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import type { Theme } from '@kontor/contracts/locales';
import type { ReactNode } from 'react';
import classes from './theme.module.css';

const theme = createTheme({
  fontFamily: 'var(--font)',
  defaultRadius: 6,
  components: {
    Button: Button.extend({ classNames: { root: classes.button, section: classes.section } }),
    Input: Input.extend({ classNames: { input: classes.input } }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: {
        label: classes.label,
        required: classes.required,
        description: classes.description,
        error: classes.error,
      },
    }),
  },
});

/** The scheme is a setting of the person, kept by the backend: the browser stores none of its own. */
const systemScheme: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

export function Provider({ scheme, nonce, children }: { scheme: Theme; nonce: string; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={systemScheme}
      defaultColorScheme="auto"
      {...(scheme !== 'system' && { forceColorScheme: scheme })}
      getStyleNonce={() => nonce}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
