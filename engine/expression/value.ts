import { isCivilDate, isCivilWeek } from '../shared/civil-date.ts';
import {
  type Decimal,
  DIVISION_DIGITS,
  decimalOf,
  isDecimal,
  MAX_DECIMAL_LENGTH,
  parseDecimal,
  round,
  toPlain,
} from '../shared/decimal.ts';
import { type Frame, spendElements } from './frame.ts';
import { type ExprType, fieldsOf } from './type.ts';

/** A number while computing: integers stay machine numbers until they meet a decimal. */
export type Numeric = number | Decimal;
/** Turns a stored JSON value into the computed value of its type; null when missing or of another shape. */
export type Reader = (raw: unknown, frame: Frame) => unknown;
/** Turns a computed value back into the JSON value of its type. */
type Writer = (value: unknown, frame: Frame) => unknown;
type JsonObject = Readonly<Record<string, unknown>>;

/** Key of a table row that belongs to the store, not to its fields. */
const ROW_KEY = '_row';

export const isNumber = (value: unknown): value is Numeric => typeof value === 'number' || isDecimal(value);
export const toDecimal = (value: Numeric): Decimal => (typeof value === 'number' ? decimalOf(value) : value);

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const ownField = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : null;

function readDecimal(raw: unknown): Numeric | null {
  if (typeof raw === 'string') return parseDecimal(raw) ?? null;
  return Number.isSafeInteger(raw) && typeof raw === 'number' ? raw : null;
}

function written(pattern: RegExp): (raw: unknown) => string | null {
  return (raw) => (typeof raw === 'string' && pattern.test(raw) ? raw : null);
}

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d$/;
const isDateTime = (raw: unknown): boolean => typeof raw === 'string' && isCivilDate(DATE_TIME.exec(raw)?.[1]);

/** Readers of the types that are not made of others. */
const SCALAR_READERS: Readonly<Record<string, (raw: unknown) => unknown>> = {
  text: (raw) => (typeof raw === 'string' ? raw : ''),
  choice: readName,
  person: readName,
  unit: readName,
  // JSON can spell -0; adding 0 makes it 0.
  integer: (raw) => (typeof raw === 'number' && Number.isSafeInteger(raw) ? raw + 0 : null),
  decimal: readDecimal,
  flag: (raw) => (typeof raw === 'boolean' ? raw : null),
  date: (raw) => (isCivilDate(raw) ? raw : null),
  week: (raw) => (isCivilWeek(raw) ? raw : null),
  time: written(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  dateTime: (raw) => (isDateTime(raw) ? raw : null),
  month: written(/^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/),
  quarter: written(/^[1-9]\d{3}-Q[1-4]$/),
};

function readName(raw: unknown): string | null {
  return typeof raw === 'string' && raw !== '' ? raw : null;
}

export function readerOf(type: ExprType): Reader {
  if (type.kind === 'list') return listReader(readerOf(type.of));
  if (type.kind === 'table') return (raw) => (Array.isArray(raw) ? raw : []);
  return SCALAR_READERS[type.kind] ?? ((raw) => raw ?? null);
}

function listReader(read: Reader): Reader {
  return (raw, frame) => {
    if (!Array.isArray(raw)) return [];
    spendElements(frame, raw.length);
    return raw.map((element: unknown) => read(element, frame));
  };
}

export function writerOf(type: ExprType): Writer {
  if (type.kind === 'decimal') return (value) => (isNumber(value) ? decimalText(toDecimal(value)) : null);
  if (type.kind === 'list') return listWriter(writerOf(type.of));
  if (type.kind === 'table') return listWriter(recordWriter(type.columns));
  const fields = fieldsOf(type);
  return fields ? recordWriter(fields) : (value) => value ?? null;
}

/** A result keeps at most 20 digits after the point, so that it can always be read again. */
function decimalText(value: Decimal): string | null {
  const text = toPlain(round(value, DIVISION_DIGITS));
  return text.length <= MAX_DECIMAL_LENGTH ? text : null;
}

function listWriter(write: Writer): Writer {
  return (value, frame) => {
    if (!Array.isArray(value)) return [];
    spendElements(frame, value.length);
    return value.map((element: unknown) => write(element, frame));
  };
}

function recordWriter(fields: Readonly<Record<string, ExprType>>): Writer {
  const parts = Object.entries(fields).map(([name, type]) => ({ name, read: readerOf(type), write: writerOf(type) }));
  return (value, frame) => {
    if (!isObject(value)) return null;
    const members = parts.map(({ name, read, write }): Member => {
      const raw = ownField(value, name) ?? null;
      return [name, raw === null ? null : write(read(raw, frame), frame)];
    });
    return objectOf(members);
  };
}

type Member = readonly [name: string, value: unknown];

/** A JSON object of the members that have a value. */
export const objectOf = (members: readonly Member[]): JsonObject =>
  Object.fromEntries(members.filter(([, value]) => value !== null));

/** Missing: null, "", [], and an object all of whose fields are missing. */
export function isMissing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (!isObject(value) || isDecimal(value)) return false;
  return Object.entries(value).every(([name, field]) => name === ROW_KEY || isMissing(field));
}
