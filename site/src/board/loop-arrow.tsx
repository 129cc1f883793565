import type { BoardArrow, BoardStage } from '../../../schemas/generated/api.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { boardWords } from '../i18n/board.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { OpenedNumber } from './cases-dialog.tsx';
import { type BoardLook, queryOf } from './use-board.ts';

type LoopArrowProps = {
  readonly loop: string;
  readonly arrow: BoardArrow;
  readonly ends: readonly [from: BoardStage | undefined, to: BoardStage | undefined];
  readonly look: BoardLook;
  readonly onOpen: (opened: OpenedNumber) => void;
};

const ICONS: Readonly<Record<BoardArrow['state'], IconName>> = {
  still: 'more',
  closed: 'check',
  waiting: 'clock',
  broken: 'alert',
};

/** How one stage has gone on to the next. */
export function LoopArrow({ loop, arrow, ends: [from, to], look, onOpen }: LoopArrowProps) {
  const locale = useLocale();
  const say = useWords(boardWords);
  const { state, ended, followed, waiting, left } = arrow;
  const title = say.leftOf(pick(from?.title ?? arrow.from, locale), pick(to?.title ?? arrow.to, locale));
  const named = (all: BoardArrow['carriers']) => all.map((each) => pick(each.title, locale)).join(say.and);
  return (
    <div className={`loop-arrow loop-arrow-${state}`}>
      <p className="loop-state">
        <Icon name={ICONS[state]} size={16} />
        {say.states[state]}
      </p>
      {ended > 0 && <p className="small">{say.followed(followed, ended)}</p>}
      {waiting > 0 && <p className="small soft">{say.waiting(waiting)}</p>}
      {left > 0 && (
        <button
          type="button"
          className={state === 'broken' ? 'loop-left loop-left-broken' : 'loop-left'}
          onClick={() =>
            onOpen({
              title,
              path: `/api/loops/${loop}/cases${queryOf(look, { from: arrow.from, to: arrow.to })}`,
            })
          }
        >
          {say.left(left)}
        </button>
      )}
      <details className="loop-how small">
        <summary>{say.counts}</summary>
        <p>{say.kinds[arrow.kind]}</p>
        {!arrow.always && <p>{say.sometimes}</p>}
        {arrow.when !== '' && <p>{say.when(pick(arrow.when, locale))}</p>}
        {arrow.carriers.length > 0 && <p>{say.carriers(named(arrow.carriers))}</p>}
        {arrow.through.length > 0 && <p>{say.through(named(arrow.through))}</p>}
      </details>
    </div>
  );
}
