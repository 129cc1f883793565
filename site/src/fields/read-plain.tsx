import { createElement, type FunctionComponent, type ReactNode } from 'react';
import { ReadRange } from '../../../fields/date-range/read.tsx';
import { ReadEmail } from '../../../fields/email/read.tsx';
import { ReadFiles } from '../../../fields/files/read.tsx';
import { ReadIdentityCode } from '../../../fields/identity-code/read.tsx';
import { ReadLink } from '../../../fields/link/read.tsx';
import { ReadLongText } from '../../../fields/long-text/read.tsx';
import { ReadMatrix } from '../../../fields/matrix/read.tsx';
import { ReadMoney } from '../../../fields/money/read.tsx';
import { ReadPhone } from '../../../fields/phone/read.tsx';
import { ReadRating } from '../../../fields/rating/read.tsx';
import { ReadReference } from '../../../fields/reference/read.tsx';
import { ReadRegion } from '../../../fields/region/read.tsx';
import { ReadRichText } from '../../../fields/rich-text/read.tsx';
import { ReadSignature } from '../../../fields/signature/read.tsx';
import { ReadUnit } from '../../../fields/unit/read.tsx';
import { ReadUnits } from '../../../fields/units/read.tsx';
import { fetched } from '../components/fetched.tsx';
import { formWords } from '../i18n/form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { FieldKind } from './props.ts';
import { ReadLine, type ReadProps } from './read-line.tsx';

/** Few cases hold questionnaires. */
const ReadQuestions = fetched(async () => (await import('../../../fields/questions/read.tsx')).ReadQuestions);
const ReadAnswers = fetched(async () => (await import('../../../fields/answers/read.tsx')).ReadAnswers);

/** Tables are made of values of these kinds. */
export type PlainKind = Exclude<FieldKind, 'table'>;

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** How each kind but tables is read; a kind added to the schema does not compile until it is here. */
const readers: { readonly [K in PlainKind]: FunctionComponent<ReadProps<K>> } = {
  text: ReadLine,
  longText: ReadLongText,
  richText: ReadRichText,
  integer: ReadLine,
  decimal: ReadLine,
  money: ReadMoney,
  percent: ReadLine,
  rating: ReadRating,
  flag: ReadLine,
  choice: ReadLine,
  choices: ReadLine,
  date: ReadLine,
  time: ReadLine,
  dateTime: ReadLine,
  dateRange: ReadRange,
  week: ReadLine,
  month: ReadLine,
  quarter: ReadLine,
  year: ReadLine,
  person: ReadLine,
  people: ReadLine,
  unit: ReadUnit,
  units: ReadUnits,
  region: ReadRegion,
  phone: ReadPhone,
  email: ReadEmail,
  link: ReadLink,
  identityCode: ReadIdentityCode,
  companyCode: ReadLine,
  reference: ReadReference,
  files: ReadFiles,
  signature: ReadSignature,
  matrix: ReadMatrix,
  questions: ReadQuestions,
  answers: ReadAnswers,
  heading: ReadLine,
  group: ReadLine,
};

const readerOf = <K extends PlainKind>(kind: K): FunctionComponent<ReadProps<K>> => readers[kind];

/** A value that is no table, as it is read; nothing there is a dash. */
export function ReadPlain<K extends PlainKind>({ field, value }: ReadProps<K>): ReactNode {
  const words = useWords(formWords);
  // A switch that nobody touched stood at no.
  const stored = field.type === 'flag' && field.required === undefined ? value === true : value;
  if (isEmpty(stored)) return <span className="read-empty">{words.empty}</span>;
  return createElement<ReadProps<K>>(readerOf<K>(field.type), { field, value: stored });
}
