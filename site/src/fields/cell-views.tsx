import { createElement, type FunctionComponent, type ReactNode } from 'react';
import type { Column } from '../../../schemas/generated/process.ts';
import { ChoiceView } from './choice.tsx';
import { DateView } from './date.tsx';
import { DecimalView } from './decimal.tsx';
import { FlagView } from './flag.tsx';
import { IntegerView } from './integer.tsx';
import { LongTextView } from './long-text.tsx';
import { MoneyView } from './money.tsx';
import { PercentView } from './percent.tsx';
import { PersonView } from './person.tsx';
import type { FieldProps } from './props.ts';
import { RatingView, ReferenceView, WeekView } from './rare-views.ts';
import { TextView } from './text.tsx';
import { UnitSelect } from './unit.tsx';

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
  person: PersonView,
  unit: UnitSelect,
  reference: ReferenceView,
};

const viewOf = <K extends ColumnKind>(kind: K): FunctionComponent<FieldProps<K>> => cellViews[kind];

export function CellView<K extends ColumnKind>(props: FieldProps<K>): ReactNode {
  return createElement<FieldProps<K>>(viewOf<K>(props.field.type), props);
}
