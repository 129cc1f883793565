import { useState } from 'react';
import type { ReportGroup, ReportMeasure } from '../../../../schemas/generated/api.ts';
import { commonWords } from '../../i18n/common.ts';
import { pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { keyText } from '../names.ts';
import { type Drawing, edgeText } from './drawing.ts';
import { GroupTable } from './group-table.tsx';
import { lightOf } from './light.ts';
import { matrixOf } from './matrix.ts';
import { NumberOf } from './number.tsx';
import { headText, placesIn } from './number-text.ts';
import { numberIn, sizeOf } from './scale.ts';
import { ScrollBox } from './scroll-box.tsx';

/**
 * Numbers of two dimensions in a table whose fields are the deeper the more they hold, or have their light.
 * The first to be seen is the measure that has limits.
 */
export function HeatMap({ drawing }: { readonly drawing: Drawing }) {
  const { part } = drawing;
  const { measures } = part;
  const first = measures.find(({ indicator }) => indicator?.good !== undefined) ?? measures[0];
  const [chosen, setChosen] = useState(first?.id);
  const measure = measures.find(({ id }) => id === chosen) ?? first;
  if (measure === undefined) return <GroupTable drawing={drawing} />;
  return (
    <>
      {measures.length > 1 && <MeasureChoice measures={measures} chosen={measure.id} onChoose={setChosen} />}
      <Fields drawing={drawing} measure={measure} />
      {part.groups.some(({ values }) => lightOf(measure, values[measure.id] ?? null)) && <Lights />}
    </>
  );
}

const LIGHTS = ['good', 'fair', 'poor'] as const;

/** What the colours of the fields say. */
function Lights() {
  const words = useWords(chartWords);
  return (
    <ul className="chart-legend">
      {LIGHTS.map((light) => (
        <li key={light}>
          <span className={`chart-swatch chart-light chart-light-${light}`} aria-hidden="true" />
          {words[light]}
        </li>
      ))}
    </ul>
  );
}

type MeasureChoiceProps = {
  readonly measures: readonly ReportMeasure[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
};

function MeasureChoice({ measures, chosen, onChoose }: MeasureChoiceProps) {
  const locale = useLocale();
  const words = useWords(chartWords);
  return (
    <label className="field chart-choice">
      <span className="field-label">{words.show}</span>
      <select className="input" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {measures.map(({ id, title }) => (
          <option key={id} value={id}>
            {pick(title, locale)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Fields({ drawing, measure }: { readonly drawing: Drawing; readonly measure: ReportMeasure }) {
  const locale = useLocale();
  const { none } = useWords(commonWords);
  const { part } = drawing;
  const matrix = matrixOf(part);
  if (matrix === undefined) return <GroupTable drawing={drawing} />;
  const { down, across, downKeys, acrossKeys, at } = matrix;
  const places = placesIn(measure, part.groups);
  const most = Math.max(...part.groups.map(({ values }) => sizeOf(values[measure.id])), 0);
  return (
    <ScrollBox drawing={drawing}>
      <table className="table table-sticky chart-heat">
        <caption className="unseen">{headText(measure, locale)}</caption>
        <thead>
          <tr>
            <th scope="col">{pick(down.title, locale)}</th>
            {acrossKeys.map((key) => (
              <th key={String(key)} scope="col">
                {edgeText(across, key, drawing.words, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {downKeys.map((row) => (
            <tr key={String(row)}>
              <th scope="row">{keyText(down, row, drawing.words, locale)}</th>
              {acrossKeys.map((column) => {
                const group = at(row, column);
                return (
                  <td key={String(column)} className={`chart-heat-field ${depthOf(measure, group, most)}`}>
                    {group ? (
                      <NumberOf drawing={drawing} measure={measure} group={group} bare places={places} />
                    ) : (
                      numberIn(measure, undefined) === null && <span className="chart-number soft">{none}</span>
                    )}
                    <LightSaid measure={measure} group={group} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function LightSaid({ measure, group }: { readonly measure: ReportMeasure; readonly group: ReportGroup | undefined }) {
  const words = useWords(chartWords);
  const light = lightOf(measure, group?.values[measure.id] ?? null);
  return light ? <span className="unseen">{words[light]}</span> : null;
}

const DEPTHS = 5;

/** The class of a field: its light, or how deep it is among the others. */
function depthOf(measure: ReportMeasure, group: ReportGroup | undefined, most: number): string {
  const value = group?.values[measure.id] ?? null;
  if (value === null) return '';
  const light = lightOf(measure, value);
  if (light) return `chart-light-${light}`;
  const share = most === 0 ? 0 : sizeOf(value) / most;
  return share <= 0 ? '' : `chart-depth-${Math.min(DEPTHS, Math.ceil(share * DEPTHS))}`;
}
