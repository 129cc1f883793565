import { pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { keyText } from '../names.ts';
import { type Drawing, titleOf } from './drawing.ts';
import { GroupTable } from './group-table.tsx';
import { fromLeast, levelOf, matrixOf } from './matrix.ts';
import { NumberOf } from './number.tsx';

/** Likelihood upwards, impact across, both on their whole scale; what is empty says so. */
export function RiskMatrix({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const { part } = drawing;
  const [measure] = part.measures;
  const matrix = matrixOf(part);
  if (measure === undefined || matrix === undefined) return <GroupTable drawing={drawing} />;
  const { down, across, at } = matrix;
  const [rows, columns] = [fromLeast(down), fromLeast(across)];
  const scale = Math.max(rows.length, columns.length);
  return (
    <div className="chart-risk">
      <p className="small soft">{words.upwards(pick(down.title, locale))}</p>
      <table className="chart-risk-table">
        <caption className="unseen">{titleOf(drawing, locale)}</caption>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr key={row}>
              <th scope="row">{keyText(down, row, drawing.words, locale)}</th>
              {columns.map((column) => {
                const group = at(row, column);
                return (
                  <td
                    key={column}
                    className={`chart-risk-${levelOf(rows.indexOf(row), columns.indexOf(column), scale)}`}
                  >
                    {group ? (
                      <NumberOf drawing={drawing} measure={measure} group={group} bare />
                    ) : (
                      <span className="soft">0</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {keyText(across, column, drawing.words, locale)}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="small soft chart-risk-across">{words.across(pick(across.title, locale))}</p>
    </div>
  );
}
