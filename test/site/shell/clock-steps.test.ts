import { describe, expect, test } from 'vitest';
import { nextFriday, oneDayOn } from '../../../site/src/shell/clock-steps.ts';

const friday = (now: string, zone = 'Asia/Shanghai') => new Date(nextFriday(Date.parse(now), zone)).toISOString();

describe('the demo clock', () => {
  test.each([
    ['2026-11-22T10:00:00Z', '2026-11-27T01:00:00.000Z'],
    ['2026-11-27T00:59:59Z', '2026-11-27T01:00:00.000Z'],
    ['2026-11-27T01:00:00Z', '2026-12-04T01:00:00.000Z'],
    ['2026-11-27T16:30:00Z', '2026-12-04T01:00:00.000Z'],
  ])('from %s the next Friday, 09:00 in Shanghai, is %s', (now, then) => expect(friday(now)).toBe(then));

  test('goes by the wall clock where the clock changes in summer', () => {
    expect(friday('2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe('2026-04-03T07:00:00.000Z');
    expect(friday('2026-10-24T12:00:00Z', 'Europe/Berlin')).toBe('2026-10-30T08:00:00.000Z');
  });

  test('goes on by a day at a time', () => {
    expect(new Date(oneDayOn(Date.parse('2026-12-31T10:00:00Z'))).toISOString()).toBe('2027-01-01T10:00:00.000Z');
  });
});
