import type { CivilDate } from '../shared/brand.ts';
import {
  addMonths,
  firstDayOfWeek,
  isCivilDate,
  lastDayOfMonth,
  lastDayOfQuarter,
  lastDayOfWeek,
  parseCivilDate,
  parseCivilWeek,
} from '../shared/civil-date.ts';
import { civilArgument, exactly, integerArgument, type Rule, result } from './call.ts';
import { DATE, DATE_TIME, type ExprType, INTEGER, MONTH, QUARTER, TIME, WEEK } from './type.ts';
import { readerOf } from './value.ts';

const DAY_LENGTH = 10;
const MONTH_LENGTH = 7;
const QUARTER_STARTS: readonly string[] = ['01', '04', '07', '10'];

const isQuarter = (text: string): boolean => text.charAt(5) === 'Q';
const quarterIn = (text: string): number =>
  isQuarter(text) ? Number(text.slice(6)) : Math.ceil(Number(text.slice(5, 7)) / 3);

/** A function of one value of these types. What it cannot give is missing: years below 1000 have no months. */
const of =
  (types: readonly ExprType[], type: ExprType, compute: (text: string) => unknown): Rule =>
  (call) => {
    const [term] = exactly(call, 1) ?? [];
    const value = term && civilArgument(call, term, types);
    const read = readerOf(type);
    return (
      value &&
      result(call, type, (frame) => {
        const text = value.run(frame);
        return typeof text === 'string' ? read(compute(text), frame) : null;
      })
    );
  };

function firstDayIn(period: string): CivilDate | undefined {
  const week = parseCivilWeek(period);
  if (week !== undefined) return firstDayOfWeek(week);
  const month = isQuarter(period) ? `${period.slice(0, 4)}-${QUARTER_STARTS[quarterIn(period) - 1]}` : period;
  return parseCivilDate(`${month}-01`);
}

function lastDayIn(period: string): CivilDate | undefined {
  const week = parseCivilWeek(period);
  if (week !== undefined) return lastDayOfWeek(week);
  const first = firstDayIn(period);
  return first && (isQuarter(period) ? lastDayOfQuarter : lastDayOfMonth)(first);
}

/** Of a date: the same day some months later, or the last of that month. Of a month: that many months later. */
const addMonthsTo: Rule = (call) => {
  const [first, second] = exactly(call, 2) ?? [];
  const start = first && civilArgument(call, first, [DATE, MONTH]);
  const count = second && integerArgument(call, second);
  if (!start || !count) return undefined;
  const read = readerOf(start.type);
  return result(call, start.type, (frame) => {
    const [from, months] = [start.run(frame), count.run(frame)];
    if (typeof from !== 'string' || typeof months !== 'number') return null;
    const day = isCivilDate(from) ? from : parseCivilDate(`${from}-01`);
    return read(day && addMonths(day, months)?.slice(0, from.length), frame);
  });
};

/** A day and a time of day, together. */
const at: Rule = (call) => {
  const [first, second] = exactly(call, 2) ?? [];
  const date = first && civilArgument(call, first, [DATE]);
  const time = second && civilArgument(call, second, [TIME]);
  if (!date || !time) return undefined;
  return result(call, DATE_TIME, (frame) => {
    const [day, clock] = [date.run(frame), time.run(frame)];
    return typeof day === 'string' && typeof clock === 'string' ? `${day}T${clock}` : null;
  });
};

const PERIODS = [WEEK, MONTH, QUARTER];
const DAYS = [DATE, DATE_TIME];

/** Functions of dates, times of day, weeks, months and quarters. Numbers of a year, a quarter and a month are integers. */
export const PERIOD_FUNCTIONS: Readonly<Record<string, Rule>> = {
  year: of([...DAYS, ...PERIODS], INTEGER, (text) => Number(text.slice(0, 4))),
  quarter: of([...DAYS, MONTH, QUARTER], INTEGER, quarterIn),
  month: of([...DAYS, MONTH], INTEGER, (text) => Number(text.slice(5, 7))),
  monthOf: of(DAYS, MONTH, (text) => text.slice(0, MONTH_LENGTH)),
  quarterOf: of([...DAYS, MONTH], QUARTER, (text) => `${text.slice(0, 4)}-Q${quarterIn(text)}`),
  firstDay: of(PERIODS, DATE, firstDayIn),
  lastDay: of(PERIODS, DATE, lastDayIn),
  dateOf: of([DATE_TIME], DATE, (text) => text.slice(0, DAY_LENGTH)),
  timeOf: of([DATE_TIME], TIME, (text) => text.slice(DAY_LENGTH + 1)),
  addMonths: addMonthsTo,
  at,
};
