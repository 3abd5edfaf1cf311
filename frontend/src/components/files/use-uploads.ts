'use client';

import { useEffect, useRef, useState } from 'react';
import type { AttachmentLimits } from '../../lib/api-types.ts';
import { useFormState } from '../form/form-state.ts';
import { sendFile, takeBack } from './send-file.ts';

/** A file beside a message that is being written. */
export interface Upload {
  key: string;
  name: string;
  /** Bytes; 0 where that is not known. */
  size: number;
  state: 'sending' | 'sent' | 'refused';
  /** From 0 to 1. */
  progress: number;
  /** Once it is sent. */
  id?: string;
  /** Where it is refused. */
  code?: string;
}

/** What a form says of a file, as the server writes it for forms without JavaScript: `<id>/<bytes>/<name>`. */
export function valueOf({ id = '', size, name }: Upload): string {
  return `${id}/${size}/${name}`;
}

function kept(values: Record<string, string[]>): Upload[] {
  const sent = (values['attachment'] ?? []).map((value): Upload => {
    const [id = '', size, ...name] = value.split('/');
    return { key: id, name: name.join('/'), size: Number(size), state: 'sent', progress: 1, id };
  });
  const refused = (values['refused'] ?? []).map((value, index): Upload => {
    const [code = '', ...name] = value.split('/');
    return { key: `refused-${index}`, name: name.join('/'), size: 0, state: 'refused', progress: 0, code };
  });
  return [...sent, ...refused];
}

/** The files of the surrounding form: sent as soon as they are chosen, gone from the list once their message is sent. */
export function useUploads(tenant: string, limits: AttachmentLimits) {
  const { result } = useFormState();
  const [seen, setSeen] = useState(result);
  const [uploads, setUploads] = useState<Upload[]>(() => (result && !result.success ? kept(result.values) : []));
  const sendings = useRef(new Map<string, AbortController>());

  if (result !== seen) {
    setSeen(result);
    if (result?.success) setUploads([]);
  }

  useEffect(() => {
    const running = sendings.current;
    return () => running.forEach((sending) => sending.abort());
  }, []);

  const change = (key: string, news: Partial<Upload>) =>
    setUploads((present) => present.map((upload) => (upload.key === key ? { ...upload, ...news } : upload)));

  const refusalOf = (file: File, place: number): string | undefined => {
    if (place >= limits.files) return 'TOO_MANY';
    if (!limits.endings.some((ending) => file.name.toLowerCase().endsWith(`.${ending}`))) return 'FILE_TYPE_REFUSED';
    return file.size > limits.bytes ? 'TOO_LARGE' : undefined;
  };

  const send = async (key: string, file: File) => {
    const sending = new AbortController();
    sendings.current.set(key, sending);
    const answer = await sendFile({ file, tenant, onProgress: (progress) => change(key, { progress }), signal: sending.signal });
    sendings.current.delete(key);
    change(key, 'id' in answer ? { state: 'sent', id: answer.id, name: answer.name, size: answer.size } : { state: 'refused', code: answer.code });
  };

  const add = (files: readonly File[]) => {
    const taken = uploads.filter(({ state }) => state !== 'refused').length;
    const added = files.map((file, index): { file: File; upload: Upload } => {
      const code = refusalOf(file, taken + index);
      const upload = { key: crypto.randomUUID(), name: file.name, size: file.size, progress: 0 };
      return { file, upload: code ? { ...upload, state: 'refused', code } : { ...upload, state: 'sending' } };
    });
    setUploads((present) => [...present.filter(({ state }) => state !== 'refused'), ...added.map(({ upload }) => upload)]);
    for (const { file, upload } of added) if (upload.state === 'sending') void send(upload.key, file);
  };

  const remove = ({ key, id }: Upload) => {
    sendings.current.get(key)?.abort();
    if (id) takeBack(id, tenant);
    setUploads((present) => present.filter((upload) => upload.key !== key));
  };

  return { uploads, add, remove };
}
