import { describe, expect, test } from 'vitest';
import { compileCheckedForms } from '../../../engine/form/check-forms.ts';
import { settle, settleAffected } from '../../../engine/form/settle.ts';
import { fieldState } from '../../../engine/form/state.ts';
import { rowsOf } from '../../../engine/form/value.ts';
import type { Decide, Field } from '../../../schemas/generated/process.ts';
import type { DecisionTableDocument } from '../../../schemas/generated/table.ts';
import { facts } from './fixture.ts';

const grade: DecisionTableDocument = {
  format: 'table/v1',
  id: 'grade',
  title: 'Grade',
  hit: 'unique',
  inputs: { likelihood: { type: 'integer', title: 'L' }, impact: { type: 'integer', title: 'I' } },
  outputs: { grade: { type: 'choice', title: 'Grade' }, days: { type: 'integer', title: 'Days' } },
  rules: [
    // biome-ignore lint/suspicious/noThenProperty: the word of decision tables
    { when: { likelihood: '>= 2', impact: '>= 2' }, then: { grade: 'high', days: 3 } },
    // biome-ignore lint/suspicious/noThenProperty: the word of decision tables
    { when: { likelihood: '< 2', impact: '-' }, then: { grade: 'low', days: 30 } },
  ],
};
const environment = { ledgers: {}, settings: {}, tables: { grade } };
const options = [
  { id: 'high', title: 'High' },
  { id: 'low', title: 'Low' },
];
const decide = (more: Partial<Decide> = {}): Decide => ({
  table: 'grade',
  input: { likelihood: 'row.likelihood', impact: 'row.impact' },
  output: 'grade',
  ...more,
});
const risks = (column: Field) =>
  compileCheckedForms(
    {
      f: {
        title: 'F',
        fields: {
          rows: {
            type: 'table',
            title: 'Rows',
            columns: {
              likelihood: { type: 'integer', title: 'L' },
              impact: { type: 'integer', title: 'I' },
              grade: column as never,
            },
          },
          worst: { type: 'integer', title: 'Worst', compute: "count(f.rows.filter(r, r.grade == 'high'))" },
        },
      },
    },
    [],
    environment,
  );
const compiled = risks({ type: 'choice', title: 'Grade', options, decide: decide() });
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const model = compiled.value;

describe('a column that a decision table fills', () => {
  const rows = [
    { _row: 'r1', likelihood: 3, impact: 2, grade: 'low' },
    { _row: 'r2', likelihood: 1, impact: 3 },
    { _row: 'r3', likelihood: 3, impact: 1 },
    { _row: 'r4' },
  ];

  test('has what the table says of its row, and nothing where no rule fits', () => {
    const settled = settle(model, { f: { rows } }, facts);
    expect(settled.f?.rows).toMatchObject([{ grade: 'high' }, { grade: 'low' }, {}, {}]);
    expect(settled.f?.worst).toBe(1);
  });

  test('follows its inputs', () => {
    const settled = settle(model, { f: { rows } }, facts);
    const changed = rowsOf(settled.f?.rows).map((row) => (row._row === 'r3' ? { ...row, impact: 2 } : row));
    const after = settleAffected(model, { f: { ...settled.f, rows: changed } }, facts, 'f.rows.impact', 'r3');
    expect(after).toEqual(settle(model, { f: { rows: changed } }, facts));
    expect(after.f?.worst).toBe(2);
  });

  test('is read-only', () => {
    const node = model.nodes.get('f.rows.grade');
    if (node === undefined) throw new Error('no column');
    const settled = settle(model, { f: { rows } }, facts);
    expect(fieldState(model, settled, facts, 'f.rows.grade', 0)).toMatchObject({ readonly: true });
  });
});

describe('what is wrong with asking a table', () => {
  const codes = (column: Field) => {
    const found = risks(column);
    return found.ok ? [] : found.error.map(({ code, params }) => [code, params]);
  };
  const choice = (more: Partial<Decide>): Field => ({ type: 'choice', title: 'G', options, decide: decide(more) });

  test('there is no such table, output or input', () => {
    expect(codes(choice({ table: 'grades' }))).toEqual([['unknown-table', { name: 'grades' }]]);
    expect(codes(choice({ output: 'grate' }))).toEqual([['unknown-column', { name: 'grate' }]]);
    const input = { likelihood: '1', impact: '1', mood: '1' };
    expect(codes(choice({ input }))).toEqual([['unknown-column', { name: 'mood' }]]);
  });

  test('an input is missing', () => {
    expect(codes(choice({ input: { impact: '1' } }))).toEqual([['missing-input', { name: 'likelihood' }]]);
  });

  test('the answer does not fit the field', () => {
    expect(codes(choice({ output: 'days' }))).toEqual([['decide-type', { expected: 'choice', actual: 'integer' }]]);
    expect(codes({ type: 'choice', title: 'G', options: options.slice(1), decide: decide() })).toEqual([
      ['decide-type', { expected: 'low', actual: 'high' }],
    ]);
  });

  test('the field is computed already', () => {
    expect(codes({ type: 'choice', title: 'G', options, compute: "'low'", decide: decide() })).toEqual([
      ['computed-twice', {}],
    ]);
  });
});
