import { ATTACHMENT_LIMITS } from '@kontor/contracts/attachments';

/** Names that Windows keeps for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Characters that are looked at, of the end: a form may send many more. */
const LOOKED_AT = 1_000;

/**
 * A file's name as it is kept: without folders, without what no file system takes, and without invisible characters, among
 * them those that turn the direction of writing, by which an ending can be made to look like another.
 */
export function fileName(given: string): string {
  const visible = given.slice(-LOOKED_AT).toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufffd]/gu, '');
  const plain = visible.replace(/[<>:"|?*]/g, '_').replace(/\s+/gu, ' ').replace(/^[. ]+|[. ]+$/g, '').replace(DEVICES, '_$1');
  return cut(plain);
}

/** The ending in small letters; '' where there is none. */
export function endingOf(name: string): string {
  return /[^.]\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Cuts before the ending, between characters. */
function cut(name: string): string {
  if (name.length <= ATTACHMENT_LIMITS.name) return name;
  const ending = endingOf(name) === '' ? '' : `.${endingOf(name)}`;
  return `${name.slice(0, ATTACHMENT_LIMITS.name - ending.length).toWellFormed().replace(/[\ufffd. ]+$/u, '')}${ending}`;
}
