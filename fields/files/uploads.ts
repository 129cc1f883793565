import type { FileView, Problem } from '../../schemas/generated/api.ts';
import type { UploadOptions, UploadOutcome } from '../../site/src/form/upload.ts';
import type { Refusal } from './refusal.ts';

/** A file on its way to the server, or one that will not arrive. */
export type Sending = { readonly key: number; readonly file: File } & (
  | { readonly state: 'waiting' }
  | { readonly state: 'sending'; readonly percent: number }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'refused'; readonly refusal: Refusal }
);

type Surroundings = {
  readonly send: (file: File, options: UploadOptions) => Promise<UploadOutcome>;
  /** A file has arrived; called in the order in which files were added. */
  readonly arrived: (file: FileView) => void;
  /** Whether anything has yet to arrive. */
  readonly expecting: (isComing: boolean) => void;
};

/** The same file is not taken however often it is sent. */
const FINAL: ReadonlySet<number> = new Set([413, 415]);
export const isFinal = (one: Sending): boolean =>
  one.state === 'refused' || (one.state === 'failed' && FINAL.has(one.problem.status));

const CONNECTION: ReadonlySet<string> = new Set(['offline', 'no-answer', 'too-slow']);

/** The uploads of one control. One at a time, so that files come to stand in the order they were chosen in. */
export function createUploads({ send, arrived, expecting }: Surroundings) {
  let list: readonly Sending[] = [];
  let last = 0;
  let latest: string | undefined;
  let running: { readonly key: number; readonly abort: AbortController } | undefined;
  const listeners = new Set<() => void>();

  function show(next: readonly Sending[]) {
    list = next;
    expecting(list.some((one) => !isFinal(one)));
    for (const listener of listeners) listener();
  }
  const put = (changed: Sending) => show(list.map((one) => (one.key === changed.key ? changed : one)));
  const drop = (key: number) => show(list.filter((one) => one.key !== key));

  async function pump() {
    const next = running === undefined ? list.find(({ state }) => state === 'waiting') : undefined;
    if (next === undefined) return;
    const { key, file } = next;
    const abort = new AbortController();
    running = { key, abort };
    put({ key, file, state: 'sending', percent: 0 });
    const onProgress = (percent: number) => put({ key, file, state: 'sending', percent });
    const outcome = await send(file, { onProgress, signal: abort.signal });
    running = undefined;
    if (abort.signal.aborted) drop(key);
    else if (outcome.ok) {
      arrived(outcome.file);
      latest = outcome.file.name;
      drop(key);
    } else put({ key, file, state: 'failed', problem: outcome.problem });
    void pump();
  }

  function again(keys: readonly number[]) {
    show(list.map((one) => (keys.includes(one.key) ? { key: one.key, file: one.file, state: 'waiting' } : one)));
    void pump();
  }

  return {
    list: (): readonly Sending[] => list,
    /** The name of the file that has arrived last. */
    latest: (): string | undefined => latest,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** What the last try refused is no longer shown. */
    add(files: readonly { readonly file: File; readonly refusal: Refusal | undefined }[]) {
      const fresh = files.map(({ file, refusal }): Sending => {
        last += 1;
        return refusal === undefined
          ? { key: last, file, state: 'waiting' }
          : { key: last, file, state: 'refused', refusal };
      });
      show([...list.filter((one) => !isFinal(one)), ...fresh]);
      void pump();
    },
    again: (key: number) => again([key]),
    /** The network is back. */
    againWhenLost: () =>
      again(list.flatMap((one) => (one.state === 'failed' && CONNECTION.has(one.problem.code) ? [one.key] : []))),
    remove(key: number) {
      if (running?.key === key) running.abort.abort();
      drop(key);
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;
