import { describe, expect, test } from 'vitest';
import { mayStart } from '../../../engine/case/start.ts';
import { agrees, opens, person, starts, step, submits } from '../../support/acts.ts';
import { asked, digest, event, given } from '../../support/given.ts';
import { asLead, asStarter, seat } from '../../support/seats.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const oneApproval = processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }] });
const pen = { ask: { what: 'a pen' } };
const penDigest = digest(pen);
const ask = step('ask');
const check = step('check');
const cause = { case: 'case-0', step: step('next') };

describe('starting a case (发起)', () => {
  test('a person starts it by handing in the first form, and the next step is entered', () => {
    given(oneApproval)
      .when(starts('ada', pen))
      .records(
        event('CaseStarted', { definition: 'small', version: 1, digest: oneApproval.digest, starter: person('ada') }),
        event('StepEntered', { step: ask, round: 1, seats: [seat(1, 'ada', asStarter)] }),
        event('StepSubmitted', { step: ask, round: 1, seat: 1, changed: { 'ask.what': 'a pen' }, digest: penDigest }),
        event('StepCompleted', { step: ask, round: 1, why: 'submitted', cancelled: [] }),
        event('StepEntered', { step: check, round: 1, seats: [seat(2, 'ben', asLead), seat(3, 'dan', asLead)] }),
      );
  });

  test('a first form that is not filled well starts nothing', () => {
    given(oneApproval)
      .when(starts('ada', { ask: { amount: '3' } }))
      .refuses({ code: 'invalid-values', issues: [{ code: 'required', path: '/ask/what', params: {} }] });
  });

  test('the last agreement completes the case', () => {
    given(oneApproval, starts('ada', pen))
      .when(agrees('ben', 'check'))
      .records(
        event('SeatAgreed', { step: check, round: 1, seat: 2, changed: {}, digest: penDigest }),
        event('StepCompleted', { step: check, round: 1, why: 'any', cancelled: [3] }),
        event('CaseCompleted', {}),
      );
  });

  test('what is handed in is remembered with who, when and for how long', () => {
    const { state } = given(oneApproval, starts('ada', pen));
    expect(state).toMatchObject({
      status: 'open',
      starter: 'ada',
      startedAt: '2026-11-02T01:00:00.000Z',
      values: pen,
      steps: { ask: { round: 1, status: 'done', since: '2026-11-02T01:00:00.000Z' }, check: { status: 'open' } },
      seen: { ada: ['ask'], ben: ['check'], dan: ['check'] },
    });
  });
});

describe('the unit of whoever starts', () => {
  const unit = { type: 'unit', title: 'Unit', default: 'case.unit' } as const;
  const forms = { ask: { what: { type: 'text', title: 'What' }, unit } } as const;
  const withUnit = processOf({ forms, steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }] });

  test('is there when the form is opened, by hand and by another case', () => {
    expect(given(withUnit, starts('ada', pen)).state.values).toEqual({ ask: { what: 'a pen', unit: 'sales' } });
    expect(given(withUnit, opens('dan', {}, cause)).state.values).toEqual({ ask: { unit: 'hq' } });
  });

  test('gives way to what is typed, and to nothing at all', () => {
    const typed = { ask: { what: 'a pen', unit: 'shop' } };
    expect(given(withUnit, starts('ada', typed)).state.values).toEqual(typed);
    expect(given(withUnit, starts('ada', { ask: { what: 'a pen', unit: null } })).state.values).toEqual(pen);
  });
});

describe('rows that begin with the people of a unit', () => {
  const forms = {
    ask: {
      unit: { type: 'unit', title: 'Unit', default: 'case.unit' },
      here: {
        type: 'table',
        title: 'Here',
        default: "peopleIn(ask.unit).map(p, {'person': p})",
        columns: {
          person: { type: 'person', title: 'Person', required: true },
          came: { type: 'flag', title: 'Came', default: 'true' },
        },
      },
    },
  } as const;
  const attended = processOf({ forms, steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }] });
  const rowsOfCase = (happening: Parameters<typeof given>[1]) =>
    happening === undefined ? undefined : given(attended, happening).state.values.ask?.here;

  test('name who works there when the form is opened, by hand and by another case', () => {
    expect(rowsOfCase(opens('dan', { ask: { unit: 'sales' } }, cause))).toEqual(rowsOfCase(starts('ada', { ask: {} })));
    expect(rowsOfCase(starts('ada', { ask: {} }))).toContainEqual({ _row: 'r1', person: 'ada', came: true });
  });

  test('give way to the rows that are handed in', () => {
    const here = [{ _row: 'r1', person: 'ada', came: false }];
    expect(rowsOfCase(starts('ada', { ask: { here } }))).toEqual(here);
    expect(rowsOfCase(starts('ada', { ask: { here: [] } }))).toEqual([]);
  });
});

