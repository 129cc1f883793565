import { createStore, del, set, type UseStore, values } from 'idb-keyval';
import { isItem, type QueueItem } from './item.ts';

/** Where queued deliveries are kept, so that they outlive the page and the browser. */
export type QueueStorage = {
  readonly all: () => Promise<readonly QueueItem[]>;
  /** @throws when this browser keeps nothing: private windows, a full disk. */
  readonly keep: (item: QueueItem) => Promise<void>;
  readonly drop: (key: string) => Promise<void>;
};

let opened: UseStore | undefined;
const store = (): UseStore => {
  opened ??= createStore('formloop-queue', 'items');
  return opened;
};

export const queueStorage: QueueStorage = {
  async all() {
    try {
      return (await values<unknown>(store())).filter(isItem);
    } catch {
      return [];
    }
  },
  keep: (item) => set(item.key, item, store()),
  drop: (key) => del(key, store()),
};
