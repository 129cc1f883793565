import { useEffect, useState } from 'react';

export const filterNames = ['q', 'process', 'status', 'from', 'to'] as const;
export type Filters = Readonly<Record<(typeof filterNames)[number], string>>;

export const noFilters: Filters = { q: '', process: '', status: '', from: '', to: '' };
export const isFiltered = (filters: Filters): boolean => filterNames.some((name) => filters[name] !== '');

function filtersOf(search: string): Filters {
  const given = new URLSearchParams(search);
  const [q, process, status, from, to] = filterNames.map((name) => given.get(name) ?? '');
  return { q: q ?? '', process: process ?? '', status: status ?? '', from: from ?? '', to: to ?? '' };
}

function addressOf(filters: Filters): string {
  const search = new URLSearchParams();
  for (const name of filterNames) if (filters[name] !== '') search.set(name, filters[name]);
  return search.size === 0 ? location.pathname : `?${search}`;
}

/** The filters are the query of the page, so that a view can be sent to a colleague. */
export function useFilters(): [Filters | undefined, (filters: Filters) => void] {
  const [filters, setFilters] = useState<Filters>();
  useEffect(() => setFilters(filtersOf(location.search)), []);
  const change = (next: Filters) => {
    history.replaceState(null, '', addressOf(next));
    setFilters(next);
  };
  return [filters, change];
}
