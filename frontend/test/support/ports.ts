import { createServer } from 'node:net';

/** Found once by the first process of a run; its workers inherit them. */
const NAMES = { webPort: 'KONTOR_TEST_WEB_PORT', apiPort: 'KONTOR_TEST_API_PORT', mailPort: 'KONTOR_TEST_MAIL_PORT' } as const;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('No free port.');
  return address.port;
}

export async function claimPorts(): Promise<Record<keyof typeof NAMES, number>> {
  const webPort = Number((process.env[NAMES.webPort] ??= String(await freePort())));
  const apiPort = Number((process.env[NAMES.apiPort] ??= String(await freePort())));
  const mailPort = Number((process.env[NAMES.mailPort] ??= String(await freePort())));
  return { webPort, apiPort, mailPort };
}
