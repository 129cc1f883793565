import { useCallback, useEffect, useRef, useState } from 'react';
import { useRefresh } from '../session/refresh.ts';
import { api } from './api.ts';
import { continued, emptyList, failed, firstPage, type ListState, type Page, renewed } from './list-state.ts';

export interface List<P extends Page> extends ListState<P> {
  readonly more: () => void;
  readonly reload: () => void;
}

export type ListQuery = Readonly<Record<string, string | undefined>>;

/**
 * A list of the server, page by page. It starts over when path or query change and looks for news when the person
 * comes back to the window. `path` undefined: not yet.
 */
export function useList<P extends Page>(path: string | undefined, query: ListQuery): List<P> {
  const address = JSON.stringify([path, query]);
  const [state, setState] = useState<ListState<P>>(emptyList);
  const current = useRef(address);

  const fetchPage = useCallback(
    async (from: string, merge: (old: ListState<P>, page: P) => ListState<P>, cursor?: string) => {
      const [to, parameters] = parseAddress(from);
      if (to === undefined) return;
      const answer = await api.get<P>(to, { query: { ...parameters, cursor } });
      if (current.current !== from) return;
      setState((old) => (answer.ok ? merge(old, answer.value) : failed(old, answer.problem)));
    },
    [],
  );

  useEffect(() => {
    current.current = address;
    setState(emptyList);
    void fetchPage(address, (_, page) => firstPage(page));
  }, [address, fetchPage]);
  useRefresh(() => void fetchPage(address, renewed));

  return {
    ...state,
    more: () => {
      setState((old) => ({ ...old, loadingMore: true }));
      void fetchPage(address, continued, state.next);
    },
    reload: () => {
      setState(emptyList);
      void fetchPage(address, (_, page) => firstPage(page));
    },
  };
}

const parseAddress = (address: string): [string | undefined, ListQuery] => {
  const [path, query] = JSON.parse(address) as [string | null, ListQuery];
  return [path ?? undefined, query];
};
