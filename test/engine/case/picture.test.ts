import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../engine/case/context.ts';
import { pictureOf } from '../../../engine/case/picture.ts';
import type { PictureNode, StepNode } from '../../../schemas/generated/api.ts';
import {
  type Act,
  abstains,
  adds,
  agrees,
  jumps,
  person,
  rejects,
  removes,
  returns,
  starts,
  ticks,
  transfers,
  withdraws,
} from '../../support/acts.ts';
import { crowd } from '../../support/crowd.ts';
import { given } from '../../support/given.ts';
import { approve, fill, formsOf, processOf } from '../../support/small-process.ts';

const ask = (amount: string) => starts('ada', { ask: { what: 'a pen', amount } });
const titles = { process: (id: string) => `process ${id}`, ledger: (id: string) => `ledger ${id}` };

const process = processOf({
  foreign: { other: formsOf({ memo: { text: { type: 'text', title: 'Text' } } }) },
  roles: { authority: { table: 'authority', input: { amount: 'ask.amount' } } },
  steps: [
    { ask: fill('ask', 'starter', { clause: '1.1' }) },
    { check: approve('lead', { mode: 'all', due: '2wd', return: { to: ['ask'] } }) },
    {
      size: {
        title: 'Size',
        choose: [
          { when: 'ask.amount > 1000', title: 'Big', steps: [{ big: approve('boss', { due: 'friday 18:00' }) }] },
          { else: [] },
        ],
      },
    },
    { last: approve('authority') },
    { note: { ledger: 'requests', insert: { what: 'ask.what' } } },
    { weekly: { start: 'other', as: 'starter', every: 'friday', while: 'ask.amount > 0' } },
    { tell: { copy: ['lead'], see: ['ask'] } },
  ],
  withdraw: { until: 'last' },
});

function drawn(acts: readonly Act[], opinions = true): readonly PictureNode[] {
  const { told } = given(process, ...acts);
  const subject = told.state ?? { starter: person('ada'), startedAt: told.facts.now, rows: {} };
  return pictureOf(contextOf(process, told.state?.values ?? {}, subject, told.facts), told.state, titles, opinions);
}

/** Steps of a picture, those inside blocks as well. */
const stepsIn = (nodes: readonly PictureNode[]): readonly StepNode[] =>
  nodes.flatMap((node) => ('branches' in node ? node.branches.flatMap((branch) => stepsIn(branch.nodes)) : [node]));
const stepIn = (acts: readonly Act[], id: string, opinions = true) =>
  stepsIn(drawn(acts, opinions)).find(({ step }) => step === id);
const statesIn = (acts: readonly Act[]) =>
  Object.fromEntries(stepsIn(drawn(acts)).map(({ step, state }) => [step, state]));
const branchesIn = (acts: readonly Act[]) =>
  drawn(acts).flatMap((node) => ('branches' in node ? node.branches.map(({ state }) => state) : []));
const decided = [ask('2000'), agrees('ben', 'check'), agrees('dan', 'check'), agrees('cleo', 'big')] as const;

