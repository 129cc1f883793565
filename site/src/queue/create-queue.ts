import type { CommandOutcome } from '../../../schemas/generated/api.ts';
import type { Answer } from '../api/answer.ts';
import type { Client } from '../api/client.ts';
import { createStore } from '../api/store.ts';
import { isWaiting, type QueueItem } from './item.ts';
import type { QueueStorage } from './storage.ts';

export type QueueState = {
  /** Mine, in the order they were meant. */
  readonly items: readonly QueueItem[];
  /** The key that is being delivered now. */
  readonly sending: string | undefined;
  /** Nobody, or somebody else, is signed in. */
  readonly signedOut: boolean;
  /** How many arrived since the page was opened. */
  readonly sent: number;
};

/** An item and its outcome, or why it was refused. */
export type Settled = { readonly item: QueueItem; readonly answer: Answer<CommandOutcome> };

export type QueueOptions = {
  readonly storage: QueueStorage;
  readonly client: Pick<Client, 'post'>;
  /** Runs work in one page of this browser at a time; skips it while another page is at it. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Tells the other pages of this browser that the kept items have changed, and what became of one. */
  readonly tell: (settled?: Settled) => void;
  /** Told what became of an item; `shown` when its page is open here and shows it. */
  readonly settled: (settled: Settled, shown: boolean) => Promise<void>;
};

export const EMPTY_QUEUE: QueueState = { items: [], sending: undefined, signedOut: false, sent: 0 };
const PAUSES = [5_000, 15_000, 30_000, 60_000] as const;
const LONGEST_PAUSE = 60_000;

/** The answer says nothing about whether it was carried out: it is delivered again. */
const isOpen = ({ status }: { readonly status: number }): boolean => status === 0 || status === 429 || status >= 500;

/** @returns whether it shows what became of the item. */
type Listener = (settled: Settled) => boolean;

/** Delivers, in order, what could not be delivered when it was meant; each exactly once, and only for who meant it. */
export function createQueue({ storage, client, alone, tell, settled }: QueueOptions) {
  const state = createStore<QueueState>(EMPTY_QUEUE);
  const listeners = new Set<Listener>();
  let person: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const change = (news: Partial<QueueState>) => state.set({ ...state.get(), ...news });

  async function refresh(): Promise<void> {
    const all = await storage.all();
    const mine = all.filter((item) => item.person === person);
    change({ items: mine.toSorted((a, b) => (a.at < b.at ? -1 : 1)) });
  }

  async function keep(item: QueueItem): Promise<void> {
    await storage.keep(item);
    await refresh();
    tell();
  }

  async function drop(key: string): Promise<void> {
    await storage.drop(key);
    await refresh();
    tell();
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), PAUSES[failures] ?? LONGEST_PAUSE);
    failures += 1;
  }

  /** @returns whether to go on with the next one. */
  async function deliver(item: QueueItem): Promise<boolean> {
    change({ sending: item.key });
    const headers = { 'Formloop-Person': item.person };
    const post = (body: QueueItem['body']) =>
      client.post<CommandOutcome>(item.path, body, { key: item.key, stay: true, headers });
    const once = await post(item.body);
    const isOther = !once.ok && once.problem.code === 'idempotency-mismatch';
    const answer = isOther && item.first !== undefined ? await post(item.first) : once;
    change({ sending: undefined });
    if (!answer.ok && answer.problem.code === 'signed-out') {
      change({ signedOut: true });
      return false;
    }
    if (!answer.ok && isOpen(answer.problem)) {
      if (!item.tried && answer.problem.code !== 'offline') await keep({ ...item, tried: true });
      later();
      return false;
    }
    failures = 0;
    if (answer.ok) change({ sent: state.get().sent + 1 });
    if (answer.ok) await drop(item.key);
    else await keep({ ...item, problem: answer.problem });
    const shown = hear({ item, answer });
    tell({ item, answer });
    await settled({ item, answer }, shown);
    return true;
  }

  const hear = (news: Settled): boolean => [...listeners].map((listener) => listener(news)).some(Boolean);

  async function flush(): Promise<void> {
    clearTimeout(timer);
    await alone(async () => {
      await refresh();
      change({ signedOut: false });
      // Looked up anew each time: what is cancelled meanwhile is not delivered.
      for (let next = first(); next !== undefined; next = first()) if (!(await deliver(next))) return;
    });
  }

  const first = (): QueueItem | undefined => state.get().items.find(isWaiting);

  return {
    state,
    refresh,
    flush,
    /** What became of an item that another page delivered. */
    hear,
    /** Takes up the queue of whoever is signed in. */
    async open(who: string) {
      if (person !== who) change(EMPTY_QUEUE);
      person = who;
      await refresh();
      if (first() !== undefined) await flush();
    },
    /** @returns false when this browser cannot keep it, or nobody is known to be signed in. */
    async add(item: Omit<QueueItem, 'person'>): Promise<boolean> {
      if (person === undefined) return false;
      try {
        await keep({ ...item, person });
      } catch {
        return false;
      }
      failures = 0;
      later();
      return true;
    },
    /** Takes an item out that is not being delivered this moment. */
    async cancel(key: string) {
      if (state.get().sending !== key) await drop(key);
    },
    /** Forgets everything of mine: I sign out. */
    async forget() {
      for (const { key } of state.get().items) await storage.drop(key);
      await refresh();
      tell();
    },
    /** Told of everything that was carried out or refused while this page is open; gives the way to stop. */
    onSettled(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
