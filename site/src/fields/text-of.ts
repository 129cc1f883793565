import type { PeopleView, UnitNames } from '../../../schemas/generated/api.ts';
import type { Locale } from '../i18n/locale.ts';
import type { FieldKind, FieldOf } from './props.ts';

export interface TextContext {
  readonly locale: Locale;
  readonly people: PeopleView;
  /** Titles of units; one that is missing shows its id. */
  readonly units?: UnitNames;
  /** Dates without their weekday, for narrow columns. */
  readonly compact?: boolean;
}

/** A stored value as one line of text, as its kind reads; empty for what is no such value. */
export type TextOf<K extends FieldKind> = (value: unknown, context: TextContext, field: FieldOf<K>) => string;

export const isAmount = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';
export const plainText = (value: unknown): string => (isAmount(value) ? String(value) : '');
