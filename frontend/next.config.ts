import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  // Security headers, compression of nothing but our own pages and the address of the caller are the server's business.
  compress: true,
  reactStrictMode: true,
  transpilePackages: ['@kontor/contracts', '@kontor/client'],
  // Titles belong into the head for every reader, not only for robots: without JavaScript nothing moves them there.
  htmlLimitedBots: /.*/,
  experimental: {
    authInterrupts: true,
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
