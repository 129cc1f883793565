import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import { useRefresh } from '../session/refresh.ts';
import { api } from './api.ts';

export interface Loaded<T> {
  readonly value?: T;
  readonly problem?: Problem;
  readonly reload: () => void;
}

/** One body of the server, fetched again when something changed. What is shown stays while a refresh fails. */
export function useLoad<T>(path: string): Loaded<T> {
  const [state, setState] = useState<{ value?: T; problem?: Problem }>({});
  const current = useRef(path);
  const load = useCallback(async () => {
    const answer = await api.get<T>(path);
    if (current.current !== path) return;
    setState((old) => {
      if (answer.ok) return { value: answer.value };
      return old.value === undefined ? { problem: answer.problem } : old;
    });
  }, [path]);
  useEffect(() => {
    current.current = path;
    void load();
  }, [path, load]);
  useRefresh(() => void load());
  return {
    ...state,
    reload: () => {
      setState({});
      void load();
    },
  };
}
