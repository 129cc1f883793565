import { expect, test } from 'vitest';
import { compileCheckedForms } from '../../../engine/form/check-forms.ts';
import { both } from '../../../engine/form/conjunction.ts';
import { toJsonSchema } from '../../../engine/form/json-schema.ts';
import type { Formula } from '../../../engine/form/model.ts';
import { settle } from '../../../engine/form/settle.ts';
import { fieldState } from '../../../engine/form/state.ts';
import { validate } from '../../../engine/form/validate.ts';
import type { Form } from '../../../schemas/generated/process.ts';
import { environment, everything, facts } from './fixture.ts';

const title = '字段';
const form = (sections: NonNullable<Form['sections']>): Form => ({
  title,
  fields: {
    outside: { type: 'flag', title },
    place: { type: 'text', title, required: true },
    visa: { type: 'text', title, required: true, visible: 'f.days > 30' },
    days: { type: 'integer', title },
  },
  sections,
});
const travel = form([
  { title, fields: ['outside', 'days'] },
  { title, fields: ['place', 'visa'], visible: 'f.outside' },
]);

function model(source: Form) {
  const compiled = compileCheckedForms({ f: source }, [], environment);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

const findings = (source: Form) => {
  const compiled = compileCheckedForms({ f: source }, [], environment);
  return compiled.ok ? [] : compiled.error;
};

test('a field of a hidden section is hidden, is not asked for, and keeps no value', () => {
  const compiled = model(travel);
  const hidden = settle(compiled, { f: { outside: false, days: 40, place: '东京', visa: '有' } }, facts);
  expect(hidden).toEqual({ f: { outside: false, days: 40 } });
  expect(validate(compiled, hidden, facts, everything(compiled))).toEqual([]);
  const shown = settle(compiled, { f: { outside: true, days: 40 } }, facts);
  expect(validate(compiled, shown, facts, everything(compiled)).map(({ path }) => path)).toEqual([
    '/f/place',
    '/f/visa',
  ]);
});

test('inside a section that is shown the condition of a field still counts', () => {
  const compiled = model(travel);
  const visible = (outside: boolean, days: number) =>
    fieldState(compiled, { f: { outside, days } }, facts, 'f.visa').visible;
  expect([visible(true, 31), visible(true, 30), visible(false, 31)]).toEqual([true, false, false]);
});

test('a change of what a section hangs on concerns each of its fields', () => {
  const concerned = (path: string) => (model(travel).affected.get(path) ?? []).map(({ node }) => node.id);
  expect(concerned('f.outside')).toEqual(['place', 'visa']);
  expect(concerned('f.days')).toEqual(['visa']);
});

test('the JSON Schema of a submission does not ask for what a section may hide', () => {
  const needed = (sections: NonNullable<Form['sections']>) => toJsonSchema(model(form(sections)), 'f').required;
  expect(needed([{ title, fields: ['place'] }])).toEqual(['place']);
  expect(needed([{ title, fields: ['place'], visible: 'f.outside' }])).toEqual([]);
  const { properties } = toJsonSchema(model(form([{ title, fields: ['place'], visible: 'f.outside' }])), 'f');
  expect(properties).toHaveProperty('place', expect.not.objectContaining({ pattern: expect.anything() }));
});

test('what is wrong with the condition of a section is told once, at the section', () => {
  const wrong = form([{ title, fields: ['place', 'visa'], visible: 'f.outsid' }]);
  expect(findings(wrong)).toMatchObject([{ code: 'unknown-name', path: ['forms', 'f', 'sections', 0, 'visible'] }]);
});

test('a section that hangs on a field of its own is a circle', () => {
  const circle = form([{ title, fields: ['outside', 'place'], visible: 'f.outside' }]);
  expect(findings(circle)).toMatchObject([{ code: 'cycle', params: { fields: 'f.outside > f.outside' } }]);
});

test('of two conditions both have to hold, and a missing answer is no', () => {
  const says = (answer: unknown, ...reads: string[]): Formula => ({
    reads: [reads],
    readsRow: false,
    run: () => answer,
  });
  const answer = (one: unknown, other: unknown) => both(says(one), says(other))?.run({}, facts);
  expect([answer(true, true), answer(true, undefined), answer(undefined, true)]).toEqual([true, false, false]);
  expect(both(says(true, 'f', 'a'), says(true, 'f', 'b'))?.reads).toEqual([
    ['f', 'a'],
    ['f', 'b'],
  ]);
  const alone = says(true);
  expect([both(alone, undefined), both(undefined, alone), both(undefined, undefined)]).toEqual([
    alone,
    alone,
    undefined,
  ]);
});
