/** One grey pixel. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const picture = (name: string): GivenFile => ({ name, mimeType: 'image/png', buffer: PNG });

/** A PDF of so many bytes. */
export const pdf = (name: string, bytes: number): GivenFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(bytes - 9, 1)]),
});
