import { compileExpression, type Expression, type ExpressionIssue } from '../../../engine/expression/expression.ts';
import type { ExprType, Scope } from '../../../engine/expression/type.ts';

const text = { kind: 'text' } as const;
const integer = { kind: 'integer' } as const;
const decimal = { kind: 'decimal' } as const;
const flag = { kind: 'flag' } as const;
const date = { kind: 'date' } as const;
const choice = { kind: 'choice' } as const;
const person = { kind: 'person' } as const;
const unit = { kind: 'unit' } as const;
const week = { kind: 'week' } as const;

const columns = { amount: decimal, qty: integer, category: choice, note: text, day: date, tags: list(choice) };

function list<T extends ExprType>(of: T) {
  return { kind: 'list', of } as const;
}

/** A form `plan` with one field of every type, a table row, and the usual roots. */
export const scope: Scope = {
  plan: {
    kind: 'record',
    fields: {
      name: text,
      stars: integer,
      amount: decimal,
      rate: decimal,
      urgent: flag,
      due: date,
      kind: choice,
      owner: person,
      team: unit,
      week,
      month: { kind: 'month' },
      quarter: { kind: 'quarter' },
      begins: { kind: 'dateTime' },
      opens: { kind: 'time' },
      dates: { kind: 'dateRange' },
      photo: { kind: 'file' },
      choices: list(choice),
      budget: { kind: 'table', columns },
      planRow: { kind: 'record', fields: { title: text, amount: decimal } },
      free: { kind: 'any' },
    },
  },
  row: { kind: 'record', fields: { price: decimal, qty: integer } },
  rows: { kind: 'table', columns },
  today: date,
  starter: person,
};

export const values = {
  plan: {
    name: '周年庆',
    stars: 4,
    amount: '0.1',
    rate: '12.50',
    urgent: true,
    due: '2026-11-30',
    kind: 'online',
    owner: 'u-1',
    team: 'd-7',
    week: '2026-W48',
    month: '2026-11',
    quarter: '2026-Q4',
    begins: '2026-11-22T08:30',
    opens: '08:30',
    dates: { start: '2026-12-01', end: '2026-12-03' },
    photo: { name: 'a.png' },
    choices: ['a', 'b'],
    budget: [
      { _row: 'r1', amount: '1200.00', qty: 2, category: 'media', note: 'x', day: '2026-12-01', tags: ['t1'] },
      { _row: 'r2', amount: '0.30', qty: 3, category: 'gift', note: '', day: '2026-12-05', tags: [] },
      { _row: 'r3', amount: '99.7', qty: 5, category: 'media', note: 'y', day: '2026-11-20', tags: ['t1', 't2'] },
    ],
    planRow: { title: '第四季度', amount: '5000' },
    free: { deep: 3 },
  },
  row: { price: '19.90', qty: 3 },
  rows: [],
  today: '2026-11-22',
  starter: 'u-1',
};

export function compiled(source: string, expected?: ExprType): Expression {
  const result = compileExpression(source, scope, expected);
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function issues(source: string, expected?: ExprType): readonly ExpressionIssue[] {
  const result = compileExpression(source, scope, expected);
  return result.ok ? [] : result.error;
}

export const evaluated = (source: string, given: Readonly<Record<string, unknown>> = values): unknown =>
  compiled(source).evaluate(given);
