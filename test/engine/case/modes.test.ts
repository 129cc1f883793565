import { describe, expect, test } from 'vitest';
import { agrees, rejects, returns, starts, step, transfers } from '../../support/acts.ts';
import { asked, digest, event, given } from '../../support/given.ts';
import { asLead, seat, waitingSeat } from '../../support/seats.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const pen = { ask: { what: 'a pen' } };
const check = step('check');
const agreed = (id: number, round = 1) =>
  event('SeatAgreed', { step: check, round, seat: id, changed: {}, digest: digest(pen) });
const completed = (why: 'any' | 'all' | 'sequential', cancelled: readonly number[] = []) =>
  event('StepCompleted', { step: check, round: 1, why, cancelled });
const done = event('CaseCompleted', {});

/** Ben and Dan are leads. */
const checkedBy = (mode?: 'any' | 'all' | 'sequential') =>
  processOf({
    steps: [
      { ask: fill('ask', 'starter') },
      { check: approve('lead', { return: { to: ['ask'] }, ...(mode ? { mode } : {}) }) },
    ],
  });

describe('any of them (或签)', () => {
  test('is the mode of a step that names none', () => {
    given(checkedBy(), starts('ada', pen))
      .when(agrees('dan', 'check'))
      .records(agreed(3), completed('any', [2]), done);
  });

  test('the first agreement completes the step and cancels the other seats', () => {
    const { state } = given(checkedBy('any'), starts('ada', pen), agrees('ben', 'check'));
    expect(state.steps[check]?.seats.map(({ status }) => status)).toEqual(['agreed', 'cancelled']);
  });

  test('the first rejection is final', () => {
    given(checkedBy('any'), starts('ada', pen))
      .when(rejects('ben', 'check', 'Too dear.'))
      .records(event('CaseRejected', { step: check, round: 1, seat: 2, opinion: 'Too dear.', cancelled: [3] }));
  });
});

describe('all of them (会签)', () => {
  test('the step waits for every seat', () => {
    given(checkedBy('all'), starts('ada', pen)).when(agrees('ben', 'check')).records(agreed(2));
    given(checkedBy('all'), starts('ada', pen), agrees('ben', 'check'))
      .when(agrees('dan', 'check'))
      .records(agreed(3), completed('all'), done);
  });

  test('nobody agrees twice', () => {
    given(checkedBy('all'), starts('ada', pen), agrees('ben', 'check'))
      .when(agrees('ben', 'check'))
      .refuses({ code: 'not-your-task', step: check });
  });

  test('a seat that was moved does not count, the one it was moved to does', () => {
    const moved = [starts('ada', pen), transfers('ben', 'check', 'cleo')] as const;
    given(checkedBy('all'), ...moved)
      .when(agrees('dan', 'check'))
      .records(agreed(3));
    given(checkedBy('all'), ...moved, agrees('dan', 'check'))
      .when(agrees('cleo', 'check'))
      .records(agreed(4), completed('all'), done);
  });

  test('one rejection ends the case, although others agreed', () => {
    given(checkedBy('all'), starts('ada', pen), agrees('ben', 'check'))
      .when(rejects('dan', 'check'))
      .records(event('CaseRejected', { step: check, round: 1, seat: 3, opinion: 'No.', cancelled: [] }));
  });

  test('a return by one cancels the seats of the others', () => {
    const [returned] = given(checkedBy('all'), starts('ada', pen)).when(returns('ben', 'check', 'ask')).events;
    expect(returned?.data).toMatchObject({ seat: 2, cancelled: [3] });
  });
});

describe('one after the other (依次)', () => {
  test('only the first seat is active when the step is entered', () => {
    const { events, state } = given(checkedBy('sequential')).when(starts('ada', pen));
    expect(events.at(-1)).toEqual(
      event('StepEntered', { step: check, round: 1, seats: [seat(2, 'ben', asLead), waitingSeat(3, 'dan', asLead)] }),
    );
    expect(asked(state)).toEqual({ check: ['ben'] });
  });

  test('the second may not go first', () => {
    given(checkedBy('sequential'), starts('ada', pen))
      .when(agrees('dan', 'check'))
      .refuses({ code: 'not-your-task', step: check });
  });

  test('an agreement activates the next seat and the last one completes the step', () => {
    given(checkedBy('sequential'), starts('ada', pen))
      .when(agrees('ben', 'check'))
      .records(agreed(2), event('SeatActivated', { step: check, round: 1, seat: 3 }));
    given(checkedBy('sequential'), starts('ada', pen), agrees('ben', 'check'))
      .when(agrees('dan', 'check'))
      .records(agreed(3), completed('sequential'), done);
  });

  test('whoever a seat is moved to takes its place in the order', () => {
    const told = given(checkedBy('sequential'), starts('ada', pen), transfers('ben', 'check', 'cleo'));
    expect(asked(told.state)).toEqual({ check: ['cleo'] });
    told.when(agrees('cleo', 'check')).records(agreed(4), event('SeatActivated', { step: check, round: 1, seat: 3 }));
  });

  test('a rejection or a return also cancels the seats that still wait', () => {
    const [rejected] = given(checkedBy('sequential'), starts('ada', pen)).when(rejects('ben', 'check')).events;
    expect(rejected?.data).toMatchObject({ seat: 2, cancelled: [3] });
    const [returned] = given(checkedBy('sequential'), starts('ada', pen)).when(returns('ben', 'check', 'ask')).events;
    expect(returned?.data).toMatchObject({ seat: 2, cancelled: [3] });
  });
});
