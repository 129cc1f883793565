import type { ReactNode } from 'react';
import type { LoopBoard } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { FieldFrame } from '../components/field-frame.tsx';
import { Icon } from '../components/icon.tsx';
import { Note } from '../components/states.tsx';
import { boardWords } from '../i18n/board.ts';
import { formatPlainDate } from '../i18n/format.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { AsOf } from '../report/as-of.tsx';
import { type BoardLook, PERIODS } from './use-board.ts';

export type BoardFrame = Pick<LoopBoard, 'number' | 'asOf' | 'today' | 'period' | 'from' | 'filling'>;
type BoardHeadProps = {
  readonly title: string;
  readonly intro: string;
  readonly view: BoardFrame | undefined;
  readonly look: BoardLook;
  readonly onChange: (look: BoardLook) => void;
  /** Buttons beside the one that prints. */
  readonly children?: ReactNode;
};

/** What a board is called, and how it is looked at. */
export function BoardHead({ title, intro, view, look, onChange, children }: BoardHeadProps) {
  const locale = useLocale();
  const say = useWords(boardWords);
  const withDay = ({ asOf: _, ...rest }: BoardLook, day: string | undefined): BoardLook =>
    day === undefined ? rest : { ...rest, asOf: day };
  return (
    <header className="page-head board-head">
      <div>
        <a className="back small" href={page('/reports/', locale)}>
          <Icon name="left" size={16} />
          {say.back}
        </a>
        <h1>{view === undefined ? title : `${view.number} ${title}`}</h1>
      </div>
      {view && (
        <div className="board-actions">
          {children}
          <Button icon="print" onClick={() => print()}>
            {say.print}
          </Button>
        </div>
      )}
      <p className="page-sub">{intro}</p>
      {view && (
        <>
          <div className="board-controls">
            <AsOf today={view.today} day={look.asOf} onChange={(day) => onChange(withDay(look, day))} />
            <FieldFrame label={say.period}>
              {(control) => (
                <select
                  {...control}
                  className="input"
                  value={view.period}
                  onChange={({ target }) => {
                    const period = PERIODS.find((each) => each === target.value);
                    if (period) onChange({ ...look, period });
                  }}
                >
                  {PERIODS.map((each) => (
                    <option key={each} value={each}>
                      {say.periods[each]}
                    </option>
                  ))}
                </select>
              )}
            </FieldFrame>
          </div>
          <p className="small soft board-range">
            {say.range(formatPlainDate(view.from, locale), formatPlainDate(view.asOf, locale))}
          </p>
          {view.asOf < view.today && (
            <div className="board-note">
              <Note tone="return" icon="clock">
                {say.past(formatPlainDate(view.asOf, locale))}
                <Button onClick={() => onChange(withDay(look, undefined))}>{say.backToToday}</Button>
              </Note>
            </div>
          )}
          {view.filling && (
            <div className="board-note">
              <Note icon="clock">{say.filling}</Note>
            </div>
          )}
        </>
      )}
    </header>
  );
}
