import { type ReactNode, useState } from 'react';
import { useLoad } from '../api/use-load.ts';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { boardWords } from '../i18n/board.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { type BoardFrame, BoardHead } from './board-head.tsx';
import { CasesDialog, type OpenedNumber } from './cases-dialog.tsx';
import { type BoardLook, queryOf, useBoardLook } from './use-board.ts';

/** How a board is looked at, and how a number of it opens its cases. */
export type BoardView = { readonly look: BoardLook; readonly onOpen: (opened: OpenedNumber) => void };

type BoardPageProps<T> = {
  readonly title: string;
  readonly intro: string;
  /** Where the server has the board. */
  readonly path: string;
  /** Buttons beside the one that prints. */
  readonly actions?: (look: BoardLook) => ReactNode;
  readonly children: (board: T, view: BoardView) => ReactNode;
};

/** A report that is a page of its own: its head, its numbers, and the cases behind them. */
export function BoardPage<T extends BoardFrame>(props: BoardPageProps<T>) {
  const { title, intro } = props;
  const [look, change] = useBoardLook();
  if (look === undefined) return <BoardHead {...{ title, intro }} view={undefined} look={{}} onChange={change} />;
  return <Board {...props} look={look} onChange={change} />;
}

type BoardProps<T> = BoardPageProps<T> & {
  readonly look: BoardLook;
  readonly onChange: (look: BoardLook) => void;
};

function Board<T extends BoardFrame>({ title, intro, path, actions, look, onChange, children }: BoardProps<T>) {
  const say = useWords(boardWords);
  const { value, problem, reload } = useLoad<T>(`${path}${queryOf(look)}`);
  const [opened, setOpened] = useState<OpenedNumber>();
  if (problem?.status === 404)
    return (
      <>
        <h1 className="unseen">{title}</h1>
        <EmptyState icon="search" title={say.nobody} text={say.nobodyText} />
      </>
    );
  return (
    <>
      <BoardHead {...{ title, intro, look, onChange }} view={value}>
        {actions?.(look)}
      </BoardHead>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={4} />}
      {value !== undefined && children(value, { look, onOpen: setOpened })}
      {opened && <CasesDialog opened={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
