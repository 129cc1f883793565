import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../engine/case/digest.ts';
import { asks } from '../../../engine/definition/definition.ts';
import { agrees, rejects, starts, step, submits } from '../../support/acts.ts';
import { digest, event, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const pen = { ask: { what: 'a pen', amount: '9.00' } };
const notWritable = (path: string) => ({ code: 'not-writable', path, params: {} }) as const;

/** The lead sees what is asked for, not the amount, and gives a grade; the amount is the boss's. */
const graded = processOf({
  forms: {
    grade: {
      stars: { type: 'integer', title: 'Stars', required: true, max: 5 },
      double: { type: 'integer', title: 'Double', compute: 'grade.stars * 2' },
      why: { type: 'text', title: 'Why', visible: 'grade.stars < 3', required: true },
    },
    budget: { limit: { type: 'money', title: 'Limit' } },
  },
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { form: 'grade', hide: ['ask.amount'] }) },
    { pay: fill('budget', 'boss', { see: ['ask', 'grade'] }) },
  ],
});
const atCheck = [starts('ada', pen)] as const;
const atPay = [...atCheck, agrees('ben', 'check', { values: { grade: { stars: 4 } } })] as const;

describe('agreeing with a form', () => {
  test('records the opinion, what changed and the digest of all that the step shows', () => {
    const [agreed] = given(graded, ...atCheck).when(
      agrees('ben', 'check', { values: { grade: { stars: 4 } }, opinion: 'Fine.' }),
    ).events;
    expect(agreed).toEqual(
      event('SeatAgreed', {
        step: step('check'),
        round: 1,
        seat: 2,
        opinion: 'Fine.',
        changed: { 'grade.stars': 4, 'grade.double': 8 },
        digest: digest({ ask: { what: 'a pen' }, grade: { stars: 4, double: 8 } }),
      }),
    );
  });

  test('a blank opinion is none', () => {
    const [agreed] = given(graded, ...atCheck).when(
      agrees('ben', 'check', { values: { grade: { stars: 4 } }, opinion: '  ' }),
    ).events;
    expect(agreed?.data).not.toHaveProperty('opinion');
  });

  test('is refused while the form is not filled well', () => {
    given(graded, ...atCheck)
      .when(agrees('ben', 'check'))
      .refuses({ code: 'invalid-values', issues: [{ code: 'required', path: '/grade/stars', params: {} }] });
    given(graded, ...atCheck)
      .when(agrees('ben', 'check', { values: { grade: { stars: 6 } } }))
      .refuses({
        code: 'invalid-values',
        issues: [{ code: 'out-of-range', path: '/grade/stars', params: { max: 5 } }],
      });
  });

  test('a field that becomes visible has to be answered, one that does not may not be', () => {
    given(graded, ...atCheck)
      .when(agrees('ben', 'check', { values: { grade: { stars: 2 } } }))
      .refuses({ code: 'invalid-values', issues: [{ code: 'required', path: '/grade/why', params: {} }] });
    given(graded, ...atCheck)
      .when(agrees('ben', 'check', { values: { grade: { stars: 4, why: 'so' } } }))
      .refuses({ code: 'invalid-values', issues: [notWritable('/grade/why')] });
  });
});

describe('rights to write', () => {
  test.each([
    ['a field it only sees', { ask: { what: 'two pens' } }, '/ask/what'],
    ['a field it does not even see', { ask: { amount: '9.00' } }, '/ask/amount'],
    ['a computed field, with a value of its own', { grade: { stars: 4, double: 100 } }, '/grade/double'],
    ['a form of another step', { budget: { limit: '1.00' } }, '/budget/limit'],
  ])('a step cannot write %s', (_, values, path) => {
    given(graded, ...atCheck)
      .when(agrees('ben', 'check', { values }))
      .refuses({ code: 'invalid-values', issues: [notWritable(path)] });
  });

  test.each([
    ['form', { colour: {} }, '/colour'],
    ['field', { grade: { colour: 'red' } }, '/grade/colour'],
  ])('an unknown %s is named', (_, values, path) => {
    given(graded, ...atCheck)
      .when(agrees('ben', 'check', { values }))
      .refuses({ code: 'invalid-values', issues: [{ code: 'unknown-field', path, params: {} }] });
  });

  test.each([[[]], ['text'], [7]])('%j is not a set of forms', (values) => {
    given(graded, ...atCheck)
      .when(agrees('ben', 'check', { values }))
      .refuses({ code: 'invalid-values', issues: [{ code: 'wrong-type', path: '', params: {} }] });
  });

  test('an approval without a form writes nothing', () => {
    const plain = processOf({ steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }] });
    given(plain, starts('ada', pen))
      .when(agrees('ben', 'check', { values: { ask: { what: 'a pen' } } }))
      .refuses({ code: 'invalid-values', issues: [notWritable('/ask/what')] });
  });
});

