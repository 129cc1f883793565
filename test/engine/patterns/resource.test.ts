import { describe, expect, test } from 'vitest';
import type { RoleRule } from '../../../schemas/generated/process.ts';
import { adds, agrees, claims, consults, rejects, returns, step, submits, transfers } from '../../support/acts.ts';
import { peopleChanged } from '../../support/company.ts';
import { asked, given } from '../../support/given.ts';
import { asking, askingWith, pen, voting } from '../../support/pattern-process.ts';
import { approve, fill } from '../../support/small-process.ts';

const check = step('check');
/** The people that a rule finds. */
const askedBy = (who: RoleRule) => askingWith({ roles: { who } }, { check: approve('who') });

describe('who is asked', () => {
  test('WRP 2 role-based distribution: everybody who holds the post is asked', () => {
    const lead = askedBy({ post: 'lead' });
    expect(asked(given(lead, pen()).state)).toEqual({ check: ['ben', 'dan'] });
    const eve = { organisation: peopleChanged({ eve: { posts: [{ post: 'lead', unit: 'hq' }], external: false } }) };
    expect(asked(given(lead, eve, pen()).state)).toEqual({ check: ['ben', 'dan', 'eve'] });
  });

  test('WRP 3 deferred distribution: the people whom the form names are asked', () => {
    const named = askedBy({ field: 'ask.signers' });
    expect(asked(given(named, pen('5', { signers: ['dan'] })).state)).toEqual({ check: ['dan'] });
    expect(asked(given(named, pen('5', { signers: ['cleo', 'ben'] })).state)).toEqual({ check: ['cleo', 'ben'] });
  });

  test('WRP 4 authorization: whoever is asked may do what the step allows, and nobody else anything', () => {
    const handing = asking({ check: approve('lead', { allow: ['transfer'], reject: false }) });
    const told = given(handing, pen());
    told.when(transfers('ben', 'check', 'cleo')).recordsTypes('SeatMoved');
    told.when(adds('ben', 'check', 'after', ['cleo'])).refuses({
      code: 'not-allowed',
      action: 'addSigners',
      why: 'not-in-this-process',
    });
    told.when(rejects('ben', 'check')).refuses({ code: 'reject-not-allowed', step: check });
    told.when(agrees('cleo', 'check')).refuses({ code: 'not-your-task', step: check });
  });

  test('WRP 5 separation of duties: whoever decided for one role is not asked for the other', () => {
    const apart = askingWith(
      {
        rules: { nobody: { to: { post: 'boss' } }, self: 'allow', repeat: 'ask', apart: [['lead', 'second']] },
        roles: { second: { post: 'lead' } },
      },
      { check: approve('lead') },
      { last: approve('second', { mode: 'all' }) },
    );
    expect(asked(given(apart, pen(), agrees('ben', 'check')).state)).toEqual({ last: ['dan'] });
    const told = given(apart, pen(), agrees('dan', 'check'));
    expect(asked(told.state)).toEqual({ last: ['ben'] });
    told.when(transfers('ben', 'last', 'dan')).refuses({ code: 'transfer-not-allowed', to: 'dan', why: 'apart' });
  });

  test('WRP 7 retain familiar: whoever did the work is the first to be asked to do it again', () => {
    const pool = asking({ work: fill('ask', 'lead') }, { check: approve('boss', { return: { to: ['work'] } }) });
    const told = given(pool, pen(), submits('dan', 'work'), returns('cleo', 'check', 'work'));
    expect(asked(told.state)).toEqual({ work: ['dan', 'ben'] });
    expect(told.state.steps[step('work')]?.seats[0]?.reason).toMatchObject({ rule: 'familiar' });
  });

  test('WRP 10 organisational distribution: a manager, the head of a unit and a post looked for upwards are asked', () => {
    const people = (who: RoleRule, unit = 'sales') => asked(given(askedBy(who), pen('5', { unit })).state).check;
    expect(people({ managerOf: 'starter' })).toEqual(['ben']);
    expect(people({ headOf: 'ask.unit' }, 'hq')).toEqual(['cleo']);
    expect(people({ post: 'lead', unit: 'ask.unit' }, 'shop')).toEqual(['ben']);
  });

  test('WRP 11 automatic execution: a ledger is written, and the case goes on, without anybody being asked', () => {
    const noted = asking(
      { note: { ledger: 'requests', title: 'Note', insert: { what: 'ask.what', state: "'asked'" } } },
      { last: approve('boss') },
    );
    const told = given(noted).when(pen());
    expect(told.events.filter(({ type }) => type === 'LedgerWritten')).toMatchObject([
      { data: { cells: { what: 'a pen', state: 'asked' } } },
    ]);
    expect(asked(told.state)).toEqual({ last: ['cleo'] });
  });
});

describe('when and how they are asked', () => {
  test('WRP 14 distribution by allocation - single resource: the task is of one person, and nobody else can do it', () => {
    const told = given(askedBy({ managerOf: 'starter' }), pen());
    expect(asked(told.state)).toEqual({ check: ['ben'] });
    told.when(agrees('dan', 'check')).refuses({ code: 'not-your-task', step: check });
    expect(told.when(agrees('ben', 'check')).state.status).toBe('completed');
  });

  test('WRP 19 distribution on enablement: whoever holds the post when the step is reached is asked', () => {
    const line = asking({ check: approve('lead') }, { last: approve('boss') });
    const promoted = {
      organisation: peopleChanged({ cleo: { posts: [] }, dan: { posts: [{ post: 'boss', unit: 'hq' }] } }),
    };
    const told = given(line, pen(), promoted, agrees('ben', 'check'));
    expect(asked(told.state)).toEqual({ last: ['dan'] });
  });

  test('WRP 26 selection autonomy: whoever is asked twice decides in which order', () => {
    const both = asking({
      both: { parallel: [{ steps: [{ one: approve('boss') }] }, { steps: [{ two: approve('boss') }] }] },
    });
    expect(asked(given(both, pen(), agrees('cleo', 'one')).state)).toEqual({ two: ['cleo'] });
    expect(asked(given(both, pen(), agrees('cleo', 'two')).state)).toEqual({ one: ['cleo'] });
  });

  test('WRP 42 simultaneous execution: one person has claimed two tasks at the same time', () => {
    const pool = approve('lead', { claim: true });
    const pools = asking({ both: { parallel: [{ steps: [{ one: pool }] }, { steps: [{ two: pool }] }] } });
    const told = given(pools, pen(), claims('ben', 'one'), claims('ben', 'two'));
    expect(asked(told.state)).toEqual({ one: ['ben'], two: ['ben'] });
  });

  test('WRP 43 additional resources: whoever is asked brings in others, to sign as well or to answer a question', () => {
    const [definition, ...past] = voting(1, { mode: 'all' });
    const told = given(definition, ...past);
    const signed = told.when(adds('l1', 'check', 'parallel', ['h1', 'h2']));
    expect(asked(signed.state)).toEqual({ check: ['l1', 'h1', 'h2'] });
    const questioned = told.when(consults('l1', 'check', 'h1'));
    expect(questioned.state.consultations).toMatchObject([{ by: 'l1', to: 'h1' }]);
    expect(asked(questioned.state)).toEqual({ check: ['l1'] });
  });
});
