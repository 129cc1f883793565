import type { ReportMeasure } from '../../../../schemas/generated/api.ts';
import { type Locale, pick } from '../../i18n/locale.ts';
import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { colourClass } from './colour.ts';
import type { Drawing } from './drawing.ts';
import { FigureTiles } from './figures.tsx';
import { lightOf } from './light.ts';
import { LightWord } from './light-word.tsx';
import { NumberOf } from './number.tsx';
import { limitText } from './number-text.ts';
import { axisFor, percent } from './scale.ts';

/** A place on the scale that a number is held against. */
type Mark = { readonly id: string; readonly value: string; readonly title: string };
type Dial = { readonly measure: ReportMeasure; readonly marks: readonly Mark[] };

/** Numbers on a scale with what they are held against: the limits of an indicator, or the measure after it. */
export function Gauge({ drawing }: { readonly drawing: Drawing }) {
  const locale = useLocale();
  const { dials, rest } = dialsOf(drawing, locale);
  return (
    <>
      {dials.map((dial) => (
        <DialBar key={dial.measure.id} drawing={drawing} dial={dial} />
      ))}
      {rest.length > 0 && <FigureTiles drawing={drawing} measures={rest} />}
    </>
  );
}

/** Indicators with limits are gauges of their own; without any the first measure is held against the second. */
function dialsOf(
  drawing: Drawing,
  locale: Locale,
): { readonly dials: readonly Dial[]; readonly rest: readonly ReportMeasure[] } {
  const { measures, totals } = drawing.part;
  const limited = measures.filter((measure) => marksOf(measure, locale).length > 0);
  if (limited.length > 0) {
    return {
      dials: limited.map((measure) => ({ measure, marks: marksOf(measure, locale) })),
      rest: measures.filter((measure) => !limited.includes(measure)),
    };
  }
  const [measure, target, ...rest] = measures;
  if (measure === undefined) return { dials: [], rest: [] };
  const comparable = target !== undefined && target.unit === measure.unit;
  const value = comparable ? (totals[target.id] ?? null) : null;
  const marks = comparable && value !== null ? [{ id: target.id, value, title: pick(target.title, locale) }] : [];
  return { dials: [{ measure, marks }], rest: target ? [target, ...rest] : [] };
}

function marksOf({ indicator }: ReportMeasure, locale: Locale): readonly Mark[] {
  const { direction, good, fair } = indicator ?? {};
  if (direction === undefined) return [];
  const words = chartWords[locale];
  return [
    ...(good === undefined ? [] : [{ id: 'good', value: good, title: words.good }]),
    ...(fair === undefined ? [] : [{ id: 'fair', value: fair, title: words.fair }]),
  ];
}

const TONES = { good: 'chart-good', fair: 'chart-fair', poor: 'chart-poor' } as const;

function DialBar({ drawing, dial: { measure, marks } }: { readonly drawing: Drawing; readonly dial: Dial }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const value = drawing.part.totals[measure.id] ?? null;
  const axis = axisFor([value, ...marks.map((mark) => mark.value), ...(measure.unit === 'percent' ? ['100'] : [])], 4);
  const light = lightOf(measure, value);
  const [zero, end] = [axis.of('0'), axis.of(value)];
  return (
    <div className="chart-gauge">
      <div className="chart-figure">
        <span className="chart-figure-title">{pick(measure.title, locale)}</span>
        <span className="chart-figure-value">
          <NumberOf drawing={drawing} measure={measure} />
          <LightWord measure={measure} value={value} />
        </span>
      </div>
      <div className="chart-dial" aria-hidden="true">
        {value !== null && (
          <span
            className={`chart-bar ${light ? TONES[light] : colourClass(0)}`}
            style={{ insetInlineStart: percent(Math.min(zero, end)), inlineSize: percent(Math.abs(end - zero)) }}
          />
        )}
        {marks.map((mark) => (
          <span key={mark.id} className="chart-mark" style={{ insetInlineStart: percent(axis.of(mark.value)) }} />
        ))}
      </div>
      {marks.length > 0 && (
        <ul className="chart-legend">
          {marks.map((mark) => (
            <li key={mark.id}>
              <span className="chart-mark-sign" aria-hidden="true" />
              {`${mark.title}${words.is}${limitText(measure.unit, mark.value, locale)}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
