import { expect, test } from 'vitest';
import { decide } from '../../../engine/case/decide.ts';
import { evolve } from '../../../engine/case/evolve.ts';
import { linkValues } from '../../../engine/case/link-values.ts';
import { mayLink } from '../../../engine/case/receive.ts';
import type { Definition } from '../../../engine/definition/definition.ts';
import type { Values } from '../../../engine/form/value.ts';
import type { UserId } from '../../../engine/shared/brand.ts';
import { given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const questions = [
  { id: 'q1', kind: 'rating', title: 'How was it?', required: true },
  { id: 'q2', kind: 'text', title: 'Anything else?' },
];

const survey = processOf({
  forms: {
    sheet: {
      shop: { type: 'text', title: 'Shop' },
      note: { type: 'text', title: 'Note', max: 20 },
      inner: { type: 'text', title: 'Inner' },
      answers: { type: 'answers', title: 'Answers', required: true },
    },
  },
  public: {
    by: [{ post: 'lead' }],
    fields: ['sheet.shop', 'sheet.note', 'sheet.answers'],
    fixed: ['sheet.shop'],
    about: { process: 'plan', after: 'review', carry: { 'sheet.answers': 'plan.questions' } },
    privacy: 'Privacy',
  },
  steps: [{ send: fill('sheet', 'starter') }, { look: approve('boss', { see: ['sheet'] }) }],
});

const { facts } = given(survey).told;
const lead = facts.organisation.holders('lead')[0] ?? ('' as UserId);

const fixed = linkValues(
  survey,
  { sheet: { shop: 'Lakeside', inner: 'not the business of a link' } },
  { plan: { questions } },
);

function receive(values: unknown, said: Values = fixed, definition: Definition = survey) {
  const command = { do: 'receive', starter: lead, values, fixed: said, link: 'Poster' } as const;
  const decided = decide(definition, undefined, command, { ...facts, by: 'system:public' });
  if (!decided.ok) return decided.error;
  return evolve(undefined, { at: facts.now, by: 'system:public', events: decided.value });
}

const answered = (given: unknown) => ({ sheet: { answers: { given } } });

test('a link says what it fixes and what its case asks, and nothing else', () => {
  expect(fixed).toEqual({ sheet: { shop: 'Lakeside', answers: { questions, given: {} } } });
});

test('what somebody without an account sends belongs to whoever made the link, and the next step is asked', () => {
  expect(receive({ sheet: { note: 'Thanks', answers: { given: { q2: 'No', q1: 4 } } } })).toMatchObject({
    starter: lead,
    link: 'Poster',
    status: 'open',
    values: { sheet: { shop: 'Lakeside', note: 'Thanks', answers: { questions, given: { q1: 4, q2: 'No' } } } },
    steps: { send: { status: 'done' }, look: { status: 'open' } },
  });
});

test('questions that are sent along change nothing', () => {
  const easier = [{ id: 'q1', kind: 'flag', title: 'Perfect?' }];
  expect(receive({ sheet: { answers: { questions: easier, given: { q1: true } } } })).toMatchObject({
    code: 'invalid-values',
    issues: [{ code: 'wrong-type', path: '/sheet/answers/given/q1' }],
  });
});

test('answers are judged by their questions', () => {
  expect(receive(answered({ q2: 'No' }))).toMatchObject({
    issues: [{ code: 'required', path: '/sheet/answers/given/q1' }],
  });
  expect(receive(answered({ q1: 6 }))).toMatchObject({ issues: [{ code: 'out-of-range' }] });
  expect(receive(answered({ q1: 5, q9: 'x' }))).toMatchObject({ issues: [{ code: 'unknown-field' }] });
});

test('a field that the public does not see or the link says is not taken', () => {
  const all = answered({ q1: 5 }).sheet;
  for (const field of ['inner', 'shop'])
    expect(receive({ sheet: { ...all, [field]: 'x' } })).toMatchObject({
      code: 'invalid-values',
      issues: [{ code: 'not-writable', path: `/sheet/${field}` }],
    });
});

test('a process without a public form receives nothing, and neither does the link of somebody who has left', () => {
  const closed = processOf({ steps: [{ send: fill('ask', 'starter') }] });
  expect(receive({ ask: { what: 'x' } }, {}, closed)).toEqual({ code: 'not-startable' });
  const gone = { do: 'receive', starter: 'nobody' as UserId, values: answered({ q1: 5 }), fixed, link: 'x' } as const;
  expect(decide(survey, undefined, gone, { ...facts, by: 'system:public' })).toEqual({
    ok: false,
    error: { code: 'not-startable' },
  });
});

test('only whom the definition names may make links', () => {
  const everybody = facts.organisation.people().map(({ id }) => id);
  expect(everybody.filter((id) => mayLink(survey, id, facts))).toEqual(facts.organisation.holders('lead'));
});

test('nobody sends a public form as a person', () => {
  const command = { do: 'receive', starter: lead, values: {}, fixed, link: 'x' } as const;
  expect(() => decide(survey, undefined, command, { ...facts, by: lead })).toThrow('not a command of people');
});
