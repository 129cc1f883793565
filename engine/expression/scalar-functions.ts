import type { CivilDate } from '../shared/brand.ts';
import {
  type CivilWeek,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isCivilDate,
  weekday,
  weekOf,
} from '../shared/civil-date.ts';
import { DIVISION_DIGITS, round as roundDecimal, toPlain } from '../shared/decimal.ts';
import { CALENDAR_FUNCTIONS } from './calendar-functions.ts';
import {
  dateArgument,
  exactly,
  integerArgument,
  numberArgument,
  type Rule,
  result,
  textArgument,
  wrongArgument,
} from './call.ts';
import { spendText } from './frame.ts';
import { PEOPLE_FUNCTIONS } from './people-functions.ts';
import { PERIOD_FUNCTIONS } from './period-functions.ts';
import { consume, consumeShape, type Term } from './term.ts';
import { DATE, DECIMAL, type ExprType, FLAG, INTEGER, isCivil, isNumeric, isTextual, TEXT, WEEK } from './type.ts';
import { isMissing, isNumber, toDecimal } from './value.ts';

/** Half away from zero; places from -20 to 20, missing outside. */
const round: Rule = (call) => {
  const [number, digits] = exactly(call, 2) ?? [];
  const value = number && numberArgument(call, number);
  const places = digits && integerArgument(call, digits);
  if (!value || !places) return undefined;
  return result(call, DECIMAL, (frame) => {
    const rounded = value.run(frame);
    const at = places.run(frame);
    if (!isNumber(rounded) || typeof at !== 'number' || Math.abs(at) > DIVISION_DIGITS) return null;
    return roundDecimal(toDecimal(rounded), at);
  });
};

const missing =
  (expected: boolean): Rule =>
  (call) => {
    const [term] = exactly(call, 1) ?? [];
    if (!term) return undefined;
    consumeShape(call.compilation, term);
    return result(call, FLAG, (frame) => isMissing(term.run(frame)) === expected);
  };

/** A function of one date. */
const ofDate =
  (type: ExprType, compute: (date: CivilDate) => number | CivilWeek): Rule =>
  (call) => {
    const [term] = exactly(call, 1) ?? [];
    const date = term && dateArgument(call, term);
    return date && result(call, type, (frame) => applied(date.run(frame), compute));
  };

const applied = <T>(date: unknown, compute: (date: CivilDate) => T): T | null =>
  isCivilDate(date) ? compute(date) : null;

/** Whole days from the first date to the second. */
const days: Rule = (call) => {
  const [first, second] = exactly(call, 2) ?? [];
  const from = first && dateArgument(call, first);
  const to = second && dateArgument(call, second);
  if (!from || !to) return undefined;
  return result(call, INTEGER, (frame) =>
    applied(from.run(frame), (start) => applied(to.run(frame), (end) => daysBetween(start, end))),
  );
};

/** Missing when the day lies outside the years 0001 to 9999. */
const addDays: Rule = (call) => {
  const [first, second] = exactly(call, 2) ?? [];
  const date = first && dateArgument(call, first);
  const count = second && integerArgument(call, second);
  if (!date || !count) return undefined;
  return result(call, DATE, (frame) => {
    const added = count.run(frame);
    if (typeof added !== 'number') return null;
    return applied(date.run(frame), (start) => dateOfDayNumber(dayNumber(start) + added) ?? null);
  });
};

/** A number or a date, time or period as it is written, a text as it is; nothing is the empty text. */
const text: Rule = (call) => {
  const [term] = exactly(call, 1) ?? [];
  if (!term) return undefined;
  if (!isNumeric(term.type) && !isCivil(term.type) && !isTextual(term.type))
    return wrongArgument(call, term, 'decimal, date, text');
  const value = consume(call.compilation, term);
  return result(call, TEXT, (frame) => {
    const known = value.run(frame);
    const written = isNumber(known) ? toPlain(toDecimal(known)) : String(known ?? '');
    spendText(frame, written);
    return written;
  });
};

/** `text.contains(part)` and the like: the receiver is the first argument. */
const ofTexts =
  (test: (text: string, part: string) => boolean): Rule =>
  (call) => {
    const [first, second] = exactly(call, 2) ?? [];
    const text = first && textArgument(call, first);
    const part = second && textArgument(call, second);
    return text && part && result(call, FLAG, tested(text, part, test));
  };

const tested =
  (text: Term, part: Term, test: (text: string, part: string) => boolean): Term['run'] =>
  (frame) => {
    const whole = text.run(frame);
    const piece = part.run(frame);
    if (typeof whole !== 'string' || typeof piece !== 'string') return null;
    spendText(frame, whole);
    return test(whole, piece);
  };

export const SCALAR_FUNCTIONS: Readonly<Record<string, Rule>> = {
  round,
  empty: missing(true),
  filled: missing(false),
  days,
  addDays,
  text,
  weekday: ofDate(INTEGER, weekday),
  weekOf: ofDate(WEEK, weekOf),
  ...PERIOD_FUNCTIONS,
  ...CALENDAR_FUNCTIONS,
  ...PEOPLE_FUNCTIONS,
};

export const TEXT_METHODS: Readonly<Record<string, Rule>> = {
  contains: ofTexts((text, part) => text.includes(part)),
  startsWith: ofTexts((text, part) => text.startsWith(part)),
  endsWith: ofTexts((text, part) => text.endsWith(part)),
};
