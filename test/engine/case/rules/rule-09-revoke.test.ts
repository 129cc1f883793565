import { describe, expect, test } from 'vitest';
import { agrees, childEnds, on, rejects, revokes, starts, step } from '../../../support/acts.ts';
import { event, given } from '../../../support/given.ts';
import { approve, fill, formsOf, processOf } from '../../../support/small-process.ts';

const memo = formsOf({ memo: { text: { type: 'text', title: 'Text' } } });

/** Ada asks for money, the boss agrees, the budget is used and a memo is started; within ten days it can be undone. */
const small = processOf({
  forms: { ask: { what: { type: 'text', title: 'What' }, amount: { type: 'money', title: 'Amount' } } },
  foreign: { memo },
  steps: [
    { ask: fill('ask', 'starter') },
    { last: approve('boss') },
    {
      book: {
        ledger: 'budget',
        title: 'Book',
        key: { unit: "'hq'", year: '2026' },
        update: { spent: 'row.spent + ask.amount' },
        undo: { spent: 'row.spent - ask.amount' },
      },
    },
    { note: { ledger: 'requests', title: 'Note', insert: { what: 'ask.what', amount: 'ask.amount' } } },
    { tell: { start: 'memo', as: 'starter' } },
  ],
  revoke: { process: 'undoing', within: '10d' },
});

const budget = {
  'budget/hq|2026': { version: 3, cells: { unit: 'hq', year: 2026, total: '100', spent: '10', left: '90' } },
};
const ask = starts('ada', { ask: { what: 'a pen', amount: '5' } });
const done = [{ rows: budget }, ask, agrees('cleo', 'last')] as const;
const key = (n = 1) => `case-1:revocation:${n}`;
const refused = (why: string) => ({ code: 'not-allowed', action: 'revoke', why }) as never;

describe('rule 9: revoking after approval', () => {
  test('the starter asks, and a case of its own is to decide: nothing is undone yet', () => {
    const told = given(small, ...done).when(revokes('ada'));
    told.records(event('RevocationAsked', { key: key(), process: 'undoing', opinion: 'The event is off.' }));
    expect(told.state).toMatchObject({ status: 'completed', revocation: key() });
    expect(told.state.children[key()]).toEqual({ step: step('revocation'), process: 'undoing' });
  });

  test('an opinion is needed', () => {
    given(small, ...done)
      .when(revokes('ada', ' '))
      .refuses({ code: 'opinion-required' });
  });

  test('nobody but the starter may ask, an administrator neither', () => {
    for (const other of ['ben', 'cleo'])
      given(small, ...done)
        .when(revokes(other))
        .refuses(refused('not-yours'));
  });

  test('a case that is open or was rejected cannot be revoked', () => {
    given(small, { rows: budget }, ask).when(revokes('ada')).refuses(refused('not-completed'));
    given(small, { rows: budget }, ask, rejects('cleo', 'last')).when(revokes('ada')).refuses(refused('not-completed'));
  });

  test('a process that does not say so cannot be revoked', () => {
    const never = processOf({ steps: [{ ask: fill('ask', 'starter') }] });
    given(never, starts('ada', { ask: { what: 'a pen' } }))
      .when(revokes('ada'))
      .refuses(refused('not-in-this-process'));
  });

  test('the window counts from the end and closes at the end of its last day', () => {
    const told = given(small, ...done);
    expect(told.when(on('2026-11-12 23:59', revokes('ada'))).events).toHaveLength(1);
    told.when(on('2026-11-13 00:00', revokes('ada'))).refuses(refused('too-late'));
  });

  test('it is asked for once at a time', () => {
    given(small, ...done, revokes('ada'))
      .when(revokes('ada'))
      .refuses(refused('already-asked'));
  });

  test('agreed to, the writes that say how are undone, open cases are stopped, and the case is revoked', () => {
    const told = given(small, ...done, revokes('ada')).when(childEnds(key(), 'completed', {}, 'undo-1'));
    told.records(
      event('ChildEnded', { key: key(), case: 'undo-1', status: 'completed', given: {} }),
      event('LedgerWritten', {
        step: step('book'),
        ledger: 'budget',
        row: 'hq|2026',
        write: 'update',
        base: 4,
        cells: { unit: 'hq', year: 2026, total: '100.00', spent: '10.00', left: '90.00' },
        undo: true,
      }),
      event('ChildStopped', { key: 'case-1:tell:1' }),
      event('CaseRevoked', { case: 'undo-1', opinion: '' }),
    );
    expect(told.state.status).toBe('revoked');
    expect(told.state.revocation).toBeUndefined();
  });

  test('the row is undone as it is by then, not as this case left it', () => {
    const later = {
      'budget/hq|2026': { version: 9, cells: { unit: 'hq', year: 2026, total: '100', spent: '40', left: '60' } },
    };
    const told = given(small, ...done, revokes('ada'), { rows: later }).when(childEnds(key()));
    expect(told.events.find(({ type }) => type === 'LedgerWritten')?.data).toMatchObject({
      base: 9,
      cells: { spent: '35.00', left: '65.00' },
    });
  });

  test.each(['rejected', 'withdrawn', 'cancelled'] as const)(
    '%s, the case stays as it is and may be asked for again',
    (status) => {
      const told = given(small, ...done, revokes('ada'));
      const ended = told.when(childEnds(key(), status));
      ended.recordsTypes('ChildEnded');
      expect(ended.state.status).toBe('completed');
      const again = given(small, ...done, revokes('ada'), childEnds(key(), status)).when(revokes('ada'));
      expect(again.events[0]?.data).toMatchObject({ key: key(2) });
    },
  );

  test('told twice that it was agreed to, it is undone once', () => {
    given(small, ...done, revokes('ada'), childEnds(key()))
      .when(childEnds(key()))
      .records();
  });
});
