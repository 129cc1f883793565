import { createElement, type FunctionComponent } from 'react';
import type { Field, Form } from '../../../schemas/generated/process.ts';
import type { FieldProps } from './props.ts';

type RareKind =
  | 'files'
  | 'people'
  | 'rating'
  | 'reference'
  | 'week'
  | 'time'
  | 'dateTime'
  | 'month'
  | 'quarter'
  | 'year'
  | 'phone'
  | 'email'
  | 'link'
  | 'identityCode'
  | 'companyCode'
  | 'region'
  | 'richText'
  | 'signature'
  | 'units'
  | 'matrix'
  | 'questions'
  | 'answers';
type View<K extends RareKind> = FunctionComponent<FieldProps<K>>;
type Fetched = { [K in RareKind]?: View<K> };

const fetched: Fetched = {};

/** Where the controls are that few forms have. */
const fetchers: { readonly [K in RareKind]: () => Promise<View<K>> } = {
  files: async () => (await import('../../../fields/files/view.tsx')).FilesView,
  people: async () => (await import('../../../fields/people/view.tsx')).PeopleView,
  rating: async () => (await import('../../../fields/rating/view.tsx')).RatingView,
  reference: async () => (await import('../../../fields/reference/view.tsx')).ReferenceView,
  week: async () => (await import('../../../fields/week/view.tsx')).WeekView,
  time: async () => (await import('../../../fields/time/view.tsx')).TimeView,
  dateTime: async () => (await import('../../../fields/date-time/view.tsx')).DateTimeView,
  month: async () => (await import('../../../fields/month/view.tsx')).MonthView,
  quarter: async () => (await import('../../../fields/quarter/view.tsx')).QuarterView,
  year: async () => (await import('../../../fields/year/view.tsx')).YearView,
  phone: async () => (await import('../../../fields/phone/view.tsx')).PhoneView,
  email: async () => (await import('../../../fields/email/view.tsx')).EmailView,
  link: async () => (await import('../../../fields/link/view.tsx')).LinkView,
  identityCode: async () => (await import('../../../fields/identity-code/view.tsx')).IdentityCodeView,
  companyCode: async () => (await import('../../../fields/company-code/view.tsx')).CompanyCodeView,
  region: async () => (await import('../../../fields/region/view.tsx')).RegionView,
  richText: async () => (await import('../../../fields/rich-text/view.tsx')).RichTextView,
  signature: async () => (await import('../../../fields/signature/view.tsx')).SignatureView,
  units: async () => (await import('../../../fields/units/view.tsx')).UnitsView,
  matrix: async () => (await import('../../../fields/matrix/view.tsx')).MatrixView,
  questions: async () => (await import('../../../fields/questions/view.tsx')).QuestionsView,
  answers: async () => (await import('../../../fields/answers/view.tsx')).AnswersView,
};

async function fetchView<K extends RareKind>(kind: K): Promise<void> {
  const kept: { [each in K]?: View<each> } = fetched;
  kept[kind] = await fetchers[kind]();
}

const isRare = (kind: Field['type']): kind is RareKind => Object.hasOwn(fetchers, kind);

/** Fetches the controls of these forms that few forms have, before they are shown; false when they cannot be reached. */
export async function fetchViews(forms: readonly Pick<Form, 'fields'>[]): Promise<boolean> {
  const written = forms
    .flatMap(({ fields }) => Object.values(fields))
    .flatMap((field): readonly Field[] => (field.type === 'table' ? Object.values(field.columns) : [field]))
    .filter(({ readonly }) => readonly !== true);
  const kinds = new Set(written.map(({ type }) => type).filter(isRare));
  try {
    await Promise.all([...kinds].map((kind) => fetchView(kind)));
    return true;
  } catch {
    return false;
  }
}

function rare<K extends RareKind>(kind: K): View<K> {
  return (props) => {
    const view: View<K> | undefined = fetched[kind];
    return view === undefined ? null : createElement(view, props);
  };
}

export const FilesView = rare('files');
export const PeopleView = rare('people');
export const RatingView = rare('rating');
export const ReferenceView = rare('reference');
export const WeekView = rare('week');
export const TimeView = rare('time');
export const DateTimeView = rare('dateTime');
export const MonthView = rare('month');
export const QuarterView = rare('quarter');
export const YearView = rare('year');
export const PhoneView = rare('phone');
export const EmailView = rare('email');
export const LinkView = rare('link');
export const IdentityCodeView = rare('identityCode');
export const CompanyCodeView = rare('companyCode');
export const RegionView = rare('region');
export const RichTextView = rare('richText');
export const SignatureView = rare('signature');
export const UnitsView = rare('units');
export const MatrixView = rare('matrix');
export const QuestionsView = rare('questions');
export const AnswersView = rare('answers');
