import type { Problem, SessionView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { createStore, useStore } from '../api/store.ts';

/** Who is at work here. `skew` is how far the clock of the server is ahead of this machine, in milliseconds. */
export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'in'; readonly session: SessionView; readonly skew: number }
  | { readonly status: 'failed'; readonly problem: Problem };

const CACHE = 'formloop.session';
const loading: SessionState = { status: 'loading' };
const store = createStore<SessionState>(loading);
let asked: Promise<void> | undefined;

const stateOf = (session: SessionView): SessionState => ({
  status: 'in',
  session,
  skew: Date.parse(session.now) - Date.now(),
});

function remember(state: SessionState) {
  try {
    if (state.status === 'in') sessionStorage.setItem(CACHE, JSON.stringify(state));
    else sessionStorage.removeItem(CACHE);
  } catch {
    // Without storage every page asks the server first.
  }
  store.set(state);
}

const parseState = (text: string): SessionState => JSON.parse(text) as SessionState;

/** What the previous page knew, so that the next one shows names and counts at once. */
function recall() {
  try {
    const text = sessionStorage.getItem(CACHE);
    if (text !== null) store.set(parseState(text));
  } catch {
    // An unreadable memory is no memory.
  }
}

async function ask(): Promise<void> {
  const answer = await api.get<SessionView>('/api/session');
  if (answer.ok) remember(stateOf(answer.value));
  else if (answer.problem.status === 401) forgetSession();
  else if (store.get().status !== 'in') store.set({ status: 'failed', problem: answer.problem });
}

/** Asks the server once for a page, whoever needs the session first. */
export function loadSession(): Promise<void> {
  if (asked === undefined) {
    recall();
    asked = ask();
  }
  return asked;
}

/** Asks again: after a command, a move of the clock, a return to the window. */
export function refreshSession(): Promise<void> {
  asked = ask();
  return asked;
}

export const acceptSession = (session: SessionView): void => remember(stateOf(session));
export const forgetSession = (): void => remember(loading);

const useSessionState = (): SessionState => useStore(store, loading);

/** The session, once it is known. */
export function useSession(): SessionView | undefined {
  const state = useSessionState();
  return state.status === 'in' ? state.session : undefined;
}

/** The present moment as the server counts it, in milliseconds; development and tests can move it. */
export function serverNow(): number {
  const state = store.get();
  return Date.now() + (state.status === 'in' ? state.skew : 0);
}

/** The zone of the workspace. */
export const zoneOf = (session: SessionView | undefined): string => session?.zone ?? 'Asia/Shanghai';
