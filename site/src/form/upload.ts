import type { FileView, Problem } from '../../../schemas/generated/api.ts';
import { localProblem } from '../api/answer.ts';
import { newKey } from '../api/client.ts';

export type UploadOutcome =
  | { readonly ok: true; readonly file: FileView }
  | { readonly ok: false; readonly problem: Problem };

const parseOutcome = (text: string): FileView & Problem => JSON.parse(text) as FileView & Problem;

function outcomeOf(request: XMLHttpRequest): UploadOutcome {
  try {
    const body = parseOutcome(request.responseText);
    return request.status < 300 ? { ok: true, file: body } : { ok: false, problem: body };
  } catch {
    return { ok: false, problem: localProblem('not-readable', request.status) };
  }
}

export type UploadOptions = {
  /** Whole percents. */
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
};

/** Sends one file as it is. `fetch` cannot say how far it has come, so this is the older way. */
export function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<UploadOutcome> {
  const request = new XMLHttpRequest();
  request.open('POST', '/api/files');
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
  request.setRequestHeader('Content-Type', file.type === '' ? 'application/octet-stream' : file.type);
  request.setRequestHeader('Idempotency-Key', newKey());
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : Math.floor((loaded / total) * 100));
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ ok: false, problem: localProblem('cancelled') });
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve({ ok: false, problem: localProblem(navigator.onLine ? 'no-answer' : 'offline') });
    request.onabort = () => resolve({ ok: false, problem: localProblem('cancelled') });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
