import { describe, expect, it, test } from 'vitest';
import { compileCalendar } from '../../../engine/calendar/calendar.ts';
import { CALENDAR } from '../../../engine/expression/calendar-functions.ts';
import { compileExpression } from '../../../engine/expression/expression.ts';
import { starts } from '../../support/acts.ts';
import { given } from '../../support/given.ts';
import { fill, processOf } from '../../support/small-process.ts';
import { scope } from './fixture.ts';

/** Free from Thursday 1 to Wednesday 7 October; Saturday 10 October is worked instead. */
const calendar = compileCalendar({
  format: 'calendar/v1',
  id: 'october',
  title: 'October',
  zone: 'Asia/Shanghai',
  offset: 480,
  hours: [['09:00', '17:00']],
  years: {
    '2026': {
      status: 'official',
      source: { title: 'Notice' },
      off: [{ name: 'Week off', from: '2026-10-01', to: '2026-10-07' }],
      on: [{ name: 'Made up', date: '2026-10-10' }],
    },
  },
});

function evaluated(source: string): unknown {
  const compiled = compileExpression(source, { ...scope, [CALENDAR]: { kind: 'any' } });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  expect(compiled.value.reads).toEqual([[CALENDAR]]);
  return compiled.value.evaluate({ [CALENDAR]: calendar });
}

describe('counting in working days', () => {
  it.each([
    ["workdays('2026-09-30', '2026-09-30')", 1],
    ["workdays('2026-09-30', '2026-10-08')", 2],
    ["workdays('2026-10-01', '2026-10-07')", 0],
    ["workdays('2026-10-09', '2026-10-12')", 3],
    ["workdays('2026-10-12', '2026-10-09')", 0],
    ["addWorkdays('2026-09-30', 1)", '2026-10-08'],
    ["addWorkdays('2026-10-08', 0 - 1)", '2026-09-30'],
    ["addWorkdays('2026-10-09', 1)", '2026-10-10'],
    ["addWorkdays('2026-10-01', 0)", '2026-10-01'],
    ["addWorkdays('2026-10-01', 2501)", null],
  ])('%s is %j', (source, expected) => {
    expect(evaluated(source)).toBe(expected);
  });

  it.each(["workdays('2026-09-30', '2026-10-08')", "addWorkdays('2026-09-30', 1)"])(
    'is refused where no calendar is known: %s',
    (source) => {
      const compiled = compileExpression(source, scope);
      expect(compiled).toMatchObject({ ok: false, error: [{ code: 'not-allowed' }] });
    },
  );

  test('a form counts by the calendar of its process', () => {
    const leave = processOf({
      forms: {
        ask: {
          what: { type: 'text', title: 'What' },
          span: { type: 'dateRange', title: 'From and to' },
          days: { type: 'integer', title: 'Days', compute: 'workdays(ask.span.start, ask.span.end)' },
          back: { type: 'date', title: 'Back', compute: 'addWorkdays(ask.span.end, 1)' },
        },
      },
      steps: [{ ask: fill('ask', 'starter') }],
    });
    const span = { start: '2026-11-05', end: '2026-11-10' };
    const { state } = given(leave).when(starts('ada', { ask: { what: 'Off', span } }));
    expect(state.values.ask).toMatchObject({ days: 4, back: '2026-11-11' });
  });
});
