import { answersText } from '../../../fields/answers/text.ts';
import { choiceText } from '../../../fields/choice/text.ts';
import { choicesText } from '../../../fields/choices/text.ts';
import { dateText } from '../../../fields/date/text.ts';
import { dateRangeText } from '../../../fields/date-range/text.ts';
import { dateTimeText } from '../../../fields/date-time/text.ts';
import { decimalText } from '../../../fields/decimal/text.ts';
import { filesText } from '../../../fields/files/text.ts';
import { flagText } from '../../../fields/flag/text.ts';
import { identityCodeText } from '../../../fields/identity-code/text.ts';
import { integerText } from '../../../fields/integer/text.ts';
import { matrixText } from '../../../fields/matrix/text.ts';
import { moneyText } from '../../../fields/money/text.ts';
import { monthText } from '../../../fields/month/text.ts';
import { peopleText } from '../../../fields/people/text.ts';
import { percentText } from '../../../fields/percent/text.ts';
import { personName } from '../../../fields/person/text.ts';
import { phoneText } from '../../../fields/phone/text.ts';
import { quarterText } from '../../../fields/quarter/text.ts';
import { questionsText } from '../../../fields/questions/text.ts';
import { ratingText } from '../../../fields/rating/text.ts';
import { regionText } from '../../../fields/region/text.ts';
import { richTextText } from '../../../fields/rich-text/text.ts';
import { signatureText } from '../../../fields/signature/text.ts';
import { tableText } from '../../../fields/table/text.ts';
import { unitName } from '../../../fields/unit/text.ts';
import { unitsText } from '../../../fields/units/text.ts';
import { weekText } from '../../../fields/week/text.ts';
import { yearText } from '../../../fields/year/text.ts';
import type { SummaryField } from '../../../schemas/generated/api.ts';
import type { FieldKind, FieldOf } from '../fields/props.ts';
import { plainText, type TextContext, type TextOf } from '../fields/text-of.ts';

export type AnyField = SummaryField['field'];
export type { TextContext };

/** Kinds whose values line up at their decimal point. */
const numeric: ReadonlySet<AnyField['type']> = new Set(['integer', 'decimal', 'money', 'percent', 'rating']);
export const isNumeric = (field: AnyField): boolean => numeric.has(field.type);

/** How each kind reads on one line; a kind added to the schema does not compile until it is here. */
const texts: { readonly [K in FieldKind]: TextOf<K> } = {
  text: plainText,
  longText: plainText,
  richText: richTextText,
  integer: integerText,
  decimal: decimalText,
  money: moneyText,
  percent: percentText,
  rating: ratingText,
  flag: flagText,
  choice: choiceText,
  choices: choicesText,
  date: dateText,
  time: plainText,
  dateTime: dateTimeText,
  dateRange: dateRangeText,
  week: weekText,
  month: monthText,
  quarter: quarterText,
  year: yearText,
  person: personName,
  people: peopleText,
  unit: unitName,
  units: unitsText,
  region: regionText,
  phone: phoneText,
  email: plainText,
  link: plainText,
  identityCode: identityCodeText,
  companyCode: plainText,
  reference: plainText,
  files: filesText,
  signature: signatureText,
  matrix: matrixText,
  questions: questionsText,
  answers: answersText,
  heading: plainText,
  group: plainText,
  table: tableText,
};

const textOf = <K extends FieldKind>(kind: K): TextOf<K> => texts[kind];

/** A stored value as one line of text, as the kind of its field reads; empty when there is no value. */
export function fieldText<K extends FieldKind>(field: FieldOf<K>, value: unknown, context: TextContext): string {
  if (value === undefined || value === null || value === '') return '';
  return textOf<K>(field.type)(value, context, field);
}
