import type { Column, Form } from '../../schemas/generated/process.ts';
import { CALENDAR } from '../expression/calendar-functions.ts';
import { PEOPLE } from '../expression/people-functions.ts';
import { DATE, DECIMAL, type ExprType, INTEGER, type Scope, TEXT } from '../expression/type.ts';
import type { FormEnvironment } from './facts.ts';
import { kindOf } from './kinds/kinds.ts';

const PERSON: ExprType = { kind: 'person' };

const CASE = { id: TEXT, number: TEXT, starter: PERSON, startedOn: DATE };

/** Names that are no forms. */
const ROOTS = {
  [CALENDAR]: { kind: 'any' },
  today: DATE,
  starter: PERSON,
  case: { kind: 'record', fields: CASE },
} as const satisfies Scope;

/** Names a form must not take: the other roots of expressions. */
export const RESERVED_FORMS: ReadonlySet<string> = new Set([
  ...Object.keys(ROOTS),
  'settings',
  'row',
  'rows',
  'outcome',
  'last',
  'occurrence',
  'child',
  'ended',
]);

/** Everything an expression of this definition may name: its forms, `today`, `starter`, `settings` and `case`. */
export function scopeOf(forms: Readonly<Record<string, Form>>, environment: FormEnvironment): Scope {
  const records = Object.entries(forms).map(([id, { fields }]) => [id, recordOf(fields, environment)] as const);
  const numbers = Object.entries(environment.settings).filter(
    ([, { type }]) => type !== 'duration' && type !== 'point',
  );
  const settings = numbers.map(([id, { type }]) => [id, type === 'integer' ? INTEGER : DECIMAL] as const);
  return {
    ...Object.fromEntries(records),
    ...ROOTS,
    settings: { kind: 'record', fields: Object.fromEntries(settings) },
  };
}

/**
 * What the default of a field may name: also `case.unit`, the unit of the starter's main post, and `peopleIn(unit)`. They are
 * looked at once, when the form is opened; a value computed from them would change when somebody moves to another unit.
 */
export const scopeOfDefault = (scope: Scope): Scope => ({
  ...scope,
  [PEOPLE]: { kind: 'any' },
  case: { kind: 'record', fields: { ...CASE, unit: { kind: 'unit' } } },
});

/** The scope inside the columns of a table: `row` is the row that the value belongs to. */
export const scopeInRow = (
  scope: Scope,
  columns: Readonly<Record<string, Column>>,
  environment: FormEnvironment,
): Scope => ({
  ...scope,
  row: recordOf(columns, environment),
});

function recordOf(fields: Form['fields'], environment: FormEnvironment): ExprType {
  const types = Object.entries(fields)
    .filter(([, field]) => kindOf(field).valueless !== true)
    .map(([id, field]) => [id, kindOf(field).exprType(field, environment)] as const);
  return { kind: 'record', fields: Object.fromEntries(types) };
}
