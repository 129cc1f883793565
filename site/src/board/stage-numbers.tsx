import { boardWords } from '../i18n/board.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { OpenedNumber } from './cases-dialog.tsx';
import { type BoardLook, queryOf } from './use-board.ts';

type Counted = { readonly id: string; readonly started: number; readonly ended: number; readonly open: number };
type StageNumbersProps = {
  readonly stage: Counted;
  readonly name: string;
  readonly look: BoardLook;
  readonly onOpen: (opened: OpenedNumber) => void;
};

const WHICH = ['started', 'ended', 'open'] as const;

/** How many cases of a process were started and ended in the period, and are open; each opens its cases. */
export function StageNumbers({ stage, name, look, onOpen }: StageNumbersProps) {
  const say = useWords(boardWords);
  const titles = { started: say.startedOf(name), ended: say.endedOf(name), open: say.openOf(name) };
  return (
    <dl className="board-numbers">
      {WHICH.map((which) => (
        <div key={which}>
          <dt>{say[which]}</dt>
          <dd>
            {stage[which] === 0 ? (
              <span className="board-zero">0</span>
            ) : (
              <button
                type="button"
                className="board-number"
                aria-label={`${titles[which]} ${stage[which]}`}
                onClick={() =>
                  onOpen({
                    title: titles[which],
                    path: `/api/board-cases${queryOf(look, { process: stage.id, which })}`,
                  })
                }
              >
                {stage[which]}
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
