import { describe, expect, test } from 'vitest';
import { ordersOf } from '../../../../engine/case/orders.ts';
import {
  agrees,
  childOpens,
  opens,
  rejects,
  returns,
  revokes,
  starts,
  step,
  stops,
  submits,
  withdraws,
} from '../../../support/acts.ts';
import { given } from '../../../support/given.ts';
import { approve, fill, formsOf, processOf } from '../../../support/small-process.ts';

const memo = formsOf({ memo: { text: { type: 'text', title: 'Text' } } });
const small = processOf({
  foreign: { other: memo },
  steps: [
    { ask: fill('ask', 'starter') },
    { tell: { start: 'other', as: 'starter', with: { 'memo.text': 'ask.what' } } },
    { last: approve('boss', { return: { to: ['ask'] } }) },
  ],
  withdraw: { until: 'last' },
  revoke: { process: 'undoing', within: '10d' },
});
const ask = starts('ada', { ask: { what: 'a pen' } });
const key = 'case-1:tell:1';
const caused = opens('ada', {}, { case: 'case-0', step: step('tell'), key: 'case-0:tell:1' });

/** What the last of these happenings causes in other cases. */
function ordered(...past: Parameters<typeof given>[1][]) {
  const { told, state } = given(small, ...past);
  const entry = told.entries.at(-1);
  return entry === undefined ? [] : ordersOf(state, entry);
}

describe('rule 21: what an entry causes in other cases is an order of its own', () => {
  test('a start carries all that the other case begins with, under the key that makes it happen once', () => {
    expect(ordered(ask)).toEqual([
      {
        kind: 'start',
        id: key,
        key,
        step: 'tell',
        process: 'other',
        starter: 'ada',
        values: { memo: { text: 'a pen' } },
      },
    ]);
  });

  test('going back orders the case to stop', () => {
    const back = ordered(ask, childOpens(key), returns('cleo', 'last', 'ask'));
    expect(back).toEqual([{ kind: 'stop', id: `${key}:stop`, key }]);
  });

  test('a wish to revoke opens the case that decides on it', () => {
    expect(ordered(ask, agrees('cleo', 'last'), revokes('ada'))).toEqual([
      {
        kind: 'revoke',
        id: 'case-1:revocation:1',
        key: 'case-1:revocation:1',
        step: 'revocation',
        process: 'undoing',
        starter: 'ada',
        values: {},
      },
    ]);
  });

  test('a case that was started tells that it is there, and once how it has ended', () => {
    const telling = (kind: string, end: string) => ({
      kind,
      id: `case-0:tell:1:${end}`,
      key: 'case-0:tell:1',
      tell: 'case-0',
    });
    expect(ordered(caused)).toEqual([telling('child-opened', 'opened')]);
    const handedIn = [caused, submits('ada', 'ask', { values: { ask: { what: 'a pen' } } })] as const;
    const ended = [telling('child-ended', 'ended')];
    expect(ordered(...handedIn, agrees('cleo', 'last'))).toEqual(ended);
    expect(ordered(...handedIn, rejects('cleo', 'last'))).toEqual(expect.arrayContaining(ended));
    expect(ordered(...handedIn, withdraws('ada', 'end'))).toEqual(expect.arrayContaining(ended));
    expect(ordered(...handedIn, stops())).toEqual(expect.arrayContaining(ended));
    expect(ordered(...handedIn, withdraws('ada', 'keep')).map(({ kind }) => kind)).not.toContain('child-ended');
  });

  test('a case that nobody waits for tells nobody', () => {
    expect(ordered(ask, agrees('cleo', 'last'))).toEqual([]);
    expect(ordered(opens('ada', {}, { case: 'case-0', step: step('tell') }))).toEqual([]);
  });
});
