import { describe, expect, test } from 'vitest';
import { type Circle, namedCircles } from '../../../../site/src/report/chart/bubble-labels.ts';
import { bridgePath, downPath, linePath, placeOf, tickStep } from '../../../../site/src/report/chart/line-path.ts';
import { axisFor, axisOf, numberIn, percent } from '../../../../site/src/report/chart/scale.ts';
import { measure } from './parts.ts';

describe('an axis', () => {
  test('begins at zero, ends at a round number and has round ticks', () => {
    const axis = axisFor(['120', '873.5', null], 4);
    expect(axis.ticks.map(({ text }) => text)).toEqual(['0', '200', '400', '600', '800', '1000']);
    expect(axis.of('0')).toBe(0);
    expect(axis.of('500')).toBe(0.5);
    expect(axis.of(null)).toBe(0);
  });

  test('holds zero between what is negative and what is positive', () => {
    const axis = axisFor(['-40', '60'], 4);
    expect(axis.of('0')).toBeCloseTo(0.4);
    expect(axis.ticks.map(({ text }) => text)).toEqual(['-40', '-20', '0', '20', '40', '60']);
  });

  test('writes small ticks as decimals without the noise of floats', () => {
    expect(axisOf(0, 0.3, 3).ticks.map(({ text }) => text)).toEqual(['0', '0.1', '0.2', '0.3']);
    expect(axisOf(0, 100_000_000, 2).ticks.map(({ text }) => text)).toEqual(['0', '50000000', '100000000']);
  });

  test('has a length when there is nothing at all', () => {
    expect(axisFor([], 2).of('0')).toBe(0);
    expect(axisFor([null, '0'], 2).of('1')).toBe(1);
  });

  test('says its places in percent', () => {
    expect(percent(1 / 3)).toBe('33.33%');
  });
});

test('a missing group is nothing of what is counted, and no number of anything else', () => {
  expect(numberIn(measure('sold', 'tenThousandYuan'), undefined)).toBe('0');
  expect(numberIn(measure('rate', 'percent'), undefined)).toBeNull();
  expect(numberIn(measure('rate', 'percent'), { keys: [], values: { rate: '3' } })).toBe('3');
});

describe('a line', () => {
  test('goes from the first place to the last and is broken where there is no number', () => {
    expect(linePath([0, 1, null, 0.5, 0.25])).toBe('M0 1000L250 0M750 500L1000 750');
  });

  test('is bridged from the number before what is missing to the one after', () => {
    expect(bridgePath([0, 1, null, 0.5, 0.25])).toBe('M250 0L750 500');
    expect(bridgePath([null, 1, 0.5])).toBe('');
  });

  test('of one number stands in the middle', () => {
    expect(linePath([0.5])).toBe('M500 500');
    expect(placeOf(0, 1)).toBe(0.5);
  });

  test('downwards meets the middle of each row', () => {
    expect(downPath([0.4, 1])).toBe('M400 250L1000 750');
  });

  test('names as many places as there is room for', () => {
    expect([1, 4, 5, 12, 36].map((places) => tickStep(places, 4))).toEqual([1, 1, 2, 4, 12]);
  });
});

describe('the names of circles', () => {
  const circle = (name: string, x: number, y: number, size = 30): Circle => ({ name, x, y, size });

  test('stand where they touch nothing, those of larger circles first', () => {
    const circles = [circle('校园行', 0.1, 0.5, 20), circle('会员日', 0.12, 0.5, 40), circle('新品', 0.6, 0.2)];
    expect([...namedCircles(circles)].toSorted()).toEqual([1, 2]);
  });

  test('are left out where the picture ends', () => {
    expect([...namedCircles([circle('a very long name at the edge', 0.9, 0.5)])]).toEqual([]);
  });
});
