import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAt, momentBefore, type Span } from '../../../engine/calendar/index.ts';
import { beijing, calendar } from './cn-work.ts';

describe('a moment before a deadline', () => {
  test.each<[string, string, Span, string]>([
    [
      'one working day before midnight is the morning before',
      '2026-11-26 00:00',
      { unit: 'wd', count: 1 },
      '2026-11-24 09:00',
    ],
    ['a weekend is skipped', '2026-11-24 00:00', { unit: 'wd', count: 1 }, '2026-11-20 09:00'],
    [
      'National Day is skipped, a make-up Saturday is not',
      '2026-10-13 00:00',
      { unit: 'wd', count: 2 },
      '2026-10-09 09:00',
    ],
    ['a make-up Saturday is a morning like others', '2026-10-13 00:00', { unit: 'wd', count: 1 }, '2026-10-10 09:00'],
    ['days run through the weekend', '2026-11-24 00:00', { unit: 'd', count: 2 }, '2026-11-21 09:00'],
    [
      'a deadline in the evening belongs to its own day',
      '2026-11-25 18:00',
      { unit: 'd', count: 1 },
      '2026-11-24 09:00',
    ],
    ['hours count from the deadline itself', '2026-11-25 18:00', { unit: 'h', count: 20 }, '2026-11-24 22:00'],
    ['working hours count work only', '2026-11-23 10:00', { unit: 'wh', count: 2 }, '2026-11-20 17:00'],
    ['working hours pause at noon', '2026-11-23 14:00', { unit: 'wh', count: 1 }, '2026-11-23 11:30'],
    [
      'working hours of a deadline at midnight end with work',
      '2026-11-26 00:00',
      { unit: 'wh', count: 1 },
      '2026-11-25 17:00',
    ],
  ])('%s', (_, due, span, expected) => {
    expect(momentBefore(beijing(due), span, calendar)).toBe(beijing(expected));
  });

  test('lies before it', () => {
    const span = fc.record({
      unit: fc.constantFrom('d' as const, 'wd' as const, 'h' as const, 'wh' as const),
      count: fc.integer({ min: 1, max: 366 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), span, (minutes, before) => {
        const opened = new Date(Date.parse(beijing('2026-01-01 00:00')) + minutes * 60_000).toISOString();
        const due = dueAt(opened as ReturnType<typeof beijing>, { unit: 'wh', count: 3 }, calendar).at;
        expect(momentBefore(due, before, calendar) < due).toBe(true);
      }),
    );
  });
});
