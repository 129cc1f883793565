import type { ReportGroup, ReportMeasure } from '../../../../schemas/generated/api.ts';
import { pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { type Drawing, keyTexts } from './drawing.ts';
import { LightWord } from './light-word.tsx';
import { NumberOf } from './number.tsx';
import { headText, placesIn } from './number-text.ts';
import { ScrollBox } from './scroll-box.tsx';
import { useFirst } from './use-first.tsx';

/** The numbers of a part group by group, with those of all together under them. */
export function GroupTable({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const { dimensions, measures, groups, totals } = drawing.part;
  const { shown, more } = useFirst(groups);
  const all = [...groups, { values: totals }];
  const places: Places = new Map(measures.map((measure) => [measure.id, placesIn(measure, all)]));
  const isAdded = Object.keys(totals).length > 0 && !isAlongPeriods(drawing);
  return (
    <>
      <ScrollBox drawing={drawing}>
        <table className="table table-sticky">
          <thead>
            <tr>
              {dimensions.length === 0 && <th scope="col">{words.total}</th>}
              {dimensions.map(({ id, title }) => (
                <th key={id} scope="col">
                  {pick(title, locale)}
                </th>
              ))}
              {measures.map((measure) => (
                <th key={measure.id} scope="col" className="number">
                  {headText(measure, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {dimensions.length > 0 &&
              shown.map((group) => (
                <GroupRow key={JSON.stringify(group.keys)} drawing={drawing} places={places} group={group} />
              ))}
          </tbody>
          {isAdded && <TotalRow drawing={drawing} places={places} />}
        </table>
      </ScrollBox>
      {more()}
    </>
  );
}

/** What there was at the ends of periods adds up to nothing. */
const isAlongPeriods = ({ part }: Drawing): boolean => part.dimensions[0]?.id === 'period';

function GroupRow({ drawing, places, group }: TotalRowProps & { readonly group: ReportGroup }) {
  const locale = useLocale();
  const [first, ...rest] = keyTexts(drawing, group, locale);
  return (
    <tr>
      <th scope="row">{first}</th>
      {rest.map((text, at) => (
        <td key={drawing.part.dimensions[at + 1]?.id}>{text}</td>
      ))}
      <Numbers drawing={drawing} places={places} group={group} />
    </tr>
  );
}

type Places = ReadonlyMap<string, number>;
type TotalRowProps = { readonly drawing: Drawing; readonly places: Places };

function TotalRow({ drawing, places }: TotalRowProps) {
  const words = useWords(chartWords);
  const { dimensions } = drawing.part;
  return (
    <tfoot>
      <tr>
        <th scope="row">{words.total}</th>
        {dimensions.slice(1).map(({ id }) => (
          <td key={id} />
        ))}
        <Numbers drawing={drawing} places={places} />
      </tr>
    </tfoot>
  );
}

function Numbers({ drawing, places, group }: TotalRowProps & { readonly group?: ReportGroup }) {
  const values = group?.values ?? drawing.part.totals;
  return drawing.part.measures.map((measure: ReportMeasure) => (
    <td key={measure.id} className="number">
      <span className="chart-cell">
        <LightWord measure={measure} value={values[measure.id] ?? null} />
        <NumberOf drawing={drawing} measure={measure} group={group} bare places={places.get(measure.id)} />
      </span>
    </td>
  ));
}
