import { readSettings } from '../../server/settings.ts';

/** Read at the first request, never at build time: one image serves every installation. */
let settings: ReturnType<typeof readSettings> | undefined;

export function getSettings(): ReturnType<typeof readSettings> {
  return (settings ??= readSettings(process.env));
}
