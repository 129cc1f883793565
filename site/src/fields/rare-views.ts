import { createElement, type FunctionComponent } from 'react';
import type { Field, Form } from '../../../schemas/generated/process.ts';
import type { FieldProps } from './props.ts';

type RareKind = 'people' | 'rating' | 'reference' | 'week';
type Fetched = { [K in RareKind]?: FunctionComponent<FieldProps<K>> };

const fetched: Fetched = {};

const fetchers: { readonly [K in RareKind]: () => Promise<void> } = {
  people: async () => {
    fetched.people = (await import('./people.tsx')).PeopleView;
  },
  rating: async () => {
    fetched.rating = (await import('./rating.tsx')).RatingView;
  },
  reference: async () => {
    fetched.reference = (await import('./reference.tsx')).ReferenceView;
  },
  week: async () => {
    fetched.week = (await import('./week.tsx')).WeekView;
  },
};

const isRare = (kind: Field['type']): kind is RareKind => Object.hasOwn(fetchers, kind);

/** Fetches the controls of these forms that few forms have, before they are shown; false when they cannot be reached. */
export async function fetchViews(forms: readonly Pick<Form, 'fields'>[]): Promise<boolean> {
  const written = forms
    .flatMap(({ fields }) => Object.values(fields))
    .flatMap((field): readonly Field[] => (field.type === 'table' ? Object.values(field.columns) : [field]))
    .filter(({ readonly }) => readonly !== true);
  const kinds = new Set(written.map(({ type }) => type).filter(isRare));
  try {
    await Promise.all([...kinds].map((kind) => fetchers[kind]()));
    return true;
  } catch {
    return false;
  }
}

function rare<K extends RareKind>(kind: K): FunctionComponent<FieldProps<K>> {
  return (props) => {
    const view: FunctionComponent<FieldProps<K>> | undefined = fetched[kind];
    return view === undefined ? null : createElement(view, props);
  };
}

export const PeopleView = rare('people');
export const RatingView = rare('rating');
export const ReferenceView = rare('reference');
export const WeekView = rare('week');
