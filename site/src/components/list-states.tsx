import type { ReactNode } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { Button } from './button.tsx';
import { CardSkeletons, ErrorNote } from './states.tsx';

export interface ListStatesProps {
  readonly list: {
    readonly status: 'loading' | 'ready' | 'failed';
    readonly items: readonly unknown[];
    readonly next?: string | undefined;
    readonly problem?: Problem | undefined;
    readonly stale: boolean;
    readonly loadingMore: boolean;
    readonly more: () => void;
    readonly reload: () => void;
  };
  readonly empty: ReactNode;
  readonly children: ReactNode;
}

/** What every list does: wait, say what failed, say what to do when it is empty, offer news and the next page. */
export function ListStates({ list, empty, children }: ListStatesProps) {
  const words = useWords(commonWords);
  if (list.status === 'loading') return <CardSkeletons />;
  if (list.status === 'failed' && list.problem) return <ErrorNote problem={list.problem} onRetry={list.reload} />;
  if (list.items.length === 0) return empty;
  return (
    <div className="stack">
      {list.stale && (
        <Button tone="plain" icon="up" onClick={list.reload}>
          {words.news}
        </Button>
      )}
      {children}
      {list.problem && <ErrorNote problem={list.problem} />}
      {list.next !== undefined && (
        <Button wide busy={list.loadingMore} onClick={list.more}>
          {words.more}
        </Button>
      )}
    </div>
  );
}
