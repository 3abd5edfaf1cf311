import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Button.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import '../styles/tokens.css';
import '../styles/global.css';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { REQUEST_HEADERS } from '../../server/request-headers.ts';
import { ErrorReports } from '../components/error-reports.tsx';
import { Provider } from '../components/provider.tsx';
import { findSession } from '../lib/session.ts';

export const metadata: Metadata = { title: { default: 'Kontor', template: '%s · Kontor' } };

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f5f3' },
    { media: '(prefers-color-scheme: dark)', color: '#121314' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, session, incoming] = await Promise.all([getLocale(), findSession().catch(() => null), headers()]);
  const scheme = session?.user.theme ?? 'system';
  return (
    <html lang={locale} {...(scheme !== 'system' && { 'data-mantine-color-scheme': scheme })} suppressHydrationWarning>
      <body>
        <Provider scheme={scheme} nonce={incoming.get(REQUEST_HEADERS.nonce) ?? ''}>
          {children}
        </Provider>
        <ErrorReports />
      </body>
    </html>
  );
}
