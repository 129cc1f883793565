import type { FieldKind } from '../site/src/fields/props.ts';
import { answersExamples } from './answers/examples.ts';
import { choiceExamples } from './choice/examples.ts';
import { choicesExamples } from './choices/examples.ts';
import { companyCodeExamples } from './company-code/examples.ts';
import { dateExamples } from './date/examples.ts';
import { dateRangeExamples } from './date-range/examples.ts';
import { dateTimeExamples } from './date-time/examples.ts';
import { decimalExamples } from './decimal/examples.ts';
import { emailExamples } from './email/examples.ts';
import type { Examples } from './example.ts';
import { filesExamples } from './files/examples.ts';
import { flagExamples } from './flag/examples.ts';
import { groupExamples } from './group/examples.ts';
import { headingExamples } from './heading/examples.ts';
import { identityCodeExamples } from './identity-code/examples.ts';
import { integerExamples } from './integer/examples.ts';
import { linkExamples } from './link/examples.ts';
import { longTextExamples } from './long-text/examples.ts';
import { matrixExamples } from './matrix/examples.ts';
import { moneyExamples } from './money/examples.ts';
import { monthExamples } from './month/examples.ts';
import { peopleExamples } from './people/examples.ts';
import { percentExamples } from './percent/examples.ts';
import { personExamples } from './person/examples.ts';
import { phoneExamples } from './phone/examples.ts';
import { quarterExamples } from './quarter/examples.ts';
import { questionsExamples } from './questions/examples.ts';
import { ratingExamples } from './rating/examples.ts';
import { referenceExamples } from './reference/examples.ts';
import { regionExamples } from './region/examples.ts';
import { richTextExamples } from './rich-text/examples.ts';
import { signatureExamples } from './signature/examples.ts';
import { tableExamples } from './table/examples.ts';
import { textExamples } from './text/examples.ts';
import { timeExamples } from './time/examples.ts';
import { unitExamples } from './unit/examples.ts';
import { unitsExamples } from './units/examples.ts';
import { weekExamples } from './week/examples.ts';
import { yearExamples } from './year/examples.ts';

/** A kind added to the schema does not compile until it has examples. */
export const examples: { readonly [K in FieldKind]: Examples<K> } = {
  text: textExamples,
  longText: longTextExamples,
  richText: richTextExamples,
  integer: integerExamples,
  decimal: decimalExamples,
  money: moneyExamples,
  percent: percentExamples,
  rating: ratingExamples,
  flag: flagExamples,
  choice: choiceExamples,
  choices: choicesExamples,
  date: dateExamples,
  time: timeExamples,
  dateTime: dateTimeExamples,
  dateRange: dateRangeExamples,
  week: weekExamples,
  month: monthExamples,
  quarter: quarterExamples,
  year: yearExamples,
  person: personExamples,
  people: peopleExamples,
  unit: unitExamples,
  units: unitsExamples,
  region: regionExamples,
  phone: phoneExamples,
  email: emailExamples,
  link: linkExamples,
  identityCode: identityCodeExamples,
  companyCode: companyCodeExamples,
  reference: referenceExamples,
  files: filesExamples,
  signature: signatureExamples,
  matrix: matrixExamples,
  questions: questionsExamples,
  answers: answersExamples,
  heading: headingExamples,
  group: groupExamples,
  table: tableExamples,
};
