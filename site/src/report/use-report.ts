import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem, ReportView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { useRefresh } from '../session/refresh.ts';
import { type Look, queryOf } from './look.ts';

export type LoadedReport = {
  /** The report as it was shown last; under another look than the one asked for while `busy`. */
  readonly view?: ReportView;
  readonly busy: boolean;
  readonly problem?: Problem;
  readonly reload: () => void;
};

type State = { readonly address?: string; readonly view?: ReportView; readonly problem?: Problem };

/** A report under a look. What is shown stays until the next picture is there, unless that cannot be had. */
export function useReport(id: string | undefined, look: Look): LoadedReport {
  const { asOf, filters } = queryOf(look);
  const address = JSON.stringify([id, asOf, filters]);
  const [state, setState] = useState<State>({});
  const wanted = useRef(address);
  const load = useCallback(async () => {
    if (id === undefined) return;
    const path = `/api/reports/${encodeURIComponent(id)}`;
    const answer = await api.get<ReportView>(path, { query: { asOf, filters } });
    if (wanted.current !== address) return;
    setState((old) => {
      if (answer.ok) return { address, view: answer.value };
      return old.address === address && old.view ? old : { address, problem: answer.problem };
    });
  }, [id, asOf, filters, address]);
  useEffect(() => {
    wanted.current = address;
    void load();
  }, [address, load]);
  useRefresh(() => void load());
  const { view, problem } = state;
  return {
    ...(view && { view }),
    ...(problem && { problem }),
    busy: state.address !== address,
    reload: () => {
      setState({});
      void load();
    },
  };
}
