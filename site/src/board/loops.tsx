import { useState } from 'react';
import type { LoopBoard } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { boardWords } from '../i18n/board.ts';
import type { Locale } from '../i18n/locale.ts';
import { Speaking, useWords } from '../i18n/use-locale.tsx';
import { BoardHead } from './board-head.tsx';
import { CasesDialog, type OpenedNumber } from './cases-dialog.tsx';
import { LoopCard } from './loop-card.tsx';
import { type BoardLook, queryOf, useBoardLook } from './use-board.ts';

export const Loops = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Looking />
  </Speaking>
);

function Looking() {
  const say = useWords(boardWords);
  const [look, change] = useBoardLook();
  if (look === undefined)
    return <BoardHead title={say.loops} intro={say.loopsIntro} view={undefined} look={{}} onChange={change} />;
  return <Board look={look} onChange={change} />;
}

type BoardProps = { readonly look: BoardLook; readonly onChange: (look: BoardLook) => void };

function Board({ look, onChange }: BoardProps) {
  const say = useWords(boardWords);
  const { value, problem, reload } = useLoad<LoopBoard>(`/api/loops${queryOf(look)}`);
  const [opened, setOpened] = useState<OpenedNumber>();
  if (problem?.status === 404)
    return (
      <>
        <h1 className="unseen">{say.loops}</h1>
        <EmptyState icon="search" title={say.nobody} text={say.nobodyText} />
      </>
    );
  return (
    <>
      <BoardHead title={say.loops} intro={say.loopsIntro} view={value} look={look} onChange={onChange} />
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={4} />}
      {value?.loops.map((loop) => (
        <LoopCard key={loop.id} loop={loop} look={look} onOpen={setOpened} />
      ))}
      {opened && <CasesDialog opened={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
