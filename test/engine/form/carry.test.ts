import { describe, expect, test } from 'vitest';
import { carryOver } from '../../../engine/form/carry.ts';
import { compileForms } from '../../../engine/form/compile.ts';
import { formPaths } from '../../../engine/form/rights.ts';
import type { Forms } from '../../../schemas/generated/process.ts';

const forms: Forms = {
  visit: {
    title: 'Visit',
    fields: {
      what: { type: 'text', title: 'What' },
      day: { type: 'date', title: 'Day', readonly: true },
      count: { type: 'integer', title: 'Count' },
      twice: { type: 'integer', title: 'Twice', compute: 'visit.count * 2' },
      photos: { type: 'files', title: 'Photos' },
      costs: {
        type: 'table',
        title: 'Costs',
        columns: { item: { type: 'text', title: 'Item' }, proof: { type: 'text', title: 'Proof', readonly: true } },
      },
      fixed: { type: 'table', title: 'Fixed', rows: 'fixed', columns: { item: { type: 'text', title: 'Item' } } },
    },
  },
};
const compiled = compileForms(forms, [], { ledgers: {}, settings: {} });
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const model = compiled.value;
const all = new Set(formPaths(model, 'visit'));
const file = { id: 'f1', sha256: 'a'.repeat(64), name: 'a.png', size: 1, type: 'image/png' };

describe('values that are carried over', () => {
  test('are those a person can write, of their kind, with rows of their own', () => {
    const costs = [{ _row: 'r8', item: 'Train' }, { _row: 'r3' }];
    const { values, left } = carryOver(model, { visit: { what: 'Shop', count: 2, costs } }, all);
    expect(values).toEqual({
      visit: { what: 'Shop', count: 2, costs: [{ _row: 'r1', item: 'Train' }, { _row: 'r2' }] },
    });
    expect(left).toEqual([]);
  });

  test('leave out, and name, what is derived, read-only, a file, in fixed rows, of another kind or unknown', () => {
    const visit = {
      day: '2026-11-23',
      count: 'two',
      twice: 4,
      photos: [file],
      costs: [{ _row: 'r1', item: 'Taxi', proof: [file], gone: 1 }],
      fixed: [{ _row: 'r1', item: 'x' }],
      gone: 'x',
    };
    const { values, left } = carryOver(model, { visit, other: { a: 1 } }, all);
    expect(values).toEqual({ visit: { costs: [{ _row: 'r1', item: 'Taxi' }] } });
    expect(left.toSorted()).toEqual(
      ['day', 'count', 'twice', 'photos', 'costs.proof', 'costs.gone', 'fixed', 'gone']
        .map((path) => `visit.${path}`)
        .concat('other.a')
        .toSorted(),
    );
  });

  test('are no more than what is wanted, columns included', () => {
    const visit = { what: 'Shop', count: 2, costs: [{ _row: 'r1', item: 'Train' }] };
    expect(carryOver(model, { visit }, new Set(['visit.what', 'visit.costs'])).values).toEqual({
      visit: { what: 'Shop', costs: [{ _row: 'r1' }] },
    });
  });
});
