import { describe, expect, test } from 'vitest';
import { rowPlaces } from '../../../site/src/form/row-places.ts';

const rows = (...ids: readonly string[]) => ids.map((_row) => ({ _row }));

describe('rowPlaces', () => {
  test('finds a row by its id', () => {
    const places = rowPlaces();
    const table = rows('r1', 'r2', 'r3');
    expect(['r1', 'r3', 'r2'].map((id) => places.indexOf(table, id))).toEqual([0, 2, 1]);
  });

  test('finds nothing in what is no table and no row that is not there', () => {
    const places = rowPlaces();
    expect([places.indexOf(undefined, 'r1'), places.indexOf({ r1: {} }, 'r1')]).toEqual([-1, -1]);
    expect([places.indexOf([], 'r1'), places.indexOf(rows('r2'), 'r1')]).toEqual([-1, -1]);
  });

  test('knows a table apart from another and from its former self', () => {
    const places = rowPlaces();
    const before = rows('r1', 'r2');
    const after = rows('r2', 'r3', 'r1');
    expect([places.indexOf(before, 'r1'), places.indexOf(after, 'r1'), places.indexOf(before, 'r1')]).toEqual([
      0, 2, 0,
    ]);
  });

  test('reads a table no more whose rows have only changed inside', () => {
    const places = rowPlaces();
    const before = rows('r1', 'r2');
    let reads = 0;
    const watched = before.map(({ _row }) => ({
      get _row() {
        reads += 1;
        return _row;
      },
    }));
    places.keep(before, watched);
    expect([places.indexOf(watched, 'r2'), reads]).toEqual([1, 0]);
  });
});
