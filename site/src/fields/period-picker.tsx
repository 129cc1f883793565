import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../components/icon.tsx';
import { formWords } from '../i18n/form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { isWithin, type PeriodCell, type PeriodPages } from './period-pages.ts';

type PeriodPickerProps = {
  readonly pages: PeriodPages;
  readonly chosen: string;
  readonly onChoose: (value: PeriodCell['value']) => void;
  readonly onClose: () => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const ROWS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };
const TURNS: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };

/** Where the keyboard stands: a page and a cell of it. */
type Place = { readonly page: number; readonly index: number };

function placeOf(pages: PeriodPages, value: string): Place {
  const page = pages.pageOf(value);
  const index = pages.cells(page).findIndex((cell) => String(cell.value) === value);
  return { page, index: Math.max(index, 0) };
}

/** Arrows go from cell to cell and over the ends of a page, Page Up and Page Down turn it. */
function moved(pages: PeriodPages, { page, index }: Place, key: string): Place | undefined {
  const turn = TURNS[key];
  if (turn !== undefined) return { page: page + turn, index: Math.min(index, pages.cells(page + turn).length - 1) };
  const rows = ROWS[key];
  const step = rows === undefined ? STEPS[key] : rows * pages.columns;
  if (step === undefined) return undefined;
  const count = pages.cells(page).length;
  const next = index + step;
  if (next < 0) return { page: page - 1, index: Math.max(pages.cells(page - 1).length + next, 0) };
  return next < count ? { page, index: next } : { page: page + 1, index: Math.min(next - count, count - 1) };
}

export function PeriodPicker({ pages, chosen, onChoose, onClose }: PeriodPickerProps) {
  const words = useWords(formWords);
  const [at, setAt] = useState(() => placeOf(pages, chosen === '' ? pages.now : chosen));
  const active = useRef<HTMLButtonElement>(null);
  const title = pages.title(at.page);
  useEffect(() => {
    if (at.index >= 0) active.current?.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(pages, at, event.key);
    if (next === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) onClose();
    else setAt(next);
  };
  return (
    <div className="period-picker" role="dialog" aria-label={title} onKeyDown={onKeyDown}>
      <div className="period-head">
        <Turn name={words.earlier} icon="left" onTurn={() => setAt({ ...at, page: at.page - 1 })} />
        <span aria-live="polite">{title}</span>
        <Turn name={words.later} icon="right" onTurn={() => setAt({ ...at, page: at.page + 1 })} />
      </div>
      <div className={`period-cells period-cells-${pages.columns}`}>
        {pages.cells(at.page).map(({ value, text, detail }, index) => (
          <button
            key={value}
            ref={index === at.index ? active : undefined}
            type="button"
            className="period-cell"
            tabIndex={index === at.index ? 0 : -1}
            aria-pressed={String(value) === chosen}
            aria-current={String(value) === pages.now ? 'date' : undefined}
            aria-disabled={!isWithin(pages, value) || undefined}
            onClick={() => isWithin(pages, value) && onChoose(value)}
          >
            {text}
            {detail !== undefined && <span className="period-detail"> {detail}</span>}
          </button>
        ))}
      </div>
    </div>
  );
}

type TurnProps = { readonly name: string; readonly icon: 'left' | 'right'; readonly onTurn: () => void };

const Turn = ({ name, icon, onTurn }: TurnProps) => (
  <button type="button" className="period-turn" aria-label={name} onClick={onTurn}>
    <Icon name={icon} size={18} />
  </button>
);
