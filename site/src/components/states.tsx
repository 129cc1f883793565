import type { ReactNode } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { ProblemSentence } from './problem-sentence.tsx';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  /** What to do about it. */
  readonly text: string;
  readonly children?: ReactNode;
}

export const EmptyState = ({ icon, title, text, children }: EmptyStateProps) => (
  <div className="empty">
    <Icon name={icon} />
    <h2>{title}</h2>
    <p className="empty-text">{text}</p>
    {children}
  </div>
);

export interface NoteProps {
  readonly tone?: 'note' | 'return' | 'reject' | 'agree';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export const Note = ({ tone = 'note', icon = 'info', children }: NoteProps) => (
  <div className={tone === 'note' ? 'note' : `note note-${tone}`}>
    <Icon name={icon} />
    <div className="note-body">{children}</div>
  </div>
);

/** What went wrong and what to do next; `onRetry` adds the button that does it. */
export function ErrorNote({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }) {
  const words = useWords(commonWords);
  return (
    <div role="alert">
      <Note tone="reject" icon="alert">
        <ProblemSentence problem={problem} />
        {onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
      </Note>
    </div>
  );
}

/** Grey lines where cards will be: the page keeps its height while it loads. */
export function CardSkeletons({ count = 3 }: { readonly count?: number }) {
  const words = useWords(commonWords);
  return (
    <div className="stack" role="status">
      <span className="unseen">{words.loading}</span>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike, never reordered
        <div className="card stack" key={index} aria-hidden="true">
          <span className="skeleton skeleton-short" />
          <span className="skeleton skeleton-title" />
          <span className="skeleton skeleton-line" />
        </div>
      ))}
    </div>
  );
}

export const Skeleton = ({ size = 'line' }: { readonly size?: 'title' | 'line' | 'short' }) => (
  <span className={`skeleton skeleton-${size}`} aria-hidden="true" />
);
