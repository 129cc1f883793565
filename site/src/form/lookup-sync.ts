import { type FieldNode, lookupRequests, type Row, rowsOf } from '#engine';
import type { LookupRequest, LookupResult } from '../../../schemas/generated/api.ts';
import type { Client } from '../api/client.ts';
import { EDITED, type FormStore } from './store.ts';

/** Changes are let settle for this long before ledgers are asked. */
const PAUSE = 300;
/** A ledger that did not answer is asked again after this. */
const AGAIN = 3000;

/** Row ids that reference fields and columns hold. */
function referencedIds(references: readonly FieldNode[], { values }: Pick<FormStore, 'values'>): readonly string[] {
  const held = values();
  const idsOf = (form: string, table: string | undefined, id: string): readonly unknown[] =>
    table === undefined ? [held[form]?.[id]] : rowsOf(held[form]?.[table]).map((row: Row) => row[id]);
  return references.flatMap(({ form, table, id }) => idsOf(form, table, id)).filter((id) => typeof id === 'string');
}

export type Lookups = {
  /** Asks from now on whenever an input of a lookup changes or a reference is new. Returns the way to stop. */
  readonly follow: () => () => void;
  /** Resolves when what the present values need has been asked: checks may then judge them. */
  readonly settle: () => Promise<void>;
};

/** Keeps what the form reads from ledgers up to date. */
export function createLookups(
  store: FormStore,
  client: Pick<Client, 'post'>,
  process: { readonly id: string; readonly version: number },
): Lookups {
  let asked = '';
  let latest: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nodes = [...store.model.nodes.values()];
  const referring = nodes.filter(({ field }) => field.type === 'reference');
  const readsLedgers = referring.length > 0 || nodes.some(({ lookup }) => lookup !== undefined);
  const need = (): string => {
    const { references } = store.facts();
    const unknown = referencedIds(referring, store).filter((id) => !Object.hasOwn(references, id));
    return JSON.stringify([lookupRequests(store.model, store.values(), store.facts()), unknown]);
  };
  const fetchFor = async (wanted: string) => {
    const body: LookupRequest = { process: process.id, version: process.version, values: { ...store.values() } };
    const answer = await client.post<LookupResult>('/api/lookups', body);
    if (answer.ok && wanted === asked) {
      store.learn(answer.value);
      asked = need();
    } else if (!answer.ok) {
      asked = '';
      clearTimeout(timer);
      timer = setTimeout(ask, AGAIN);
    }
  };
  const ask = (): Promise<void> => {
    const wanted = need();
    if (wanted !== asked && wanted !== '[[],[]]') {
      asked = wanted;
      latest = fetchFor(wanted);
    }
    return latest;
  };
  const settle = () => {
    clearTimeout(timer);
    return ask();
  };
  const follow = () => {
    // Most forms read none: a pause in typing must not walk through all their fields.
    if (!readsLedgers) return () => undefined;
    const stop = store.subscribe(EDITED, () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    void ask();
    return () => {
      clearTimeout(timer);
      stop();
    };
  };
  return { follow, settle };
}
