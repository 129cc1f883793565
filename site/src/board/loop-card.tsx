import type { BoardLoop, BoardWalk } from '../../../schemas/generated/api.ts';
import { boardWords } from '../i18n/board.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { OpenedNumber } from './cases-dialog.tsx';
import { LoopArrow } from './loop-arrow.tsx';
import { StageNumbers } from './stage-numbers.tsx';
import type { BoardLook } from './use-board.ts';

type LoopCardProps = {
  readonly loop: BoardLoop;
  readonly look: BoardLook;
  readonly onOpen: (opened: OpenedNumber) => void;
};

/** One loop: its walks from stage to stage. */
export function LoopCard({ loop, look, onOpen }: LoopCardProps) {
  const locale = useLocale();
  const say = useWords(boardWords);
  return (
    <section className="card loop-card" aria-labelledby={`loop-${loop.id}`}>
      <div className="loop-title">
        <h2 id={`loop-${loop.id}`}>{`${loop.id} ${pick(loop.title, locale)}`}</h2>
        <Standing loop={loop} />
      </div>
      <p className="small soft">
        {[say.rhythms[loop.rhythm], say.closedWhen(pick(loop.closed, locale)), say.within(loop.within)].join(' · ')}
      </p>
      {loop.walks.map((walk, at) => (
        <Walk
          key={walk.stages.map(({ id }) => id).join()}
          walk={walk}
          name={loop.walks.length > 1 ? say.walk(at + 1) : undefined}
          {...{ loop, look, onOpen }}
        />
      ))}
    </section>
  );
}

/** Whether the loop is broken; of one in which nothing has ended there is nothing to say. */
function Standing({ loop: { broken, walks } }: Pick<LoopCardProps, 'loop'>) {
  const say = useWords(boardWords);
  if (broken > 0) return <span className="chip chip-reject">{say.broken(broken)}</span>;
  if (walks.every(({ arrows }) => arrows.every(({ state }) => state === 'still')))
    return <span className="chip chip-quiet">{say.states.still}</span>;
  return <span className="chip chip-agree">{say.whole}</span>;
}

type WalkProps = LoopCardProps & { readonly walk: BoardWalk; readonly name: string | undefined };

function Walk({ walk: { stages, arrows }, name, loop, look, onOpen }: WalkProps) {
  const locale = useLocale();
  return (
    <>
      {name !== undefined && <h3 className="small soft loop-walk-name">{name}</h3>}
      <ol className="loop-walk">
        {stages.map((stage, at) => {
          const arrow = arrows[at];
          const title = pick(stage.title, locale);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a walk may come to the same stage twice, and never changes
            <li key={at} className="loop-stage">
              <div className="loop-box">
                <span className="loop-process">{title}</span>
                <StageNumbers stage={stage} name={title} look={look} onOpen={onOpen} />
              </div>
              {arrow && (
                <LoopArrow loop={loop.id} arrow={arrow} ends={[stage, stages[at + 1]]} look={look} onOpen={onOpen} />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
