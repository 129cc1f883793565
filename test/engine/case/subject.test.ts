import { expect, test } from 'vitest';
import { contextOf } from '../../../engine/case/context.ts';
import { subjectOf } from '../../../engine/case/subject.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { person } from '../../support/acts.ts';
import { given } from '../../support/given.ts';
import { fill, processOf } from '../../support/small-process.ts';

function subjectWith(field: Field, value: unknown): string {
  const process = processOf({ forms: { ask: { what: field } }, steps: [{ write: fill('ask', 'starter') }] });
  const { facts } = given(process).told;
  const origin = { starter: person('ada'), startedAt: facts.now, rows: {} };
  return subjectOf(contextOf(process, { ask: { what: value } }, origin, facts));
}

test('a case is listed by its subject field, and by no more than the end of an identity number', () => {
  expect(subjectWith({ type: 'text', title: 'What' }, 'Chairs')).toBe('Chairs');
  expect(subjectWith({ type: 'identityCode', title: 'Who' }, '11010519491231002X')).toBe('002X');
});

test('without a value it has no subject', () => {
  expect(subjectWith({ type: 'identityCode', title: 'Who' }, undefined)).toBe('');
});