describe('the picture of a process (流程图)', () => {
  test('before it starts, everything lies ahead, with who would be asked', () => {
    expect(statesIn([])).toEqual({
      ask: 'ahead',
      check: 'ahead',
      big: 'skipped',
      last: 'ahead',
      note: 'ahead',
      weekly: 'ahead',
      tell: 'ahead',
    });
    expect(branchesIn([])).toEqual(['ahead', 'ahead']);
    expect(stepIn([], 'check')).toEqual({
      kind: 'approve',
      step: 'check',
      title: 'lead',
      mode: 'all',
      state: 'ahead',
      round: 0,
      dueIn: '2wd',
      seats: ['ben', 'dan'].map((who, seat) => ({
        seat,
        person: who,
        status: 'expected',
        reason: { rule: 'post', params: { post: 'lead' } },
      })),
    });
    expect(stepIn([], 'ask')).toMatchObject({ clause: '1.1', seats: [{ person: 'ada' }] });
    expect(stepIn([ask('2000')], 'big')?.dueIn).toBe('friday 18:00');
  });

  test('people ahead are those who would be asked now, with what has been typed', () => {
    expect(stepIn([ask('5')], 'last')?.seats).toMatchObject([{ person: 'ben' }, { person: 'dan' }]);
    expect(stepIn([ask('2000')], 'last')?.seats).toMatchObject([{ person: 'cleo', status: 'expected' }]);
  });

  test('an open step shows its people, since when and until when', () => {
    expect(stepIn([ask('5')], 'check')).toMatchObject({
      state: 'open',
      round: 1,
      since: '2026-11-02T01:00:00.000Z',
      due: { at: '2026-11-04T16:00:00.000Z', provisional: false, overdue: false },
      seats: [
        { seat: 2, person: 'ben', status: 'open' },
        { seat: 3, person: 'dan', status: 'open' },
      ],
    });
    expect(stepIn([ask('5'), ticks('2026-11-05 00:00')], 'check')?.due).toMatchObject({ overdue: true });
  });

  test('a decided step shows who decided, when and how', () => {
    const said = [ask('5'), agrees('ben', 'check', { opinion: 'Fine.' }), transfers('dan', 'check', 'cleo')];
    expect(stepIn(said, 'check')?.seats).toMatchObject([
      { person: 'ben', status: 'agreed', at: '2026-11-02T01:00:00.000Z', opinion: 'Fine.' },
      { person: 'dan', status: 'moved', opinion: 'Your field.' },
      { person: 'cleo', status: 'open', reason: { rule: 'transfer', params: { from: 'dan' } } },
    ]);
  });

  test('whoever may not read opinions sees people and times only', () => {
    const said = [ask('5'), agrees('ben', 'check', { opinion: 'Fine.' })];
    const [first] = stepIn(said, 'check', false)?.seats ?? [];
    expect(first).toMatchObject({ person: 'ben', status: 'agreed' });
    expect(first).not.toHaveProperty('opinion');
  });

  test('the branch that was taken is told from those that were not, whose steps are skipped', () => {
    expect(branchesIn(decided)).toEqual(['taken', 'skipped']);
    const small = [ask('5'), agrees('ben', 'check'), agrees('dan', 'check')];
    expect(branchesIn(small)).toEqual(['skipped', 'taken']);
    expect(statesIn(small)).toMatchObject({ big: 'skipped', last: 'open', note: 'ahead' });
    expect(stepIn(small, 'big')?.seats).toEqual([]);
    expect(drawn(small)[2]).toMatchObject({
      kind: 'choose',
      step: 'size',
      title: 'Size',
      branches: [{ title: 'Big', when: 'ask.amount > 1000' }, {}],
    });
  });

  test('after a return the passed steps lie ahead again, in the rounds they have had', () => {
    const back = [ask('5'), returns('ben', 'check', 'ask')];
    expect(statesIn(back)).toMatchObject({ ask: 'open', check: 'ahead', last: 'ahead' });
    expect(stepIn(back, 'ask')?.round).toBe(2);
    expect(stepIn(back, 'check')?.round).toBe(1);
  });

  test('ledgers and other processes are shown by name, a series with its next day', () => {
    const done = [...decided, agrees('cleo', 'last')];
    expect(statesIn(done)).toEqual({
      ask: 'done',
      check: 'done',
      big: 'done',
      last: 'done',
      note: 'done',
      weekly: 'done',
      tell: 'done',
    });
    expect(stepIn(done, 'note')).toMatchObject({ ledger: 'requests', ledgerTitle: 'ledger requests' });
    expect(stepIn(done, 'weekly')).toMatchObject({
      process: 'other',
      processTitle: 'process other',
      every: 'friday',
      next: '2026-11-06',
    });
  });

  test.each<[string, Act, string]>([
    ['rejected', rejects('ben', 'check'), 'done'],
    ['withdrawn', withdraws('ada', 'end'), 'skipped'],
  ])('in a case that was %s nothing lies ahead', (_, end, check) => {
    const over = [ask('5'), end];
    expect(statesIn(over)).toMatchObject({
      ask: 'done',
      check,
      big: 'skipped',
      last: 'skipped',
      note: 'skipped',
      tell: 'skipped',
    });
    expect(branchesIn(over)).toEqual(['skipped', 'skipped']);
    expect(stepIn(over, 'last')?.seats).toEqual([]);
  });

  test('a branch ahead is expected or not as soon as what decides it is filled in', () => {
    const ahead = (amount: string) =>
      drawn([ask(amount)]).flatMap((node) => ('branches' in node ? node.branches.map(({ expected }) => expected) : []));
    expect(ahead('2000')).toEqual(['taken', 'skipped']);
    expect(ahead('5')).toEqual(['skipped', 'taken']);
  });

  test('what still can be changed by a step ahead is not foretold', () => {
    const open = processOf({
      forms: { grade: { stars: { type: 'rating', title: 'Stars' } } },
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead', { form: 'grade' }) },
        { size: { choose: [{ when: 'grade.stars > 3', steps: [{ big: approve('boss') }] }, { else: [] }] } },
      ],
    });
    const { told, state } = given(open, ask('5'));
    const [, , block] = pictureOf(contextOf(open, state.values, state, told.facts), state, titles, true);
    expect(block).toMatchObject({ branches: [{ state: 'ahead' }, { state: 'ahead' }] });
    expect(JSON.stringify(block)).not.toContain('expected":"');
  });

  test('a taken branch says why, one that was not as well', () => {
    expect(drawn(decided)[2]).toMatchObject({
      branches: [{ because: { rule: 'chosen' } }, { because: { rule: 'not-chosen' } }],
    });
  });

  test('seats say how they came about, the clock that it stands still', () => {
    const step = stepIn([ask('5'), adds('ben', 'check', 'before', ['cleo'])], 'check');
    expect(step).toMatchObject({
      stopped: { at: '2026-11-02T01:00:00.000Z', seat: 2 },
      seats: [
        { person: 'ben', status: 'waiting' },
        { person: 'cleo', status: 'open', place: 'before', from: 2 },
        { person: 'dan', status: 'open' },
      ],
    });
  });

  test('steps an administrator moved the case past say so, whether they ask somebody or not', () => {
    const jumped = [ask('2000'), jumps('cleo', 'last')];
    expect(stepIn(jumped, 'check')).toMatchObject({ state: 'done', passed: true, seats: [] });
    expect(stepIn(jumped, 'last')).toMatchObject({ state: 'open' });
    expect(stepIn(jumped, 'last')).not.toHaveProperty('passed');
  });

  test('a ratio shows its count, and seats it cancelled why', () => {
    const vote = processOf({
      steps: [
        { ask: fill('ask', 'starter') },
        { check: approve('lead', { mode: { pass: '1/2' }, abstain: 'shrink' }) },
        { last: approve('boss') },
      ],
    });
    const pen = starts('ada', { ask: { what: 'a pen' } });
    const check = (...acts: readonly Act[]) => {
      const { told, state } = given(vote, { organisation: crowd(4) }, pen, ...acts);
      return pictureOf(contextOf(vote, state.values, state, told.facts), state, titles, true)[1];
    };
    expect(check(agrees('l1', 'check'))).toMatchObject({
      mode: { pass: '1/2' },
      votes: { needed: 2, of: 4, agreed: 1, rejected: 0, abstained: 0 },
    });
    expect(check(abstains('l1', 'check'), abstains('l2', 'check'))).toMatchObject({ votes: { needed: 1, of: 2 } });
    expect(check(agrees('l1', 'check'), agrees('l2', 'check'))).toMatchObject({
      votes: { needed: 2, of: 4, agreed: 2 },
      seats: [
        { status: 'agreed' },
        { status: 'agreed' },
        { status: 'cancelled', end: { rule: 'votes-reached', params: { by: 'l2' } } },
        { status: 'cancelled' },
      ],
    });
    const removed = check(removes('boss', 'check', 5), agrees('l1', 'check'), agrees('l2', 'check'));
    expect(removed).toMatchObject({ votes: { needed: 2, of: 3, agreed: 2 } });
  });
});
