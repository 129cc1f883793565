import { createElement, type FunctionComponent, type ReactNode } from 'react';
import { ChoicesView } from '../../../fields/choices/view.tsx';
import { DateRangeView } from '../../../fields/date-range/view.tsx';
import { TableView } from '../../../fields/table/view.tsx';
import { cellViews } from './cell-views.tsx';
import type { ControlKind, FieldProps } from './props.ts';
import {
  AnswersView,
  FilesView,
  MatrixView,
  PeopleView,
  QuestionsView,
  RichTextView,
  SignatureView,
  UnitsView,
} from './rare-views.ts';

/** One view per kind of the language: a kind added to the schema does not compile until it is drawn here. */
const views: { readonly [K in ControlKind]: FunctionComponent<FieldProps<K>> } = {
  ...cellViews,
  choices: ChoicesView,
  dateRange: DateRangeView,
  people: PeopleView,
  files: FilesView,
  richText: RichTextView,
  units: UnitsView,
  signature: SignatureView,
  matrix: MatrixView,
  questions: QuestionsView,
  answers: AnswersView,
  table: TableView,
};

const viewOf = <K extends ControlKind>(kind: K): FunctionComponent<FieldProps<K>> => views[kind];

/** `createElement`, not JSX: JSX props lose the link between `field.type` and the view (TS2769). */
export function FieldView<K extends ControlKind>(props: FieldProps<K>): ReactNode {
  return createElement<FieldProps<K>>(viewOf<K>(props.field.type), props);
}
