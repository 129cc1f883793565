import { describe, expect, test } from 'vitest';
import type { ApproveStep } from '../../../../schemas/generated/process.ts';
import { abstains, adds, agrees, starts, step, submits } from '../../../support/acts.ts';
import { asked, digest, event, given } from '../../../support/given.ts';
import { asBoss, asLead, seat } from '../../../support/seats.ts';
import { approve, fill, processOf } from '../../../support/small-process.ts';

const note = { text: { type: 'text', title: 'Text' }, aside: { type: 'text', title: 'Aside' } } as const;
const pen = starts('ada', { ask: { what: 'a pen', amount: '50' } });
const [one, check] = [step('one'), step('check')];
const edit = (ask: object) => submits('cleo', 'edit', { values: { ask } });
const noting = (text: string) => ({ values: { note: { text } } });

/** One approval after the other, then an edit of what they saw. */
const edited = (first: Partial<ApproveStep> = {}, immaterial: string[] = []) =>
  processOf({
    rules: { nobody: { to: { post: 'boss' } }, self: { to: { managerOf: 'self' } }, repeat: 'ask', immaterial },
    steps: [
      { ask: fill('ask', 'starter') },
      { one: approve('lead', first) },
      { edit: fill('ask', 'boss') },
      { last: approve('boss') },
    ],
  });

describe('rule 14: approvals of what has changed since are asked again (内容变更重新审批)', () => {
  test('a later step edits what an earlier one approved: whoever agreed is asked again, nobody else', () => {
    const told = given(edited(), pen, agrees('dan', 'one')).when(edit({ what: 'a red pen' }));
    expect(told.events.slice(2)).toEqual([
      event('SeatsReopened', {
        step: one,
        round: 1,
        seats: [
          {
            was: 3,
            seat: seat(5, 'dan', { rule: 'reopened', params: { by: 'cleo', fields: 'ask.what' }, because: [asLead] }),
          },
        ],
        changed: ['ask.what'],
      }),
    ]);
    expect(asked(told.state)).toEqual({ one: ['dan'] });
    expect(told.state.steps[one]?.seats.map(({ status }) => status)).toEqual(['cancelled', 'superseded', 'open']);
    const { state } = given(edited(), pen, agrees('dan', 'one'), edit({ what: 'a red pen' }), agrees('dan', 'one'));
    expect(asked(state)).toEqual({ last: ['cleo'] });
  });

  test('a change of what the approval does not show, or of what is immaterial, leaves it', () => {
    const hidden = given(edited({ hide: ['ask.amount'] }), pen, agrees('dan', 'one'), edit({ amount: '90' }));
    expect(asked(hidden.state)).toEqual({ last: ['cleo'] });
    const trifle = given(edited({}, ['ask.amount']), pen, agrees('dan', 'one'), edit({ amount: '90' }));
    expect(asked(trifle.state)).toEqual({ last: ['cleo'] });
  });

  test('only bound fields are named as the reason', () => {
    const told = given(edited({ hide: ['ask.amount'] }), pen, agrees('dan', 'one')).when(
      edit({ what: 'a red pen', amount: '90' }),
    );
    expect(told.events.at(-1)).toMatchObject({ data: { changed: ['ask.what'] } });
  });

  test('whoever agreed in turn is asked again in turn', () => {
    const told = given(
      edited({ mode: 'sequential' }),
      pen,
      agrees('ben', 'one'),
      agrees('dan', 'one'),
      edit({ what: 'x' }),
    );
    expect(asked(told.state)).toEqual({ one: ['ben'] });
    expect(asked(told.when(agrees('ben', 'one')).state)).toEqual({ one: ['dan'] });
  });

  test('an abstention binds to nothing and is left', () => {
    const voting = edited({ mode: { pass: '1/2' }, abstain: 'count' });
    const told = given(voting, pen, abstains('ben', 'one'), agrees('dan', 'one'), edit({ what: 'a red pen' }));
    expect(asked(told.state)).toEqual({ one: ['dan'] });
  });

  test('signers who agreed are asked again, whoever asked them first waits for them', () => {
    const way = [pen, adds('dan', 'one', 'before', ['cleo']), agrees('cleo', 'one'), agrees('dan', 'one')] as const;
    const told = given(edited(), ...way, edit({ what: 'a red pen' }));
    expect(asked(told.state)).toEqual({ one: ['cleo'] });
    expect(asked(told.when(agrees('cleo', 'one')).state)).toEqual({ one: ['dan'] });
  });
});

