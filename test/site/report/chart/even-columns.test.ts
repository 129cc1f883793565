import { expect, test } from 'vitest';
import { columnsFor, evenColumns } from '../../../../site/src/report/chart/even-columns.ts';

test('tiles fill their rows about evenly, however many have room', () => {
  expect([1, 6, 7, 8, 9, 15].map((tiles) => evenColumns(tiles, 7))).toEqual([1, 6, 7, 4, 5, 5]);
  expect([4, 5, 9].map((tiles) => evenColumns(tiles, 3))).toEqual([2, 3, 3]);
  expect(columnsFor(9)).toEqual({ '--columns-2': 2, '--columns-3': 3, '--columns-5': 5, '--columns-7': 5 });
});
