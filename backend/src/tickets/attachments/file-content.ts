import { open, type FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { AttachmentEnding } from '@kontor/contracts/attachments';
import type { FieldErrorCode } from '@kontor/contracts/errors';

/** What `file-type` finds in files with that ending. */
const FOUND_AS: Record<Exclude<AttachmentEnding, 'txt' | 'csv'>, readonly string[]> = {
  png: ['png', 'apng'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  gif: ['gif'],
  webp: ['webp'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  odt: ['odt'],
  ods: ['ods'],
  odp: ['odp'],
  mp3: ['mp3'],
  mp4: ['mp4', 'm4v'],
  zip: ['zip'],
};
const MEDIA = new Set<AttachmentEnding>(['png', 'jpg', 'jpeg', 'gif', 'webp', 'mp3', 'mp4']);
const ARCHIVES = new Set<AttachmentEnding>(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'zip']);

const HEAD = 4_096;
const PIECE = 65_536;
/** Longer than anything that is looked for. */
const OVERLAP = 64;
/** The longest end of a zip archive (APPNOTE 4.3.16): its record and a comment. */
const ZIP_END = 22 + 65_535;

/** What makes a browser that guesses take a file for a page, or an image for a program. */
const MARKUP = /<(!doctype\s+html|html|head|body|script|svg|iframe|object|embed)[\s>/]/i;
/** How no text begins that is not meant for a browser or an interpreter. */
const PROGRAM = /^(?:\xef\xbb\xbf)?\s*(<[a-z!?/]|#!|%PDF|%!PS|\{\\rtf)/i;
/** Control characters other than tab, line feed, form feed, carriage return and escape: no text has them. */
const NO_TEXT = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;

/**
 * Why the content of a file may not go under that ending; undefined where it may. Looks at the whole file, piece by piece:
 * a polyglot is one kind at its beginning and another further on.
 */
export async function contentFault(path: string, ending: AttachmentEnding): Promise<FieldErrorCode | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) return 'FILE_EMPTY';
    const head = await textAt(file, 0, HEAD);
    if (MARKUP.test(head)) return 'FILE_ACTIVE_CONTENT';
    if (ending === 'txt' || ending === 'csv') return await textFault(file, head);
    const found = await fileTypeFromFile(path);
    if (!found || !FOUND_AS[ending].includes(found.ext)) return 'FILE_MISMATCH';
    if (MEDIA.has(ending) && (await contains(file, MARKUP))) return 'FILE_ACTIVE_CONTENT';
    return zipEndFault(await textAt(file, Math.max(0, size - ZIP_END), ZIP_END), ARCHIVES.has(ending));
  } finally {
    await file.close();
  }
}

async function textFault(file: FileHandle, head: string): Promise<FieldErrorCode | undefined> {
  if (PROGRAM.test(head)) return 'FILE_ACTIVE_CONTENT';
  return (await contains(file, NO_TEXT)) ? 'FILE_MISMATCH' : undefined;
}

/** An archive ends as one and says nothing after it; anything else has no archive at its end. */
function zipEndFault(tail: string, isArchive: boolean): FieldErrorCode | undefined {
  const at = tail.lastIndexOf('PK\x05\x06');
  const comment = at < 0 ? undefined : tail.slice(at + 22);
  const endsAsZip = comment !== undefined && tail.charCodeAt(at + 20) + tail.charCodeAt(at + 21) * 256 === comment.length;
  if (endsAsZip !== isArchive) return 'FILE_MISMATCH';
  return isArchive && MARKUP.test(comment ?? '') ? 'FILE_ACTIVE_CONTENT' : undefined;
}

/** Bytes as characters of the same number, one each. */
async function textAt(file: FileHandle, position: number, length: number, into = Buffer.alloc(length)): Promise<string> {
  const { bytesRead } = await file.read(into, 0, length, position);
  return into.toString('latin1', 0, bytesRead);
}

/** Each piece overlaps the one before, so that nothing hides on the seam. */
async function contains(file: FileHandle, pattern: RegExp): Promise<boolean> {
  const piece = Buffer.alloc(PIECE);
  for (let position = 0; ; position += PIECE - OVERLAP) {
    const text = await textAt(file, position, PIECE, piece);
    if (pattern.test(text)) return true;
    if (text.length < PIECE) return false;
  }
}
