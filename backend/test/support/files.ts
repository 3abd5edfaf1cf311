import { crc32 } from 'node:zlib';
import type { Test } from 'supertest';
import type { AttachmentBody } from '../../src/tickets/attachments/attachment.shape.ts';
import type { Person } from './people.ts';
import { bodyOf } from './reader.ts';

/** One grey pixel. */
export const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');
export const GIF = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A ZIP archive of one stored file (APPNOTE 4.3), with `comment` at its end. */
export function zip(name: string, content: string, comment = ''): Buffer {
  const [path, data] = [Buffer.from(name), Buffer.from(content)];
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, path, data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, Buffer.alloc(14), path]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)]);
}

/** Uploads a file that is taken. */
export async function upload(person: Person, name: string, content: Buffer): Promise<AttachmentBody> {
  return bodyOf<AttachmentBody>(await sendFile(person, name, content).expect(201));
}

/** Sends a file as it is. */
export function sendFile(person: Person, name: string, content: Buffer): Test {
  return person.post(`/attachments?name=${encodeURIComponent(name)}`, content).set('content-type', 'application/octet-stream');
}