describe('who may start a case', () => {
  const { facts } = given(oneApproval).told;
  const onlyLeads = processOf({ starters: [{ post: 'lead' }], steps: [{ ask: fill('ask', 'starter') }] });
  const byOthers = processOf({ startable: false, steps: [{ ask: fill('ask', 'starter') }] });

  test.each(['ada', 'ben', 'cleo', 'dan'])('%s, who works here, may', (who) => {
    expect(mayStart(oneApproval, person(who), facts)).toBe(true);
  });

  test.each([
    ['eve', 'is external'],
    ['fay', 'has left'],
    ['zoe', 'is unknown'],
    ['system:schedule', 'is nobody'],
  ])('%s may not: %s', (who) => {
    given(oneApproval).when(starts(who, pen)).refuses({ code: 'not-startable' });
  });

  test('where starters are named, nobody else may', () => {
    expect(mayStart(onlyLeads, person('dan'), facts)).toBe(true);
    given(onlyLeads).when(starts('ada', pen)).refuses({ code: 'not-startable' });
  });

  test('a process that only others start is not started by hand', () => {
    given(byOthers).when(starts('ben', pen)).refuses({ code: 'not-startable' });
  });
});

describe('a case that another case opens', () => {
  test('waits at its first step for the starter, with the values handed over', () => {
    given(oneApproval)
      .when(opens('ada', pen, cause))
      .records(
        event('CaseStarted', {
          definition: 'small',
          version: 1,
          digest: oneApproval.digest,
          starter: person('ada'),
          cause,
        }),
        event('ValuesGiven', { changed: { 'ask.what': 'a pen' } }),
        event('StepEntered', { step: ask, round: 1, seats: [seat(1, 'ada', asStarter)] }),
      );
  });

  test('leaves out values of the wrong kind and of fields it does not have', () => {
    const { state } = given(oneApproval, opens('ada', { ask: { what: 7, amount: '5.00', colour: 'red' } }, cause));
    expect(state.values).toEqual({ ask: { amount: '5.00' } });
  });

  test('goes on like any other once its first form is handed in', () => {
    const { state } = given(oneApproval, opens('ada', pen, cause), submits('ada', 'ask'));
    expect(state.cause).toEqual(cause);
    expect(asked(state)).toEqual({ check: ['ben', 'dan'] });
  });

  test('asks whoever the nobody rule names when its starter has left', () => {
    const { state } = given(oneApproval, opens('fay', pen, cause));
    expect(asked(state)).toEqual({ ask: ['cleo'] });
  });
});

describe('defaults of forms', () => {
  const withDefaults = processOf({
    forms: {
      ask: {
        what: { type: 'text', title: 'What', default: "'a pen'" },
        day: { type: 'date', title: 'Day', default: 'today' },
      },
      pay: {
        label: { type: 'text', title: 'Label', default: 'ask.what', max: 40 },
        twice: { type: 'integer', title: 'Twice', compute: 'pay.count * 2' },
        count: { type: 'integer', title: 'Count', default: '3' },
      },
    },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('boss') }, { pay: approve('lead', { form: 'pay' }) }],
  });

  test('the first form opens with its defaults, and what was typed wins', () => {
    const { state } = given(withDefaults, starts('ada', { ask: { what: 'a book' } }));
    expect(state.values).toEqual({ ask: { what: 'a book', day: '2026-11-02' } });
  });

  test('a later form gets its defaults when its step is entered, from the values of then', () => {
    given(withDefaults, starts('ada', { ask: { what: 'a book' } }))
      .when(agrees('cleo', 'check'))
      .records(
        event('SeatAgreed', {
          step: check,
          round: 1,
          seat: 2,
          changed: {},
          digest: digest({ ask: { what: 'a book', day: '2026-11-02' } }),
        }),
        event('StepCompleted', { step: check, round: 1, why: 'any', cancelled: [] }),
        event('ValuesGiven', { changed: { 'pay.label': 'a book', 'pay.count': 3, 'pay.twice': 6 } }),
        event('StepEntered', { step: step('pay'), round: 1, seats: [seat(3, 'ben', asLead), seat(4, 'dan', asLead)] }),
      );
  });
});
