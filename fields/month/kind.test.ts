import { expect, test } from 'vitest';
import { initialValues } from '../../engine/form/initial.ts';
import { accepted, facts, findingsOf, modelOf } from '../../test/engine/form/fixture.ts';

const title = '标题';

test('defaults and computed values of periods follow the day they start from', () => {
  const model = modelOf({
    f: {
      month: { type: 'month', title, default: 'monthOf(today)' },
      before: { type: 'month', title, compute: 'addMonths(f.month, -1)' },
      quarter: { type: 'quarter', title, compute: 'quarterOf(f.month)' },
      year: { type: 'year', title, compute: 'year(f.month)' },
      first: { type: 'date', title, compute: 'firstDay(f.month)' },
      due: { type: 'dateTime', title, compute: 'at(lastDay(f.month), "18:00")' },
      clock: { type: 'time', title, compute: 'timeOf(f.due)' },
    },
  });
  const values = initialValues(model, 'f', {}, facts);
  expect(values).toEqual({
    f: {
      month: '2026-11',
      before: '2026-10',
      quarter: '2026-Q4',
      year: 2026,
      first: '2026-11-01',
      due: '2026-11-30T18:00',
      clock: '18:00',
    },
  });
  expect(accepted(model, values, { f: { month: '2028-02' } }).f).toMatchObject({
    before: '2028-01',
    quarter: '2028-Q1',
    due: '2028-02-29T18:00',
  });
});

test('a month is no number of a month and no quarter', () => {
  expect(findingsOf({ f: { x: { type: 'month', title, default: 'month(today)' } } })).toMatchObject([
    { code: 'type', params: { expected: 'month', actual: 'integer' } },
  ]);
  expect(findingsOf({ f: { x: { type: 'quarter', title, default: 'monthOf(today)' } } })).toMatchObject([
    { code: 'type', params: { expected: 'quarter', actual: 'month' } },
  ]);
});
