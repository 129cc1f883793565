import { createElement, type FunctionComponent, type ReactNode } from 'react';
import { cellViews } from './cell-views.tsx';
import { ChoicesView } from './choices.tsx';
import { DateRangeView } from './date-range.tsx';
import { FilesView } from './files.tsx';
import type { FieldKind, FieldProps } from './props.ts';
import { PeopleView } from './rare-views.ts';
import { TableView } from './table.tsx';

/** One view per kind of the language: a kind added to the schema does not compile until it is drawn here. */
const views: { readonly [K in FieldKind]: FunctionComponent<FieldProps<K>> } = {
  ...cellViews,
  choices: ChoicesView,
  dateRange: DateRangeView,
  people: PeopleView,
  files: FilesView,
  table: TableView,
};

const viewOf = <K extends FieldKind>(kind: K): FunctionComponent<FieldProps<K>> => views[kind];

/** `createElement`, not JSX: JSX props lose the link between `field.type` and the view (TS2769). */
export function FieldView<K extends FieldKind>(props: FieldProps<K>): ReactNode {
  return createElement<FieldProps<K>>(viewOf<K>(props.field.type), props);
}