describe('deciding on what was seen', () => {
  const seen = digest({ ask: { what: 'a pen' } });

  test('the digest of what the step shows is accepted, with hidden fields and members left out', () => {
    given(graded, ...atCheck)
      .when(agrees('ben', 'check', { seen, values: { grade: { stars: 4 } } }))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'StepEntered');
  });

  test('another digest is refused, with the present one', () => {
    given(graded, ...atCheck)
      .when(agrees('ben', 'check', { seen: digest(pen), values: { grade: { stars: 4 } } }))
      .refuses({ code: 'content-changed', step: step('check'), seen });
  });

  test('the same holds for submitting', () => {
    const present = digest({ ask: { what: 'a pen', amount: '9.00' }, grade: { stars: 4, double: 8 } });
    given(graded, ...atPay)
      .when(submits('cleo', 'pay', { seen }))
      .refuses({ code: 'content-changed', step: step('pay'), seen: present });
    given(graded, ...atPay)
      .when(submits('cleo', 'pay', { seen: present }))
      .recordsTypes('StepSubmitted', 'StepCompleted', 'CaseCompleted');
  });

  test('equal content has an equal digest, whatever the order it was typed in and whatever is hidden', () => {
    const check = graded.steps.get(step('check'));
    if (!asks(check)) throw new Error('no such step');
    const one = digestOf(check.rights, { ask: { what: 'a pen', amount: '1' }, grade: { stars: 4, double: 8 } });
    const two = digestOf(check.rights, { grade: { double: 8, stars: 4 }, ask: { amount: '2', what: 'a pen' } });
    const three = digestOf(check.rights, { ask: { what: 'a pen' }, grade: { stars: 5, double: 8 } });
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });

  test('hidden columns of a table do not matter, rows and their order do', () => {
    const tabular = processOf({
      forms: {
        ask: {
          what: { type: 'text', title: 'What' },
          items: {
            type: 'table',
            title: 'Items',
            columns: { name: { type: 'text', title: 'Name' }, cost: { type: 'money', title: 'Cost' } },
          },
        },
      },
      steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { see: ['ask.items.name'] }) }],
    });
    const check = tabular.steps.get(step('check'));
    if (!asks(check)) throw new Error('no such step');
    const [pencil, book] = [
      { _row: 'r1', name: 'pencil', cost: '1' },
      { _row: 'r2', name: 'book' },
    ];
    const of = (items: readonly object[]) => digestOf(check.rights, { ask: { what: 'x', items } });
    expect(of([pencil, book])).toBe(digest({ ask: { items: [{ _row: 'r1', name: 'pencil' }, book] } }));
    expect(of([{ ...pencil, cost: '2' }, book])).toBe(of([pencil, book]));
    expect(of([book, pencil])).not.toBe(of([pencil, book]));
  });
});

describe('who may decide', () => {
  test('nobody acts without an open seat', () => {
    given(graded, ...atCheck)
      .when(agrees('cleo', 'check'))
      .refuses({ code: 'not-your-task', step: step('check') });
    given(graded, ...atCheck)
      .when(rejects('ada', 'check'))
      .refuses({ code: 'not-your-task', step: step('check') });
    given(graded, ...atCheck)
      .when(agrees('system:deadline', 'check'))
      .refuses({ code: 'not-your-task', step: step('check') });
  });

  test('a step that is done, not reached or unknown has moved on', () => {
    given(graded, ...atPay)
      .when(agrees('dan', 'check'))
      .refuses({ code: 'step-moved', step: step('check') });
    given(graded, ...atCheck)
      .when(submits('cleo', 'pay'))
      .refuses({ code: 'step-moved', step: step('pay') });
    given(graded, ...atCheck)
      .when(agrees('ben', 'nowhere'))
      .refuses({ code: 'step-moved', step: step('nowhere') });
  });

  test('submitting is for fill steps and agreeing for approvals', () => {
    given(graded, ...atCheck)
      .when(submits('ben', 'check'))
      .refuses({ code: 'not-your-task', step: step('check') });
    given(graded, ...atPay)
      .when(agrees('cleo', 'pay'))
      .refuses({ code: 'not-your-task', step: step('pay') });
  });

  test('the first of several people a fill step asks completes it', () => {
    const shared = processOf({ steps: [{ ask: fill('ask', 'starter') }, { add: fill('ask', 'lead') }] });
    given(shared, starts('ada', pen))
      .when(submits('dan', 'add', { values: { ask: { amount: '8.00' } } }))
      .records(
        event('StepSubmitted', {
          step: step('add'),
          round: 1,
          seat: 3,
          changed: { 'ask.amount': '8.00' },
          digest: digest({ ask: { what: 'a pen', amount: '8.00' } }),
        }),
        event('StepCompleted', { step: step('add'), round: 1, why: 'submitted', cancelled: [2] }),
        event('CaseCompleted', {}),
      );
  });

  test('a value that is taken out is recorded as null', () => {
    const shared = processOf({ steps: [{ ask: fill('ask', 'starter') }, { add: fill('ask', 'boss') }] });
    const outcome = given(shared, starts('ada', pen)).when(
      submits('cleo', 'add', { values: { ask: { amount: null } } }),
    );
    expect(outcome.events[0]?.data).toMatchObject({ changed: { 'ask.amount': null } });
    expect(outcome.state.values).toEqual({ ask: { what: 'a pen' } });
  });
});

describe('a step that wants a written opinion', () => {
  const wanting = processOf({
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead', { opinion: 'required' }) }],
  });
  const asking = starts('ada', { ask: { what: 'a pen' } });

  test('is not agreed to without one', () => {
    given(wanting, asking).when(agrees('ben', 'check')).refuses({ code: 'opinion-required' });
    given(wanting, asking)
      .when(agrees('ben', 'check', { opinion: ' ' }))
      .refuses({ code: 'opinion-required' });
    given(wanting, asking)
      .when(agrees('ben', 'check', { opinion: 'Cheap.' }))
      .recordsTypes('SeatAgreed', 'StepCompleted', 'CaseCompleted');
  });
});
