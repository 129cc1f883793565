import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runningSum, sumColumn } from '../../../fields/table/totals.ts';
import { withMoved, withoutChange } from '../../../site/src/form/rows.ts';

const cell = fc.constantFrom(undefined, '0.1', '-2.05', '1200', '12345678901234567.89', 'x', 7);
const rows = fc.array(
  cell.map((price) => (price === undefined ? {} : { price })),
  { maxLength: 8 },
);

test('a sum that is kept while rows come, go and change is the sum', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 6 }), (versions) => {
      const sum = runningSum('price');
      for (const version of versions) expect(sum(version)).toBe(sumColumn(version, 'price'));
    }),
  );
});

test('a change that is taken back leaves what came after it', () => {
  const before = [
    { _row: 'a', x: 1 },
    { _row: 'b', x: 2 },
  ];
  const after = [
    { _row: 'a', x: 9, y: 9 },
    { _row: 'c', x: 3 },
  ];
  const now = [
    { _row: 'd', x: 4 },
    { _row: 'a', x: 9, y: 7, z: 8 },
    { _row: 'c', x: 3 },
  ];
  expect(withoutChange(before, after, now)).toEqual([
    { _row: 'b', x: 2 },
    { _row: 'd', x: 4 },
    { _row: 'a', x: 1, y: 7, z: 8 },
  ]);
});

test('a row moves over others and stays where there is no such place', () => {
  const list = ['a', 'b', 'c', 'd'].map((_row) => ({ _row }));
  const order = (id: string, by: number) =>
    withMoved(list, id, by)
      .map(({ _row }) => _row)
      .join('');
  expect([order('a', 2), order('d', -3), order('b', 1), order('a', -1), order('c', 5)]).toEqual([
    'bcad',
    'dabc',
    'acbd',
    'abcd',
    'abcd',
  ]);
});
