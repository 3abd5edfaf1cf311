'use client';

import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef, useSyncExternalStore } from 'react';
import { useField } from '../form/form-state.ts';
import { FileMark } from './file-mark.tsx';
import { fileSize } from './file-size.ts';
import type { FileRules, FileWords } from './file-rules.ts';
import { useFormDrops } from './use-form-drops.ts';
import { useLateSubmit } from './use-late-submit.ts';
import { useUploads, valueOf, type Upload } from './use-uploads.ts';
import classes from './files.module.css';


const never = () => () => undefined;

/**
 * Files for the message of the surrounding form: chosen, dropped or pasted, and sent at once. Without JavaScript it is a
 * plain file input, whose files go with the form.
 */
export function AttachmentField({ tenant, limits, words }: FileRules & { tenant: string }) {
  const box = useRef<HTMLDivElement>(null);
  const hasScript = useSyncExternalStore(never, () => true, () => false);
  const { uploads, add, remove } = useUploads(tenant, limits);
  const isOver = useFormDrops(box, add);
  const isWaiting = useLateSubmit(box, uploads.some(({ state }) => state === 'sending'), uploads.some(({ state }) => state === 'refused'));
  const { error } = useField('attachmentIds');
  return (
    <div ref={box} className={classes.field}>
      {uploads.length > 0 && (
        <ul className={classes.files} aria-label={words.chosen}>
          {uploads.map((upload) => (
            <UploadItem key={upload.key} upload={upload} words={words} hasScript={hasScript} onRemove={() => remove(upload)} />
          ))}
        </ul>
      )}
      {(error ?? isWaiting) && (
        <p role="status" className={error ? classes.error : classes.waiting}>
          {error ?? words.waiting}
        </p>
      )}
      <label className={classes.attach} data-over={isOver || undefined} title={words.hint}>
        <IconPaperclip size={16} stroke={1.6} aria-hidden />
        <span>{isOver ? words.drop : words.attach}</span>
        <input
          type="file"
          multiple
          // With JavaScript the files are sent on their own, not with the form.
          name={hasScript ? undefined : 'file'}
          accept={limits.endings.map((ending) => `.${ending}`).join(',')}
          onChange={({ currentTarget }) => {
            add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}

interface UploadItemProps {
  upload: Upload;
  words: FileWords;
  hasScript: boolean;
  onRemove: () => void;
}

function UploadItem({ upload, words, hasScript, onRemove }: UploadItemProps) {
  const { name, size, state, progress, code } = upload;
  return (
    <li className={classes.file} data-state={state}>
      {state === 'sent' && (
        <input type="checkbox" name="attachment" value={valueOf(upload)} defaultChecked hidden={hasScript} aria-label={words.keep.replace('{name}', name)} />
      )}
      <FileMark name={name} />
      <span className={classes.name}>{name}</span>
      {size > 0 && <span className={classes.quiet}>{fileSize(size, words.locale)}</span>}
      {state === 'sending' && <progress value={progress} aria-label={name} />}
      {state === 'refused' && (
        <span role="alert" className={classes.error}>
          {words.refused[code ?? ''] ?? words.refused['OTHER']}
        </span>
      )}
      {hasScript && (
        <button type="button" className={classes.remove} aria-label={words.remove.replace('{name}', name)} onClick={onRemove}>
          <IconX size={14} stroke={1.75} aria-hidden />
        </button>
      )}
    </li>
  );
}
