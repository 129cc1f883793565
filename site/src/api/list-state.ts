import type { PeopleView, Problem, UnitNames } from '../../../schemas/generated/api.ts';

/** One page of a keyset list; `next` is there while more follows. */
export interface Page {
  readonly items: readonly unknown[];
  readonly next?: string;
  readonly people?: PeopleView;
  readonly units?: UnitNames;
}

export interface ListState<P extends Page> {
  readonly status: 'loading' | 'ready' | 'failed';
  /** The first page as it came, with what stands around the items. */
  readonly head?: P;
  readonly items: P['items'];
  readonly people: PeopleView;
  readonly units: UnitNames;
  readonly next?: string | undefined;
  readonly pages: number;
  readonly problem?: Problem | undefined;
  /** The beginning of the list has changed on the server since several pages were shown. */
  readonly stale: boolean;
  readonly loadingMore: boolean;
}

export const emptyList = {
  status: 'loading',
  items: [],
  people: {},
  units: {},
  pages: 0,
  stale: false,
  loadingMore: false,
} as const;

export const firstPage = <P extends Page>(page: P): ListState<P> => ({
  ...emptyList,
  status: 'ready',
  head: page,
  items: page.items,
  people: page.people ?? {},
  units: page.units ?? {},
  next: page.next,
  pages: 1,
});

/** A quiet look at the first page: it replaces a list of one page, only marks a longer one, and waits for more. */
export function renewed<P extends Page>(old: ListState<P>, page: P): ListState<P> {
  if (old.loadingMore) return old;
  if (old.pages < 2 || old.status !== 'ready') return firstPage(page);
  return { ...old, stale: old.stale || JSON.stringify(page.items) !== JSON.stringify(old.head?.items) };
}

/** The next page, after those that are shown. */
export function continued<P extends Page>(old: ListState<P>, page: P): ListState<P> {
  const people = { ...old.people, ...page.people };
  const units = { ...old.units, ...page.units };
  const items = [...old.items, ...page.items];
  return {
    ...old,
    items,
    people,
    units,
    next: page.next,
    pages: old.pages + 1,
    loadingMore: false,
    problem: undefined,
  };
}

/** What is shown stays; only a list that shows nothing says that it failed. */
export const failed = <P extends Page>(old: ListState<P>, problem: Problem): ListState<P> => ({
  ...old,
  status: old.status === 'ready' ? 'ready' : 'failed',
  problem,
  loadingMore: false,
});
