import { List, OneOf, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';
import { FILE_REFUSALS } from './refused-file.ts';

/** `type` is a media type, `size` is in bytes. */
export const AttachmentShape = Shape('Attachment', { id: Uuid(), name: Text(), type: Text(), size: Whole() });

/** Bytes of a file, files of a message, and how their names may end. */
export const AttachmentLimitsShape = Shape('AttachmentLimits', { bytes: Whole(), files: Whole(), endings: List(Text()) });

/** What became of a form: its files, those that were refused and why, and its other fields as they came. */
export const ReceivedFormShape = Shape('ReceivedForm', {
  attachments: List(AttachmentShape),
  refused: List(Shape('RefusedFile', { name: Text(), code: OneOf(FILE_REFUSALS) })),
  fields: List(Shape('FormField', { name: Text(), value: Text() })),
});

export type AttachmentBody = Static<typeof AttachmentShape>;
export type ReceivedFormBody = Static<typeof ReceivedFormShape>;
export type AttachmentLimitsBody = Static<typeof AttachmentLimitsShape>;
