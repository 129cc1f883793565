import { expect, test } from 'vitest';
import { printFor } from '../../../engine/case/print.ts';
import type { Field, PrintRule } from '../../../schemas/generated/process.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const items: Field = {
  type: 'table',
  title: 'Items',
  columns: { name: { type: 'text', title: 'Name' }, cost: { type: 'money', title: 'Cost' } },
};
const printed = (print?: PrintRule) =>
  processOf({
    forms: { ask: { what: { type: 'text', title: 'What' }, items } },
    steps: [{ ask: fill('ask', 'starter') }, { check: approve('lead') }],
    ...(print && { print }),
  });

test('what a process leaves off the sheet is named only as far as the reader sees it', () => {
  const definition = printed({ title: 'Sheet', omit: ['ask.what', 'ask.items.cost'] });
  expect(printFor(definition, new Set(['ask.items', 'ask.items.name', 'ask.items.cost']))).toEqual({
    title: 'Sheet',
    omit: ['ask.items.cost'],
  });
  expect(printFor(definition, new Set())?.omit).toEqual([]);
});

test('leaving out a form leaves out all that is in it', () => {
  const sight = new Set(['ask.what', 'ask.items', 'ask.items.name']);
  expect(printFor(printed({ omit: ['ask'] }), sight)?.omit).toEqual([...sight]);
});

test('a process that says nothing about paper sends nothing', () => {
  expect(printFor(printed(), new Set(['ask.what']))).toBeUndefined();
});
