import chromium from '@sparticuz/chromium';

interface BrowserLaunch {
  channel?: string;
  launchOptions?: { executablePath: string; args: string[] };
}

/** The Chromium that comes with npm where it runs, an installed Chrome or Edge elsewhere. */
export async function browserLaunch(): Promise<BrowserLaunch> {
  if (process.platform === 'win32') return { channel: 'msedge' };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  // Of its own arguments none: they switch off web security, which is part of what is tested.
  return { launchOptions: { executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] } };
}
