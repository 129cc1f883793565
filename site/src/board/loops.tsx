import type { LoopBoard } from '../../../schemas/generated/api.ts';
import { boardWords } from '../i18n/board.ts';
import type { Locale } from '../i18n/locale.ts';
import { Speaking, useWords } from '../i18n/use-locale.tsx';
import { BoardPage } from './board-page.tsx';
import { LoopCard } from './loop-card.tsx';

export const Loops = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Board />
  </Speaking>
);

function Board() {
  const say = useWords(boardWords);
  return (
    <BoardPage<LoopBoard> title={say.loops} intro={say.loopsIntro} path="/api/loops">
      {({ loops }, view) => loops.map((loop) => <LoopCard key={loop.id} loop={loop} {...view} />)}
    </BoardPage>
  );
}
