import type { DutyMatrix } from '../../../schemas/generated/api.ts';
import { DueChip } from '../components/chip.tsx';
import { nameOf } from '../components/person.tsx';
import { dutyWords } from '../i18n/duties.ts';
import { periodName } from '../i18n/period-name.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { Reminded } from './reminded.tsx';
import { subjectName } from './subject-name.ts';

/** Who has still to file, and when each was reminded. */
export function MissingList({ matrix }: { readonly matrix: DutyMatrix }) {
  const locale = useLocale();
  const words = useWords(dutyWords);
  const missing = matrix.rows
    .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
    .filter(({ cell }) => cell.standing === 'open' || cell.standing === 'overdue')
    .toSorted((a, b) => a.cell.due.at.localeCompare(b.cell.due.at));
  return (
    <section className="card stack" aria-labelledby="duty-missing">
      <div>
        <h2 id="duty-missing">{words.missingTitle}</h2>
        <p className="small soft">{missing.length === 0 ? words.nobodyMissing : words.missingIntro}</p>
      </div>
      <ul className="duty-missing">
        {missing.map(({ row, cell }) => (
          <li key={`${row.subject} ${cell.period}`}>
            <span className="duty-who">
              <strong>{subjectName(row, matrix, locale)}</strong>
              <span className="small soft">
                {[
                  ...(row.kind === 'person' ? [] : [nameOf(cell.person, matrix.people, locale)]),
                  periodName(cell.period, locale),
                ].join(' · ')}
              </span>
            </span>
            <DueChip due={cell.due} />
            <Reminded reminded={cell.reminded} />
          </li>
        ))}
      </ul>
    </section>
  );
}
