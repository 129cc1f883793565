import { createElement, type FunctionComponent, type ReactNode } from 'react';
import { ChoiceView } from '../../../fields/choice/view.tsx';
import { DateView } from '../../../fields/date/view.tsx';
import { DecimalView } from '../../../fields/decimal/view.tsx';
import { FlagView } from '../../../fields/flag/view.tsx';
import { IntegerView } from '../../../fields/integer/view.tsx';
import { LongTextView } from '../../../fields/long-text/view.tsx';
import { MoneyView } from '../../../fields/money/view.tsx';
import { PercentView } from '../../../fields/percent/view.tsx';
import { PersonView } from '../../../fields/person/view.tsx';
import { TextView } from '../../../fields/text/view.tsx';
import { UnitSelect } from '../../../fields/unit/view.tsx';
import type { Column } from '../../../schemas/generated/process.ts';
import type { FieldProps } from './props.ts';
import {
  CompanyCodeView,
  DateTimeView,
  EmailView,
  IdentityCodeView,
  LinkView,
  MonthView,
  PhoneView,
  QuarterView,
  RatingView,
  ReferenceView,
  RegionView,
  TimeView,
  WeekView,
  YearView,
} from './rare-views.ts';

type ColumnKind = Column['type'];

/** The kinds that fit into a cell. */
export const cellViews: { readonly [K in ColumnKind]: FunctionComponent<FieldProps<K>> } = {
  text: TextView,
  longText: LongTextView,
  integer: IntegerView,
  decimal: DecimalView,
  money: MoneyView,
  percent: PercentView,
  rating: RatingView,
  flag: FlagView,
  choice: ChoiceView,
  date: DateView,
  week: WeekView,
  time: TimeView,
  dateTime: DateTimeView,
  month: MonthView,
  quarter: QuarterView,
  year: YearView,
  region: RegionView,
  phone: PhoneView,
  email: EmailView,
  link: LinkView,
  identityCode: IdentityCodeView,
  companyCode: CompanyCodeView,
  person: PersonView,
  unit: UnitSelect,
  reference: ReferenceView,
};

const viewOf = <K extends ColumnKind>(kind: K): FunctionComponent<FieldProps<K>> => cellViews[kind];

export function CellView<K extends ColumnKind>(props: FieldProps<K>): ReactNode {
  return createElement<FieldProps<K>>(viewOf<K>(props.field.type), props);
}
