import type { DraftView, FormValues, Problem, SaveDraft } from '../../../schemas/generated/api.ts';
import type { Client } from '../api/client.ts';
import { createStore } from '../api/store.ts';
import { isRecord } from '../fields/lists.ts';
import { dropCopy, keepCopy } from '../session/local-copy.ts';

export type DraftState =
  | { readonly status: 'clean' | 'unsaved' | 'saving' | 'offline' }
  | { readonly status: 'saved'; readonly at: string }
  | { readonly status: 'refused'; readonly problem: Problem }
  | { readonly status: 'conflict'; readonly theirs: DraftView };

export type DraftKeeperOptions = {
  readonly id: string;
  /** Who types. */
  readonly person: string;
  readonly client: Pick<Client, 'put' | 'delete'>;
  /** What is being filled in, without its values. */
  readonly about: Omit<SaveDraft, 'values' | 'revision'>;
  readonly values: () => FormValues;
  readonly revision: number | undefined;
  readonly now: () => number;
};

const PAUSE = 1500;
const RETRY = 10_000;

const isDraft = (value: unknown): value is DraftView =>
  isRecord(value) && isRecord(value.values) && typeof value.revision === 'number';

/**
 * Keeps what is typed: at once in this browser, after a pause on the server. A save is based on a revision; when
 * another page saved in between, both versions stay and the person chooses.
 */
export function createDraftKeeper({ id, person, client, about, values, now, ...options }: DraftKeeperOptions) {
  const state = createStore<DraftState>({ status: 'clean' });
  let revision = options.revision;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;
  let changes = 0;
  let stopped = false;
  let paused = false;

  const body = (): SaveDraft => ({ ...about, values: values(), ...(revision === undefined ? {} : { revision }) });
  const copy = () => keepCopy(id, { ...body(), person, typedAt: new Date(now()).toISOString() });
  const schedule = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  };

  async function save(): Promise<void> {
    const upTo = changes;
    copy();
    state.set({ status: 'saving' });
    const answer = await client.put<DraftView>(`/api/drafts/${id}`, body());
    if (stopped) return;
    if (answer.ok) {
      revision = answer.value.revision;
      if (changes === upTo) dropCopy(id);
      state.set(changes === upTo ? { status: 'saved', at: answer.value.savedAt } : { status: 'unsaved' });
      if (changes !== upTo) schedule(PAUSE);
      return;
    }
    const { problem } = answer;
    const theirs = problem.params?.draft;
    if (problem.code === 'draft-conflict' && isDraft(theirs)) state.set({ status: 'conflict', theirs });
    else if (problem.status === 0 || problem.status >= 500 || problem.status === 429) {
      state.set({ status: 'offline' });
      schedule(RETRY);
    } else if (problem.status === 404 && revision !== undefined) {
      // The draft was deleted elsewhere; what is typed here becomes a new one.
      revision = undefined;
      schedule(0);
    } else state.set({ status: 'refused', problem });
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    await saving;
    const { status } = state.get();
    if (stopped || paused || status === 'clean' || status === 'saved' || status === 'conflict') return;
    saving = save();
    await saving;
    saving = undefined;
  }

  return {
    id,
    state,
    changed() {
      if (stopped || state.get().status === 'conflict') return;
      changes += 1;
      const { status } = state.get();
      if (status !== 'unsaved' && status !== 'saving' && status !== 'offline') state.set({ status: 'unsaved' });
      schedule(PAUSE);
    },
    flush,
    /** Before submitting: nothing more is saved until `resume`, and what is on its way has arrived. */
    async pause() {
      paused = true;
      clearTimeout(timer);
      if (state.get().status !== 'clean' && state.get().status !== 'saved') copy();
      await saving;
      clearTimeout(timer);
    },
    /** What was to be submitted was not: it is a draft again. */
    resume() {
      paused = false;
      return flush();
    },
    /** Keeps what is typed in this browser, at once. */
    keepHere: copy,
    /** Whether leaving now could lose something the server does not have. */
    atRisk: (): boolean => !paused && !['clean', 'saved'].includes(state.get().status),
    keepMine(theirs: DraftView) {
      revision = theirs.revision;
      state.set({ status: 'unsaved' });
      return flush();
    },
    keepTheirs(theirs: DraftView) {
      revision = theirs.revision;
      dropCopy(id);
      state.set({ status: 'saved', at: theirs.savedAt });
    },
    /** Submitted or given up: nothing is saved any more. */
    stop() {
      stopped = true;
      clearTimeout(timer);
      dropCopy(id);
      state.set({ status: 'clean' });
    },
    async remove() {
      await saving;
      stopped = true;
      clearTimeout(timer);
      dropCopy(id);
      state.set({ status: 'clean' });
      return client.delete(`/api/drafts/${id}`);
    },
  };
}

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;
