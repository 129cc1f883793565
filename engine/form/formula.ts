import type { Field, Form } from '../../schemas/generated/process.ts';
import { CALENDAR } from '../expression/calendar-functions.ts';
import type { Expression } from '../expression/expression.ts';
import { PEOPLE } from '../expression/people-functions.ts';
import type { FormFacts } from './facts.ts';
import { kindOf } from './kinds/kinds.ts';
import type { Formula } from './model.ts';
import { isObject, type Row, type Values } from './value.ts';

type Fields = Readonly<Record<string, Field>>;
/** What an expression gets under one of its roots. */
type Input = (values: Values, facts: FormFacts, row: Row | undefined) => unknown;
/** Turns a stored value into what expressions see: ids into what they stand for. */
type View = (value: unknown, facts: FormFacts) => unknown;

/** Binds a checked expression to the forms; `columns` are those of the table whose `row` it may read. */
export function bindFormula(
  expression: Expression,
  forms: Readonly<Record<string, Form>>,
  columns: Fields = {},
): Formula {
  const { reads } = expression;
  const roots = [...new Set(reads.map(([root = '']) => root))];
  const inputs = roots.map((root): readonly [string, Input] => [root, inputOf(root, reads, forms, columns)]);
  return {
    reads,
    readsRow: roots.includes('row'),
    run: (values, facts, row) => {
      const input: Record<string, unknown> = {};
      for (const [root, read] of inputs) input[root] = read(values, facts, row);
      return expression.evaluate(input);
    },
  };
}

function inputOf(
  root: string,
  reads: Expression['reads'],
  forms: Readonly<Record<string, Form>>,
  columns: Fields,
): Input {
  const paths = reads.filter(([first]) => first === root).map(([, ...path]) => path);
  switch (root) {
    case CALENDAR:
      return (_values, facts) => facts.calendar;
    case PEOPLE:
      return (_values, { knows }) => knows.peopleIn;
    case 'today':
      return (_values, facts) => facts.today;
    case 'starter':
      return (_values, facts) => facts.starter;
    case 'settings':
      return (_values, facts) => facts.settings;
    case 'case':
      return (_values, facts) => facts.case;
    case 'row': {
      const view = recordView(columns, paths);
      return (_values, facts, row) => (view ? view(row, facts) : row);
    }
    default: {
      const view = recordView(forms[root]?.fields ?? {}, paths);
      return (values, facts) => (view ? view(values[root], facts) : values[root]);
    }
  }
}

/**
 * A record of only the fields that are read, each as expressions see it; undefined when all of them are as stored, so
 * that the record can be passed as it is. Never costs more than the fields that are read.
 */
function recordView(fields: Fields, paths: readonly (readonly string[])[]): View | undefined {
  const ids = paths.some(([id]) => id === undefined) ? Object.keys(fields) : paths.map(([id = '']) => id);
  const views = [...new Set(ids)].map((id) => {
    const field = fields[id];
    const inside = paths.filter(([first]) => first === id || first === undefined).map((path) => path.slice(1));
    return { id, view: field && fieldView(field, inside) };
  });
  if (views.every(({ view }) => view === undefined)) return undefined;
  return (record, facts) => {
    if (!isObject(record)) return record;
    const seen: Record<string, unknown> = {};
    for (const { id, view } of views) seen[id] = view ? view(record[id], facts) : record[id];
    return seen;
  };
}

function fieldView(field: Field, paths: readonly (readonly string[])[]): View | undefined {
  const { seen } = kindOf(field);
  if (seen) return (value, facts) => seen(value, facts, field);
  if (field.type !== 'table') return undefined;
  const view = recordView(field.columns, paths);
  return view && ((rows, facts) => (Array.isArray(rows) ? rows.map((row: unknown) => view(row, facts)) : rows));
}
