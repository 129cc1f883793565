import { useEffect, useState } from 'react';
import type { LoopBoard } from '../../../schemas/generated/api.ts';

export type BoardPeriod = LoopBoard['period'];
/** How a board is looked at: what its address keeps. */
export type BoardLook = { readonly asOf?: string; readonly period?: BoardPeriod };

export const PERIODS: readonly BoardPeriod[] = ['month', 'quarter', 'year', 'last-3-months', 'last-12-months'];

/** The look of the address, once the page is awake; another one takes its place there. */
export function useBoardLook(): readonly [BoardLook | undefined, (look: BoardLook) => void] {
  const [look, setLook] = useState<BoardLook>();
  useEffect(() => {
    const asked = new URLSearchParams(location.search);
    const asOf = asked.get('asOf');
    const period = PERIODS.find((each) => each === asked.get('period'));
    setLook({ ...(asOf !== null && { asOf }), ...(period && { period }) });
  }, []);
  const change = (next: BoardLook) => {
    setLook(next);
    history.replaceState(history.state, '', queryOf(next) || location.pathname);
  };
  return [look, change];
}

/** What the server is asked with; empty for today and the present year. */
export function queryOf(look: BoardLook, more: Readonly<Record<string, string>> = {}): string {
  const said = new URLSearchParams({ ...look, ...more });
  return said.size === 0 ? '' : `?${said}`;
}
