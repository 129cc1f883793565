import type { Field } from '../../../schemas/generated/process.ts';
import { choice } from './choice.ts';
import { choices } from './choices.ts';
import { date } from './date.ts';
import { dateRange } from './date-range.ts';
import { decimal } from './decimal.ts';
import { files } from './files.ts';
import { flag } from './flag.ts';
import { integer } from './integer.ts';
import type { Kind } from './kind.ts';
import { longText } from './long-text.ts';
import { money } from './money.ts';
import { people } from './people.ts';
import { percent } from './percent.ts';
import { person } from './person.ts';
import { rating } from './rating.ts';
import { reference } from './reference.ts';
import { text } from './text.ts';
import { unit } from './unit.ts';
import { week } from './week.ts';

/** Every kind but the table, whose columns are made of these. */
export const plainKinds = {
  text,
  longText,
  integer,
  decimal,
  money,
  percent,
  rating,
  flag,
  choice,
  choices,
  date,
  dateRange,
  week,
  person,
  people,
  unit,
  reference,
  files,
} satisfies { [K in Exclude<Field['type'], 'table'>]: Kind<Extract<Field, { type: K }>> };
