import type { FieldNode } from '#engine';
import { canonicalOf } from '#engine';
import { readChoice } from '../../../fields/choice/written.ts';
import { readDate } from '../../../fields/date/written.ts';
import { readDateTime } from '../../../fields/date-time/written.ts';
import { readDecimal } from '../../../fields/decimal/written.ts';
import { readFlag } from '../../../fields/flag/written.ts';
import { readInteger } from '../../../fields/integer/written.ts';
import { readLongText } from '../../../fields/long-text/written.ts';
import { readMoney } from '../../../fields/money/written.ts';
import { readWrittenMonth } from '../../../fields/month/written.ts';
import { readPercent } from '../../../fields/percent/written.ts';
import { readPerson } from '../../../fields/person/written.ts';
import { readReference } from '../../../fields/reference/written.ts';
import { readRegion } from '../../../fields/region/written.ts';
import { readTime } from '../../../fields/time/typed.ts';
import { readUnit } from '../../../fields/unit/written.ts';
import { readWeek } from '../../../fields/week/written.ts';
import type { Column } from '../../../schemas/generated/process.ts';
import type { FieldOf } from './props.ts';
import { readQuarter, readYear } from './typed-period.ts';
import type { Reading } from './use-text-input.ts';
import { plainWritten, type ReadWritten, readingOf, type WrittenContext } from './written-of.ts';

type ColumnKind = Column['type'];

/** How each kind that fits into a cell is read from text; a kind added to columns does not compile until it is here. */
const readers: { readonly [K in ColumnKind]: ReadWritten<K> } = {
  text: plainWritten,
  longText: readLongText,
  integer: readInteger,
  decimal: readDecimal,
  money: readMoney,
  percent: readPercent,
  rating: readInteger,
  flag: readFlag,
  choice: readChoice,
  date: readDate,
  week: readWeek,
  time: (text) => readingOf(readTime(text), text),
  dateTime: readDateTime,
  month: readWrittenMonth,
  quarter: (text, { today }) => readingOf(readQuarter(text, today), text),
  year: (text, { today }) => readingOf(readYear(text, today), text),
  region: readRegion,
  phone: plainWritten,
  email: plainWritten,
  link: plainWritten,
  identityCode: plainWritten,
  companyCode: plainWritten,
  person: readPerson,
  unit: readUnit,
  reference: readReference,
};

const readerOf = <K extends ColumnKind>(kind: K): ReadWritten<K> => readers[kind];

function read<K extends ColumnKind>(text: string, field: FieldOf<K>, context: WrittenContext): Reading {
  return readerOf<K>(field.type)(text, context, field);
}

/** What a cell of a column holds when this is written into it: a value of its kind, nothing, or text that is none. */
export function readCell(text: string, column: FieldNode, field: Column, context: WrittenContext): Reading {
  const written = text.trim();
  if (written === '') return { value: undefined };
  const reading = read(written, field, context);
  if ('typed' in reading) return { typed: written };
  return column.shape(reading.value) === undefined ? { value: canonicalOf(column, reading.value) } : { typed: written };
}
