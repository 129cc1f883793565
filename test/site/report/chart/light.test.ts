import { describe, expect, test } from 'vitest';
import { lightOf } from '../../../../site/src/report/chart/light.ts';
import { runningSums, shareOf } from '../../../../site/src/report/chart/share.ts';

const indicator = { id: 'rate', says: 'rate', source: [] };

describe('the light of an indicator', () => {
  const up = { indicator: { ...indicator, direction: 'up' as const, good: '100', fair: '85' } };
  const down = { indicator: { ...indicator, direction: 'down' as const, good: '5', fair: '15' } };

  test('is good from its limit on, fair until the next, poor beyond it', () => {
    expect(['100.0000', '99.99', '85', '84.99'].map((value) => lightOf(up, value))).toEqual([
      'good',
      'fair',
      'fair',
      'poor',
    ]);
    expect(['5', '5.01', '15', '15.01'].map((value) => lightOf(down, value))).toEqual(['good', 'fair', 'fair', 'poor']);
  });

  test('is not there without limits or without a number', () => {
    expect(lightOf({}, '3')).toBeUndefined();
    expect(lightOf({ indicator: { ...indicator, direction: 'up' } }, '3')).toBeUndefined();
    expect(lightOf(up, null)).toBeUndefined();
  });

  test('has nothing between good and poor when no limit says so', () => {
    expect(lightOf({ indicator: { ...indicator, direction: 'up', good: '10' } }, '9.9')).toBe('poor');
  });
});

describe('shares', () => {
  test('are exact decimals in percent', () => {
    expect(shareOf('1', '8')).toBe('12.5');
    expect(shareOf('0.1', '0.3')).toMatch(/^33\.3333/);
  });

  test('are not there without a whole', () => {
    expect(shareOf('1', '0')).toBeUndefined();
    expect(shareOf('1', null)).toBeUndefined();
    expect(shareOf(null, '1')).toBeUndefined();
  });

  test('run on over what is missing', () => {
    expect(runningSums(['0.1', '0.2', null, '3'])).toEqual(['0.1', '0.3', '0.3', '3.3']);
  });
});
