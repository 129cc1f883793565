import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { Beside } from './bars.tsx';
import { Circles } from './circles.tsx';
import type { Drawing } from './drawing.ts';
import { byMeasure } from './grid.ts';
import { GroupTable } from './group-table.tsx';
import { headText } from './number-text.ts';
import { useFirst } from './use-first.tsx';

/** Circles by three measures: across, upwards and their size. Each has a number, which its line below explains. */
export function Bubbles({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const { measures } = drawing.part;
  const [across, upwards, size] = measures;
  const { rows } = byMeasure(drawing, measures, locale);
  const { shown, more } = useFirst(rows);
  if (across === undefined || upwards === undefined) return <GroupTable drawing={drawing} />;
  const said = [
    words.upwards(headText(upwards, locale)),
    words.across(headText(across, locale)),
    ...(size === undefined ? [] : [words.size(headText(size, locale))]),
  ];
  return (
    <>
      <p className="small soft">{said.join(' · ')}</p>
      <Circles rows={rows} across={across} upwards={upwards} size={size} />
      <ol className="chart-bubble-list">
        {shown.map((row, at) => (
          <li key={row.id}>
            <span className="chart-bubble-number" aria-hidden="true">
              {at + 1}
            </span>
            <span className="chart-row-name">{row.name}</span>
            <Beside drawing={drawing} row={row} measures={measures} />
          </li>
        ))}
      </ol>
      {more()}
    </>
  );
}
