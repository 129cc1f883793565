import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import type { LedgerColumnViews, ReferenceRows } from '../../../schemas/generated/api.ts';
import type { Directory } from './directory.ts';
import type { FieldKey } from './keys.ts';
import { type FieldStatus, type FormStore, ISSUES, rowsKey } from './store.ts';

/** What values need to be shown: names of people and units, ledger rows, where files are kept. */
export type ReadScope = {
  readonly directory: Directory;
  readonly ledgers: LedgerColumnViews;
  /** Ledger rows that values refer to, by row id. */
  readonly references: ReferenceRows;
  /** The case whose files may be opened. */
  readonly caseId: string | undefined;
};

const ReadContext = createContext<ReadScope | undefined>(undefined);
const StoreContext = createContext<FormStore | undefined>(undefined);

export const ReadingIn = ({ scope, children }: { readonly scope: ReadScope; readonly children: ReactNode }) => (
  <ReadContext value={scope}>{children}</ReadContext>
);

/** The store never changes while the form is open, so this context re-renders nothing. */
export const FillingIn = ({ store, children }: { readonly store: FormStore; readonly children: ReactNode }) => (
  <StoreContext value={store}>{children}</StoreContext>
);

export function useReadScope(): ReadScope {
  const scope = useContext(ReadContext);
  if (scope === undefined) throw new Error('a value is shown outside ReadingIn');
  return scope;
}

export function useFormStore(): FormStore {
  const store = useContext(StoreContext);
  if (store === undefined) throw new Error('a field is drawn outside FillingIn');
  return store;
}

/** The store, where there is one: values are also shown without a form. */
export const useFormStoreIfAny = (): FormStore | undefined => useContext(StoreContext);

function useStoreKey<T>(key: string, read: () => T): T {
  const store = useFormStore();
  const subscribe = useCallback((listener: () => void) => store.subscribe(key, listener), [store, key]);
  return useSyncExternalStore(subscribe, read, read);
}

export function useValue(key: FieldKey): unknown {
  const store = useFormStore();
  return useStoreKey(key, () => store.value(key));
}

export function useStatus(key: FieldKey): FieldStatus {
  const store = useFormStore();
  return useStoreKey(key, () => store.status(key));
}

export function useRowList(table: FieldKey): readonly string[] {
  const store = useFormStore();
  return useStoreKey(rowsKey(table), () => store.rowList(table));
}

/** How many things are marked wrong; changes when the summary has to be drawn again. */
export function useIssueCount(): number {
  const store = useFormStore();
  return useStoreKey(ISSUES, () => store.issues().length);
}

export const useToday = (): string => useFormStore().facts().today;
