import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../engine/shared/brand.ts';
import { addDays, dateOfDayNumber, dayNumber } from '../../../engine/shared/civil-date.ts';
import { bucketsOf, bucketsUntil, nodesAround } from '../../../engine/sums/days.ts';
import { classOf } from '../../../engine/sums/number-class.ts';

const FIRST = '2023-12-15' as CivilDate;
const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(FIRST, days));

describe('the buckets of a day', () => {
  test('are among those read for a later day exactly once, and never among those of an earlier one', () => {
    fc.assert(
      fc.property(day, day, (changed, asked) => {
        const read = bucketsUntil(asked).flatMap(({ from, before }) =>
          bucketsOf(changed, true).filter((bucket) => bucket >= from && bucket < before),
        );
        expect(read).toHaveLength(changed <= asked ? 1 : 0);
      }),
    );
  });

  test('are one alone for a sum that is kept as it is now', () => {
    expect(bucketsOf(FIRST, false)).toEqual(['']);
    expect(bucketsOf(FIRST, true)).toEqual(['', 'y2023', 'm2023-12', 'd2023-12-15']);
  });
});

/** The highest node inside an interval: the number with most zeros at its end. */
const highest = (from: number, to: number): number =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at).toSorted((a, b) => zeros(b) - zeros(a))[0] ?? from;
const zeros = (number: number): number => number.toString(2).length - number.toString(2).replace(/0+$/, '').length;

test('an interval that contains a day hangs at one of the nodes around it', () => {
  fc.assert(
    fc.property(day, fc.nat({ max: 700 }), fc.nat({ max: 700 }), (from, length, inside) => {
      const [since, until] = [dayNumber(from), dayNumber(from) + length];
      const asked = dateOfDayNumber(since + (inside % (length + 1))) ?? from;
      expect(nodesAround(asked)).toContain(highest(since, until));
    }),
  );
});

describe('the class of a number', () => {
  test('is the number itself up to ten, and from there on at most a fifth below it', () => {
    for (const small of [-3, 0, 1, 9, 10]) expect(classOf(small)).toBe(small);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1_000_000 }), (number) => {
        expect(classOf(number)).toBeLessThanOrEqual(number);
        expect(classOf(number) * 1.26).toBeGreaterThan(number);
        expect(classOf(classOf(number))).toBe(classOf(number));
      }),
    );
  });

  test('keeps the order of numbers', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100_000 }), fc.nat({ max: 100_000 }), (a, b) => {
        expect(Math.sign(classOf(a) - classOf(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
