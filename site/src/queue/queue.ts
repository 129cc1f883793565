import type { Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { isRecord } from '../api/record.ts';
import type { Attempt } from '../form/submission.ts';
import { dropCopy, readCopy } from '../session/local-copy.ts';
import { announceChange } from '../session/refresh.ts';
import { serverNow } from '../session/session.ts';
import { createQueue, type Settled } from './create-queue.ts';
import { type About, isItem, type QueueItem } from './item.ts';
import { queueStorage } from './storage.ts';

const NAME = 'formloop-queue';
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME);

/** The deliveries of this browser that wait for the network. */
export const queue = createQueue({
  storage: queueStorage,
  client: api,
  // Locks exist on secure addresses only; elsewhere two pages may deliver the same item, which its key makes harmless.
  alone: (work) =>
    navigator.locks === undefined
      ? work()
      : navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock === null ? undefined : work())),
  tell: (settled) => channel?.postMessage(settled ?? 'changed'),
  async settled({ item, answer }, shown) {
    if (answer.ok && item.about.draft !== undefined) dropCopy(item.about.draft);
    if (!answer.ok && !shown) await keepText(item);
    announceChange();
  },
});

const isSettled = (value: unknown): value is Settled => isRecord(value) && isItem(value.item) && isRecord(value.answer);

channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void queue.refresh();
  if (isSettled(data)) queue.hear(data);
});

/** A form that was refused becomes a draft again, which the workbench lists. */
async function keepText({ about, body, person }: QueueItem): Promise<void> {
  if (about.draft === undefined || !('process' in body)) return;
  const revision = readCopy(about.draft, person)?.revision;
  const { process, version = 1, values } = body;
  const draft = { process, version, values, ...(revision === undefined ? {} : { revision }) };
  await api.put(`/api/drafts/${about.draft}`, draft, { stay: true });
}

/** Keeps an attempt that nobody answered; see `createSubmission`. */
export const queueAttempt =
  (path: string, about: () => About) =>
  ({ key, body, first }: Attempt<QueueItem['body']>, { code }: Problem): Promise<boolean> => {
    const at = new Date(serverNow()).toISOString();
    const before = first === undefined ? {} : { first };
    return queue.add({ key, path, body, ...before, about: about(), at, tried: code !== 'offline' });
  };

/** Delivers when the network is back and when somebody looks at the page again; gives the way to stop. */
export function followNetwork(): () => void {
  const flush = () => void queue.flush();
  const seen = () => document.visibilityState === 'visible' && flush();
  addEventListener('online', flush);
  document.addEventListener('visibilitychange', seen);
  return () => {
    removeEventListener('online', flush);
    document.removeEventListener('visibilitychange', seen);
  };
}
