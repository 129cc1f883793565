import type { Field } from '../../../schemas/generated/process.ts';
import { isDerivedField } from '../../form/derived.ts';
import { optionIds } from '../../form/kinds/option.ts';
import type { CivilDate } from '../../shared/brand.ts';
import { addDays, isCivilDate } from '../../shared/civil-date.ts';
import { add, cmp, type Decimal, decimalOf, parseDecimal, sub, toPlain } from '../../shared/decimal.ts';
import { type FieldOf, isNumericField, type Value } from './condition.ts';
import type { Domains } from './possible.ts';

const UNKNOWN: readonly Value[] = ['true', 'false'];
/** Stands for every text, person or unit that no condition names. */
const OTHER = '…';
/** The smallest step between two values, where there is one. */
const STEPS: Readonly<Record<string, string>> = { integer: '1', rating: '1', money: '0.01' };
const MOST_STARS = 5;

/** The values a field can have; `isSet` says that it is required and was handed in. */
export const domainsOf =
  (fieldOf: FieldOf, isSet: (path: string) => boolean): Domains =>
  (variable, constants) => {
    const field = fieldOf(variable);
    if (field === undefined) return UNKNOWN;
    const values = valuesOf(field, constants);
    return isSet(variable) ? values : [...values, null];
  };

function valuesOf(field: Field, constants: readonly string[]): readonly Value[] {
  if (field.type === 'choice') return optionIds(field.options);
  if (field.type === 'flag') return ['true', 'false'];
  if (isNumericField(field)) return numbersOf(field, constants);
  return field.type === 'date' ? datesOf(constants) : [...constants.filter((each) => each !== ''), OTHER];
}

/** Each number that is named, one between each two, one below and one above, as far as the field allows them. */
function numbersOf(field: Field, constants: readonly string[]): readonly string[] {
  const [min, max] = limitsOf(field);
  const step = !isDerivedField(field) || field.type === 'integer' ? decimalFrom(STEPS[field.type]) : undefined;
  const named = [...constants, min, max].flatMap((each) => decimalFrom(each) ?? []).toSorted(cmp);
  const [lowest] = named;
  const highest = named.at(-1);
  const one = decimalOf(1);
  if (lowest === undefined || highest === undefined) return ['1'];
  const between = named.flatMap((low, index) => middle(low, named[index + 1], step));
  const all = [...named, ...between, sub(lowest, one), add(highest, one)];
  const allowed = all.filter(
    (each) => isWithin(each, decimalFrom(min), decimalFrom(max)) && (step === undefined || each.mod(step).eq(0)),
  );
  return [...new Set(allowed.map((each) => toPlain(each)))];
}

function middle(low: Decimal, high: Decimal | undefined, step: Decimal | undefined): readonly Decimal[] {
  if (high === undefined || cmp(low, high) === 0) return [];
  if (step === undefined) return [add(low, high).div(2)];
  return cmp(sub(high, low), step) > 0 ? [add(low.minus(low.mod(step)), step)] : [];
}

const isWithin = (value: Decimal, min: Decimal | undefined, max: Decimal | undefined): boolean =>
  (min === undefined || cmp(value, min) >= 0) && (max === undefined || cmp(value, max) <= 0);

/** A value that the engine gives is not held to the limits of what a person may type. */
function limitsOf(field: Field): readonly [string | undefined, string | undefined] {
  if (isDerivedField(field)) return [undefined, undefined];
  if (field.type === 'rating') return ['1', String(field.max ?? MOST_STARS)];
  const text = (limit: number | string | undefined) => (limit === undefined ? undefined : String(limit));
  return 'min' in field
    ? [text(field.min), text(field.max)]
    : [undefined, 'max' in field ? text(field.max) : undefined];
}

/** Each day that is named, and the days beside it. */
function datesOf(constants: readonly string[]): readonly string[] {
  const days = constants.filter((each): each is CivilDate => isCivilDate(each));
  const beside = days.flatMap((day) => (isNearEnd(day) ? [day] : [day, addDays(day, -1), addDays(day, 1)]));
  return beside.length === 0 ? [OTHER] : [...new Set(beside)];
}

/** The calendar ends at 0001 and 9999. */
const isNearEnd = (day: CivilDate): boolean => day < '0100' || day > '9900';

const decimalFrom = (text: string | undefined): Decimal | undefined =>
  text === undefined ? undefined : parseDecimal(text);
