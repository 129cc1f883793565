import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSum } from '../../../engine/sums/compile-sum.ts';
import { deltas } from '../../../engine/sums/deltas.ts';
import { columnOf, groupOf, type Sum, valuesOf } from '../../../engine/sums/sum.ts';
import { SumBook } from '../../../engine/sums/sum-book.ts';
import type { LedgerSum } from '../../../schemas/generated/ledger.ts';

const COLUMNS = {
  unit: { type: 'unit', title: 'Unit' },
  due: { type: 'date', title: 'Due' },
  open: { type: 'flag', title: 'Open' },
  amount: { type: 'money', title: 'Amount' },
  count: { type: 'integer', title: 'Count' },
} as const;

const sumOf = (document: LedgerSum): Sum => {
  const compiled = compileSum({ id: 'bills', columns: COLUMNS }, document);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
};
const bills = sumOf({
  where: 'row.open',
  by: { unit: 'row.unit', month: 'monthOf(row.due)' },
  sum: { amount: 'row.amount', pieces: 'row.count', many: 'row.count > 3' },
});

type Row = Readonly<Record<string, unknown>>;
const row: fc.Arbitrary<Row> = fc.record({
  unit: fc.constantFrom('north', 'south', null),
  due: fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-28', null),
  open: fc.boolean(),
  amount: fc.option(fc.integer({ min: -999_999, max: 999_999 }).map((cents) => (cents / 100).toFixed(2))),
  count: fc.option(fc.integer({ min: -5, max: 9 })),
});
/** Versions of one row, one after the other; undefined where there is none. */
const history = fc.array(fc.option(row, { nil: undefined }), { maxLength: 6 });

/** What the rows come to, worked out without the engine: in cents, group by group. */
function workedOut(rows: readonly Row[]): ReadonlyMap<string, readonly [number, number, number, number]> {
  const totals = new Map<string, readonly [number, number, number, number]>();
  for (const { unit, due, open, amount, count } of rows.filter((each) => each.open === true)) {
    const group = JSON.stringify([unit, typeof due === 'string' ? due.slice(0, 7) : null]);
    const [n, cents, pieces, many] = totals.get(group) ?? [0, 0, 0, 0];
    const added = Math.round(Number(amount ?? 0) * 100);
    totals.set(group, [n + 1, cents + added, pieces + Number(count ?? 0), many + (Number(count) > 3 ? 1 : 0)]);
    expect(open).toBe(true);
  }
  return totals;
}

const kept = (book: SumBook) =>
  book.totals(bills).flatMap(([group, total]) => {
    const columns = ['amount', 'pieces', 'many'].map((name) => columnOf(bills, total, name));
    return total.n === 0 && columns.every((value) => Number(value) === 0)
      ? []
      : [[group, total.n, ...columns.map(Number)]];
  });
const expectedOf = (rows: readonly Row[]) =>
  [...workedOut(rows)].map(([group, [n, cents, pieces, many]]) => [group, n, cents / 100, pieces, many]);

describe('what changes of rows change in a sum', () => {
  test('adds up to what the present rows come to, in whatever order the changes arrive', () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (histories, dice) => {
        const changes = histories.flatMap((versions) =>
          versions.map((after, at) => [at === 0 ? undefined : versions[at - 1], after] as const),
        );
        const shuffled = changes
          .map((change) => [dice.next().value, change] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, change]) => change);
        const book = new SumBook();
        for (const [before, after] of shuffled) book.change(bills, before, after);
        const present = histories.map((versions) => versions.at(-1)).filter((each) => each !== undefined);
        expect(kept(book).toSorted()).toEqual(expectedOf(present).toSorted());
      }),
    );
  });

  test('is nothing when nothing that counts has changed', () => {
    const before = { unit: 'north', due: '2026-01-31', open: true, amount: '5.00', count: 1 };
    expect(deltas(bills, before, { ...before, due: '2026-01-01' })).toEqual({ deltas: [] });
    expect(deltas(bills, { ...before, open: false }, undefined)).toEqual({ deltas: [] });
  });

  test('moves a row between groups and takes its amounts along', () => {
    const before = { unit: 'north', due: '2026-01-31', open: true, amount: '5.00', count: 4 };
    const [from, to] = [groupOf(['north', '2026-01']), groupOf(['south', '2026-01'])];
    expect(deltas(bills, before, { ...before, unit: 'south' })).toEqual({
      deltas: [
        { group: from, count: -1, amounts: [-50_000n, -4n, -1n] },
        { group: to, count: 1, amounts: [50_000n, 4n, 1n] },
      ],
      move: { from, to },
    });
    expect(valuesOf(from)).toEqual(['north', '2026-01']);
  });

  test('keeps amounts exact and leaves a slip of the keyboard out', () => {
    const total = sumOf({ by: { unit: 'row.unit' }, sum: { amount: 'row.amount' } });
    const added = (amount: string) => total.contribution({ unit: 'north', amount })?.amounts;
    expect(added('999999999999.99')).toEqual([9_999_999_999_999_900n]);
    expect(added('1000000000000.00')).toEqual([0n]);
    expect(columnOf(total, { n: 1, v: ['9999999999999900'] }, 'amount')).toBe('999999999999.99');
  });
});

describe('the id of a sum', () => {
  const one = { by: { unit: 'row.unit' }, sum: { amount: 'row.amount' } };

  test('is the same for the same sum and another for another formula, order or source', () => {
    expect(sumOf({ ...one }).id).toBe(sumOf(one).id);
    expect(sumOf({ ...one, where: 'row.open' }).id).not.toBe(sumOf(one).id);
    expect(sumOf({ by: { unit: 'row.unit', due: 'row.due' } }).id).not.toBe(
      sumOf({ by: { due: 'row.due', unit: 'row.unit' } }).id,
    );
    const elsewhere = compileSum({ id: 'notes', columns: COLUMNS }, one);
    expect(elsewhere.ok && elsewhere.value.id).not.toBe(sumOf(one).id);
  });

  test('is another once a column that it reads is of another type', () => {
    const dated = compileSum({ id: 'bills', columns: { ...COLUMNS, unit: { type: 'text', title: 'Unit' } } }, one);
    expect(dated.ok && dated.value.id).not.toBe(sumOf(one).id);
  });
});
