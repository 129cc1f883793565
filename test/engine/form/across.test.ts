import { describe, expect, test } from 'vitest';
import { compileForms } from '../../../engine/form/compile.ts';
import type { FormEnvironment, FormFacts } from '../../../engine/form/facts.ts';
import { lookupRequests } from '../../../engine/form/lookups.ts';
import { settle } from '../../../engine/form/settle.ts';
import { validate } from '../../../engine/form/validate.ts';
import type { Values } from '../../../engine/form/value.ts';
import type { CheckRule, Field } from '../../../schemas/generated/process.ts';
import { environment, everything, facts } from './fixture.ts';

const title = '字段';
const ledgers: FormEnvironment['ledgers'] = {
  weekly: {
    columns: {
      unit: { type: 'unit', title },
      week: { type: 'week', title },
      number: { type: 'text', title },
    },
  },
  invoices: { columns: { code: { type: 'text', title }, number: { type: 'text', title } } },
  budget: { columns: { unit: { type: 'unit', title }, balance: { type: 'money', title } } },
};

function modelOf(fields: Readonly<Record<string, Field>>, that: string, at = 'f') {
  const checks: readonly CheckRule[] = [{ that, at, else: '不行' }];
  const compiled = compileForms({ f: { title, fields } }, checks, { ...environment, ledgers });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/** Codes of what stands against handing in these values; `lookups` is what ledgers say. */
function codes(
  model: ReturnType<typeof modelOf>,
  f: Values[string],
  lookups: FormFacts['lookups'] = {},
  own: FormFacts['case'] = facts.case,
): readonly string[] {
  const world = { ...facts, lookups, case: own };
  return validate(model, settle(model, { f }, world), world, everything(model)).map(({ code }) => code);
}

describe('one report a unit and week', () => {
  const model = modelOf(
    {
      unit: { type: 'unit', title },
      week: { type: 'week', title },
      filed: {
        type: 'text',
        title,
        lookup: { ledger: 'weekly', column: 'number', key: { unit: 'f.unit', week: 'f.week' } },
      },
    },
    'empty(f.filed) || f.filed == case.number',
    'f.week',
  );
  const report = { unit: 'east', week: '2026-W47' };

  test('asks the ledger once both are known', () => {
    expect(lookupRequests(model, { f: { unit: 'east' } }, facts)).toEqual([]);
    expect(lookupRequests(model, { f: report }, facts)).toEqual([
      { path: 'f.filed', ledger: 'weekly', column: 'number', key: report },
    ]);
  });

  test('refuses the second, takes the first, and the first again when it is handed in anew', () => {
    expect(codes(model, report, { 'f.filed': null })).toEqual([]);
    expect(codes(model, report, { 'f.filed': 'ZB-2026-0007' })).toEqual(['check-failed']);
    expect(codes(model, report, { 'f.filed': 'ZB-2026-0007' }, { ...facts.case, number: 'ZB-2026-0007' })).toEqual([]);
  });
});

test('an invoice is used once, in each row of a table too', () => {
  const model = modelOf(
    {
      lines: {
        type: 'table',
        title,
        columns: {
          code: { type: 'text', title },
          used: { type: 'text', title, lookup: { ledger: 'invoices', column: 'number', key: { code: 'row.code' } } },
        },
        unique: ['code'],
      },
    },
    'empty(row.used) || row.used == case.number',
    'f.lines.used',
  );
  const lines = [
    { _row: 'r1', code: 'A1' },
    { _row: 'r2', code: 'A2' },
  ];
  expect(codes(model, { lines }, { 'f.lines.used': { r1: null, r2: null } })).toEqual([]);
  expect(codes(model, { lines }, { 'f.lines.used': { r1: 'BX-1', r2: null } })).toEqual(['check-failed']);
  expect(codes(model, { lines: [lines[0], { _row: 'r2', code: 'A1' }] }, { 'f.lines.used': {} })).toEqual([
    'not-unique',
  ]);
});

test('twelve months are the target of the year, to the cent', () => {
  const months: Field = {
    type: 'matrix',
    title,
    rows: [{ id: 'sales', title }],
    columns: 'months',
    cell: 'money',
  };
  const sum = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  const model = modelOf(
    { year: { type: 'money', title }, months },
    `${sum.map((month) => `sum(f.months.m${month})`).join(' + ')} == f.year`,
    'f.months',
  );
  const even = Object.fromEntries(sum.map((month) => [`m${month}`, '0.10']));
  expect(codes(model, { year: '1.20', months: { sales: even } })).toEqual([]);
  expect(codes(model, { year: '1.21', months: { sales: even } })).toEqual(['check-failed']);
});

test('weights make 100', () => {
  const model = modelOf(
    {
      items: { type: 'table', title, columns: { weight: { type: 'percent', title, min: 0 } } },
    },
    'sum(f.items.weight) == 100',
    'f.items',
  );
  const of = (...weights: readonly string[]) => weights.map((weight, n) => ({ _row: `r${n + 1}`, weight }));
  expect(codes(model, { items: of('33.33', '33.33', '33.34') })).toEqual([]);
  expect(codes(model, { items: of('33.33', '33.33', '33.33') })).toEqual(['check-failed']);
});

test('what is asked for is left in the budget', () => {
  const model = modelOf(
    {
      unit: { type: 'unit', title },
      amount: { type: 'money', title },
      balance: { type: 'money', title, lookup: { ledger: 'budget', column: 'balance', key: { unit: 'f.unit' } } },
    },
    'f.amount <= f.balance',
    'f.amount',
  );
  const ask = { unit: 'east', amount: '100.00' };
  expect(codes(model, ask, { 'f.balance': '100.00' })).toEqual([]);
  expect(codes(model, ask, { 'f.balance': '99.99' })).toEqual(['check-failed']);
  expect(codes(model, ask, { 'f.balance': null })).toEqual(['check-failed']);
});
