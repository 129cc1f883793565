import { withFigures } from '../../site/src/fields/chinese-number.ts';

/** Longer text is no time of day; bounds what is looked at. */
const MAX = 20;
const MORNING = /^(?:上午|早上|早晨|清晨|凌晨|am)/;
const AFTERNOON = /^(?:下午|中午|傍晚|晚上|晚|pm)/;
const LATE = /^(?:晚上|晚)/;
/** 0830, 830, 8. */
const FIGURES = /^(\d{1,2}?)(\d\d)?$/;
const PARTS = /^(\d{1,2})[:.点點时時h](?:(\d{1,2})分?|(半)|([1-3])刻|整)?$/;
const QUARTER_HOUR = 15;

/** 8:30 pm is pm8:30, so that both languages begin with the part of the day. */
const turned = (text: string): string => text.replace(/^(.*?)([ap])\.?m\.?$/, '$2m$1');

/** Hours and minutes as they were written; undefined for text that is none. */
function clock(text: string): readonly [hours: number, minutes: number] | undefined {
  const figures = FIGURES.exec(text);
  if (figures) return [Number(figures[1]), Number(figures[2] ?? 0)];
  const parts = PARTS.exec(text);
  if (!parts) return undefined;
  const [, hours, minutes, half, quarters] = parts;
  return [Number(hours), half === undefined ? Number(minutes ?? Number(quarters ?? 0) * QUARTER_HOUR) : 30];
}

/** The hour of the day; twelve at night belongs to no day in particular. */
function hourOf(hours: number, text: string): number | undefined {
  if (MORNING.test(text)) return hours > 12 ? undefined : hours % 12;
  if (!AFTERNOON.test(text)) return hours;
  if (hours === 12) return LATE.test(text) ? undefined : hours;
  return hours < 12 ? hours + 12 : hours;
}

/**
 * A time of day as people type it, `HH:mm`: 8:30, 0830, 8点半, 下午3点一刻, 8.30 pm. Undefined for everything else.
 */
export function readTime(typed: string): string | undefined {
  if (typed.length > MAX) return undefined;
  const text = turned(withFigures(typed.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')));
  const found = clock(text.replace(MORNING, '').replace(AFTERNOON, ''));
  if (!found) return undefined;
  const [hours, minutes] = [hourOf(found[0], text), found[1]];
  if (hours === undefined || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
