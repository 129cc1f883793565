import { answers } from '../../../fields/answers/kind.ts';
import { choice } from '../../../fields/choice/kind.ts';
import { choices } from '../../../fields/choices/kind.ts';
import { companyCode } from '../../../fields/company-code/kind.ts';
import { date } from '../../../fields/date/kind.ts';
import { dateRange } from '../../../fields/date-range/kind.ts';
import { dateTime } from '../../../fields/date-time/kind.ts';
import { decimal } from '../../../fields/decimal/kind.ts';
import { email } from '../../../fields/email/kind.ts';
import { files } from '../../../fields/files/kind.ts';
import { flag } from '../../../fields/flag/kind.ts';
import { group } from '../../../fields/group/kind.ts';
import { heading } from '../../../fields/heading/kind.ts';
import { identityCode } from '../../../fields/identity-code/kind.ts';
import { integer } from '../../../fields/integer/kind.ts';
import { link } from '../../../fields/link/kind.ts';
import { longText } from '../../../fields/long-text/kind.ts';
import { matrix } from '../../../fields/matrix/kind.ts';
import { money } from '../../../fields/money/kind.ts';
import { month } from '../../../fields/month/kind.ts';
import { people } from '../../../fields/people/kind.ts';
import { percent } from '../../../fields/percent/kind.ts';
import { person } from '../../../fields/person/kind.ts';
import { phone } from '../../../fields/phone/kind.ts';
import { quarter } from '../../../fields/quarter/kind.ts';
import { questions } from '../../../fields/questions/kind.ts';
import { rating } from '../../../fields/rating/kind.ts';
import { reference } from '../../../fields/reference/kind.ts';
import { region } from '../../../fields/region/kind.ts';
import { richText } from '../../../fields/rich-text/kind.ts';
import { signature } from '../../../fields/signature/kind.ts';
import { text } from '../../../fields/text/kind.ts';
import { time } from '../../../fields/time/kind.ts';
import { unit } from '../../../fields/unit/kind.ts';
import { units } from '../../../fields/units/kind.ts';
import { week } from '../../../fields/week/kind.ts';
import { year } from '../../../fields/year/kind.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import type { Kind } from './kind.ts';

/** Every kind but the table, whose columns are made of these. */
export const plainKinds = {
  text,
  longText,
  richText,
  integer,
  decimal,
  money,
  percent,
  rating,
  flag,
  choice,
  choices,
  date,
  time,
  dateTime,
  dateRange,
  week,
  month,
  quarter,
  year,
  person,
  people,
  unit,
  units,
  region,
  phone,
  email,
  link,
  identityCode,
  companyCode,
  reference,
  files,
  signature,
  matrix,
  questions,
  answers,
  heading,
  group,
} satisfies { [K in Exclude<Field['type'], 'table'>]: Kind<Extract<Field, { type: K }>> };
