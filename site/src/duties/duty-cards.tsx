import { periodName } from '../i18n/period-name.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { DutyButton } from './duty-button.tsx';
import { Answering, type DutyViewProps } from './duty-table.tsx';
import { subjectName } from './subject-name.ts';

/** The same on a phone: one card a subject, its periods one below the other. */
export function DutyCards({ matrix, onOpen }: DutyViewProps) {
  const locale = useLocale();
  return (
    <ul className="stack">
      {matrix.rows.map((row) => (
        <li key={row.subject} className="card stack duty-card">
          <h2>
            {subjectName(row, matrix, locale)}
            <Answering row={row} matrix={matrix} />
          </h2>
          <ul className="duty-lines">
            {row.cells.toReversed().map((cell) => (
              <li key={cell.period}>
                <span>{periodName(cell.period, locale)}</span>
                <DutyButton row={row} cell={cell} matrix={matrix} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
