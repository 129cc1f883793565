import { type ReactNode, useDeferredValue, useState } from 'react';
import { useLoad } from '../api/use-load.ts';
import { Button } from './button.tsx';
import { SearchBox } from './search-box.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from './states.tsx';

export interface SearchPageProps<T> {
  readonly words: {
    readonly title: string;
    readonly intro: string;
    readonly search: string;
    readonly searchHint: string;
    readonly nothingTitle: string;
    readonly nothingText: string;
    readonly clearSearch: string;
  };
  /** Where the server has the whole list. */
  readonly path: string;
  readonly everything: (list: T) => ReactNode;
  /** What a search finds; nothing when it finds nothing. */
  readonly found: (list: T, search: string) => ReactNode;
}

/** A list that is short enough to be had whole and long enough to be searched. */
export function SearchPage<T>({ words, path, everything, found }: SearchPageProps<T>) {
  const { value, problem, reload } = useLoad<T>(path);
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search.trim());
  const result = value !== undefined && sought !== '' ? found(value, sought) : undefined;
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <SearchBox label={words.search} placeholder={words.searchHint} value={search} onChange={setSearch} />
        <p className="page-sub">{words.intro}</p>
      </div>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons />}
      {value !== undefined && sought === '' && everything(value)}
      {value !== undefined && sought !== '' && (
        <div role="status">
          {result ?? (
            <EmptyState icon="search" title={words.nothingTitle} text={words.nothingText}>
              <Button onClick={() => setSearch('')}>{words.clearSearch}</Button>
            </EmptyState>
          )}
        </div>
      )}
    </>
  );
}
