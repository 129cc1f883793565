import { type ReactNode, useState } from 'react';
import { type Loaded, useLoad } from '../api/use-load.ts';
import { SearchBox } from '../components/search-box.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { rulesWords } from '../i18n/rules.ts';
import { useWords } from '../i18n/use-locale.tsx';

interface SearchedListProps<T, Item> {
  readonly path: string;
  /** What a search leaves of the list. */
  readonly found: (list: T, search: string) => readonly Item[];
  readonly children: (items: readonly Item[], list: T) => ReactNode;
}

/** Tables or settings, as far as they match what is searched for. */
export function SearchedList<T, Item>({ path, found, children }: SearchedListProps<T, Item>) {
  const words = useWords(rulesWords);
  const [query, setQuery] = useState('');
  const { value, problem, reload }: Loaded<T> = useLoad<T>(path);
  const items = value === undefined ? [] : found(value, query);
  return (
    <>
      <SearchBox label={words.find} value={query} onChange={setQuery} />
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={3} />}
      {value !== undefined && items.length === 0 && (
        <EmptyState icon="search" title={words.nothingFound} text={words.intro} />
      )}
      {value !== undefined && children(items, value)}
    </>
  );
}
