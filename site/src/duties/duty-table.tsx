import type { DutyCell, DutyMatrix, DutyRowView } from '../../../schemas/generated/api.ts';
import { nameOf } from '../components/person.tsx';
import { dutyWords } from '../i18n/duties.ts';
import { pick } from '../i18n/locale.ts';
import { periodName } from '../i18n/period-name.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { DutyButton } from './duty-button.tsx';
import { subjectName } from './subject-name.ts';

export interface DutyViewProps {
  readonly matrix: DutyMatrix;
  readonly onOpen: (row: DutyRowView, cell: DutyCell) => void;
}

/** One row a subject, one column a period, the latest first. */
export function DutyTable({ matrix, onOpen }: DutyViewProps) {
  const locale = useLocale();
  const words = useWords(dutyWords);
  const periods = matrix.periods.toReversed();
  const title = pick(matrix.title, locale);
  const kind = matrix.rows[0]?.kind ?? 'person';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-box" tabIndex={0} aria-label={`${title} · ${words.scroll}`}>
      <table className="table table-sticky duty-table">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.subjects[kind]}</th>
            {periods.map(({ id }) => (
              <th key={id} scope="col">
                {periodName(id, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.subject}>
              <th scope="row">
                {subjectName(row, matrix, locale)}
                <Answering row={row} matrix={matrix} />
              </th>
              {periods.map(({ id }) => (
                <td key={id}>
                  <DutyButton
                    row={row}
                    cell={row.cells.find(({ period }) => period === id)}
                    matrix={matrix}
                    onOpen={onOpen}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who answered last for what is not a person. */
export function Answering({ row, matrix }: { readonly row: DutyRowView; readonly matrix: DutyMatrix }) {
  const locale = useLocale();
  const person = row.cells.at(-1)?.person;
  if (row.kind === 'person' || person === undefined) return null;
  return <span className="duty-person small soft">{nameOf(person, matrix.people, locale)}</span>;
}
