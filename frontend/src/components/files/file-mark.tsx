import { IconFile, IconFileText, IconFileTypePdf, IconFileZip, IconMovie, IconMusic, IconPhoto, IconTable } from '@tabler/icons-react';

/** What endings stand for, as a picture beside the name. */
const MARKS = [
  [/\.(png|jpe?g|gif|webp)$/i, IconPhoto],
  [/\.pdf$/i, IconFileTypePdf],
  [/\.(csv|xlsx|ods)$/i, IconTable],
  [/\.(txt|docx|odt|pptx|odp)$/i, IconFileText],
  [/\.mp4$/i, IconMovie],
  [/\.mp3$/i, IconMusic],
  [/\.zip$/i, IconFileZip],
] as const;

export function FileMark({ name }: { name: string }) {
  const Mark = MARKS.find(([pattern]) => pattern.test(name))?.[1] ?? IconFile;
  return <Mark size={16} stroke={1.6} aria-hidden />;
}
