/**
 * Every kind of file that can be allowed, by the ending of its name, with the media type it is served as. What is not
 * here cannot be: nothing that a browser runs (HTML, SVG, XML, scripts) and nothing that an office program runs (macros).
 */
export const ATTACHMENT_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  zip: 'application/zip',
} as const;
export type AttachmentEnding = keyof typeof ATTACHMENT_TYPES;

/** Allowed where no setting says otherwise: archives hide what is in them, so they are not among them. */
export const USUAL_ATTACHMENT_ENDINGS = (Object.keys(ATTACHMENT_TYPES) as AttachmentEnding[]).filter((ending) => ending !== 'zip');

/** Characters of a file's name, and files that one message can have whatever the setting allows. */
export const ATTACHMENT_LIMITS = { name: 150, files: 50 } as const;
