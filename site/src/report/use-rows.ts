import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem, ReportRowPage } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { type Look, queryOf } from './look.ts';

/** The rows behind a number as far as they were fetched. */
export type Rows = {
  /** All pages so far as one. */
  readonly page?: ReportRowPage;
  readonly busy: boolean;
  readonly problem?: Problem;
  readonly more: () => void;
  readonly reload: () => void;
};

type State = Pick<Rows, 'page' | 'busy' | 'problem'>;

/** The rows behind the number that is opened, page by page. */
export function useRows(id: string, look: Look): Rows {
  const { part = '', measure, keys } = look.opened ?? {};
  const address = JSON.stringify([id, part, { ...queryOf(look), measure, keys: keys && JSON.stringify(keys) }]);
  const [state, setState] = useState<State>({ busy: true });
  const wanted = useRef(address);
  const load = useCallback(async (from: string, before?: ReportRowPage) => {
    setState((old) => ({ ...(before && old), busy: true }));
    const [report, of, query] = parseAddress(from);
    const path = `/api/reports/${encodeURIComponent(report)}/parts/${encodeURIComponent(of)}/rows`;
    const answer = await api.get<ReportRowPage>(path, { query: { ...query, cursor: before?.next } });
    if (wanted.current !== from) return;
    if (answer.ok) setState({ page: before ? continued(before, answer.value) : answer.value, busy: false });
    else setState((old) => ({ ...old, busy: false, problem: answer.problem }));
  }, []);
  useEffect(() => {
    wanted.current = address;
    void load(address);
  }, [address, load]);
  return {
    ...state,
    more: () => void load(address, state.page),
    reload: () => void load(address, state.page),
  };
}

type Query = Readonly<Record<string, string | undefined>>;
const parseAddress = (address: string) => JSON.parse(address) as readonly [report: string, part: string, query: Query];

/** One page after another; rows that may not be seen add up. */
export const continued = (before: ReportRowPage, { next, ...page }: ReportRowPage): ReportRowPage => ({
  ...page,
  items: [...before.items, ...page.items],
  people: { ...before.people, ...page.people },
  units: { ...before.units, ...page.units },
  names: { ...before.names, ...page.names },
  unseen: before.unseen + page.unseen,
  ...(next !== undefined && { next }),
});
