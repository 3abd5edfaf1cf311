import chromium from '@sparticuz/chromium';

interface BrowserLaunch {
  channel?: string;
  launchOptions?: { executablePath: string; args: string[]; env: NodeJS.ProcessEnv };
}

/** The Chromium that comes with npm where it runs, an installed Chrome or Edge elsewhere. */
export async function browserLaunch(): Promise<BrowserLaunch> {
  if (process.platform === 'win32') return { channel: 'msedge' };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  // Where the system has no characters but ASCII, Chromium gives up on any other name of a file.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  // Of its own arguments none: they switch off web security, which is part of what is tested.
  return { launchOptions: { executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'], env } };
}
