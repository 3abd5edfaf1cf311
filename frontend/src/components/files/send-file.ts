import type { Problem } from '@kontor/contracts/errors';
import type { Attachment } from '../../lib/api-types.ts';

/** Why a file was not taken: the code of the refusal, or that nobody answered. */
export interface Refusal {
  code: string;
}

interface Sending {
  file: File;
  tenant: string;
  /** From 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a file and answers what it has become. By XMLHttpRequest, since fetch does not tell how far it has got. */
export function sendFile({ file, tenant, onProgress, signal }: Sending): Promise<Attachment | Refusal> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files?${new URLSearchParams({ name: file.name, tenant })}`);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = request.response as Attachment | Problem | null;
      if (answer && 'id' in answer) resolve(answer);
      else resolve({ code: answer?.errors?.[0]?.code ?? answer?.code ?? 'UPSTREAM_FAILED' });
    };
    request.onerror = () => resolve({ code: 'UNAVAILABLE' });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** Takes back what was sent, best effort: what waits is removed after a day in any case. */
export function takeBack(id: string, tenant: string): void {
  void fetch(`/files/${id}?${new URLSearchParams({ tenant })}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
}