describe('rule 14: an edit by one countersigner', () => {
  const counter = (more: Partial<ApproveStep> = {}) =>
    processOf({
      forms: { note },
      rules: {
        nobody: { to: { post: 'boss' } },
        self: { to: { managerOf: 'self' } },
        repeat: 'ask',
        immaterial: ['note.aside'],
      },
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead', { mode: 'all', form: 'note', ...more }) },
        { last: approve('boss') },
      ],
    });

  test('asks those again who agreed to the old content, never the editor', () => {
    const told = given(counter(), pen, agrees('ben', 'check', noting('ok'))).when(agrees('dan', 'check', noting('no')));
    told.recordsTypes('SeatAgreed', 'SeatsReopened');
    expect(told.events[0]).toMatchObject({ data: { seat: 3, changed: { 'note.text': 'no' } } });
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    const way = [pen, agrees('ben', 'check', noting('ok')), agrees('dan', 'check', noting('no'))] as const;
    expect(asked(given(counter(), ...way, agrees('ben', 'check')).state)).toEqual({ last: ['cleo'] });
  });

  test('back and forth: each edit asks the other again, until both agree to the same', () => {
    const way = [pen, agrees('ben', 'check', noting('a')), agrees('dan', 'check', noting('b'))] as const;
    const told = given(counter(), ...way, agrees('ben', 'check', noting('a')));
    expect(asked(told.state)).toEqual({ check: ['dan'] });
    const { state } = given(counter(), ...way, agrees('ben', 'check', noting('a')), agrees('dan', 'check'));
    const content = digest({ ask: { what: 'a pen', amount: '50.00' }, note: { text: 'a' } });
    const agreed = state.steps[check]?.seats.filter(({ status }) => status === 'agreed');
    expect(agreed?.map((each) => each.digest)).toEqual([content, content]);
  });

  test('of something immaterial asks nobody again', () => {
    const aside = { values: { note: { aside: 'hm' } } };
    const told = given(counter(), pen, agrees('ben', 'check')).when(agrees('dan', 'check', aside));
    expect(asked(told.state)).toEqual({ last: ['cleo'] });
  });

  test('the deadline of the round stays, that of a round begun again is a new one', () => {
    const timed = counter({ due: '2d' });
    const open = given(timed, pen, agrees('ben', 'check', noting('a'))).when(agrees('dan', 'check', noting('b')));
    expect(open.events.at(-1)).not.toHaveProperty('data.due');
  });

  test('what they had added stays in its place', () => {
    const told = given(counter(), pen, agrees('ben', 'check', noting('a')), agrees('dan', 'check', noting('b')));
    expect(told.state.steps[check]?.seats).toMatchObject([
      { id: 2, status: 'superseded', end: { rule: 'reopened' } },
      { id: 4, status: 'open', person: 'ben' },
      { id: 3, status: 'agreed', person: 'dan' },
    ]);
  });
});

describe('rule 14: approvals beside each other', () => {
  const beside = processOf({
    forms: { note },
    steps: [
      { ask: fill('ask', 'starter') },
      {
        both: {
          parallel: [
            { steps: [{ a1: approve('lead', { see: ['note'] }) }, { a2: approve('boss', { see: ['note'] }) }] },
            { steps: [{ b: approve('boss', { form: 'note' }) }] },
          ],
        },
      },
      { last: approve('boss') },
    ],
  });

  test('an edit in one branch asks the other branch again, and the block ends when all have agreed to the same', () => {
    const way = [pen, agrees('dan', 'a1'), agrees('cleo', 'a2')] as const;
    const told = given(beside, ...way).when(agrees('cleo', 'b', noting('new')));
    told.recordsTypes('SeatAgreed', 'SeatsReopened', 'SeatsReopened', 'StepCompleted');
    expect(asked(told.state)).toEqual({ a1: ['dan'], a2: ['cleo'] });
    const again = given(beside, ...way, agrees('cleo', 'b', noting('new')), agrees('cleo', 'a2'));
    expect(asked(again.state)).toEqual({ a1: ['dan'] });
    expect(asked(again.when(agrees('dan', 'a1')).state)).toEqual({ last: ['cleo'] });
  });

  test('a form that is settled anew when its step opens counts as an edit', () => {
    const looking = processOf({
      forms: {
        funds: {
          left: {
            type: 'money',
            title: 'Left',
            lookup: { ledger: 'budget', key: { unit: "'sales'", year: '2026' }, column: 'left' },
          },
        },
      },
      steps: [
        { ask: fill('ask', 'starter') },
        { money: approve('boss', { form: 'funds', see: ['ask.amount'] }) },
        { more: fill('ask', 'starter') },
        { last: approve('lead', { form: 'funds' }) },
      ],
    });
    const left = (amount: string) => ({ rows: { 'budget/sales|2026': { version: 1, cells: { left: amount } } } });
    const way = [left('900.00'), pen, agrees('cleo', 'money'), left('100.00')] as const;
    const told = given(looking, ...way).when(submits('ada', 'more'));
    told.recordsTypes('StepSubmitted', 'StepCompleted', 'ValuesGiven', 'SeatsReopened');
    expect(asked(told.state)).toEqual({ money: ['cleo'] });
    const again = given(looking, ...way, submits('ada', 'more'), agrees('cleo', 'money'));
    expect(asked(again.state)).toEqual({ last: ['ben', 'dan'] });
    expect(again.state.values.funds).toEqual({ left: '100.00' });
  });
});

test('rule 14: the reason of a seat that is asked again leads back to why it was asked at all', () => {
  const told = given(edited(), pen, agrees('dan', 'one'), edit({ what: 'x' }), agrees('dan', 'one'));
  expect(told.state.steps[step('last')]?.seats[0]?.reason).toEqual(asBoss);
  expect(told.state.steps[one]?.seats[2]?.reason.because).toEqual([asLead]);
});
