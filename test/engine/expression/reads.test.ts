import { expect, it } from 'vitest';
import { compiled } from './fixture.ts';

it.each<[string, readonly string[]]>([
  ['sum(plan.budget.amount)', ['plan.budget.amount']],
  ['plan.budget.exists(r, r.amount > 5)', ['plan.budget.amount']],
  ['plan.budget.exists(r, true)', ['plan.budget']],
  ['plan.budget.filter(r, true).exists(r, true)', ['plan.budget']],
  ['size(plan.budget)', ['plan.budget']],
  ['count(plan.budget)', ['plan.budget']],
  ['count(plan.budget.note)', ['plan.budget.note']],
  ['plan.budget', ['plan.budget']],
  ['row.price * row.qty', ['row.price', 'row.qty']],
  ['row.price + row.price', ['row.price']],
  ['today', ['today']],
  ['days(plan.dates.start, today)', ['plan.dates.start', 'today']],
  ['plan.dates', ['plan.dates']],
  ['empty(plan.dates)', ['plan.dates']],
  ['empty(plan.budget)', ['plan.budget']],
  ['plan.planRow == null', ['plan.planRow']],
  ['plan.planRow.title', ['plan.planRow.title']],
  ['plan.budget.map(r, r.amount * r.qty)', ['plan.budget.amount', 'plan.budget.qty']],
  ['plan.budget.map(r, 1)', ['plan.budget']],
  ['plan.budget.map(r, r)', ['plan.budget']],
  ['plan.budget.filter(r, r.category == "media")', ['plan.budget.category', 'plan.budget']],
  ['size(plan.budget.filter(r, r.category == "media"))', ['plan.budget.category']],
  ['empty(plan.budget.filter(r, r.category == "media"))', ['plan.budget.category']],
  ['sum(plan.budget.filter(r, r.category == "media").amount)', ['plan.budget.category', 'plan.budget.amount']],
  ['plan.budget.filter(r, r.qty > 1).exists(r, r.note == "x")', ['plan.budget.qty', 'plan.budget.note']],
  ['plan.budget.filter(r, r.qty > 1).exists(r, true)', ['plan.budget.qty']],
  ['sum(plan.budget.filter(r, true).amount)', ['plan.budget.amount']],
  ['plan.budget.amount.exists(a, a > row.price)', ['plan.budget.amount', 'row.price'].toReversed()],
  ['plan.budget.exists(r, r.tags.exists(t, t == plan.kind))', ['plan.budget.tags', 'plan.kind']],
  ['first(plan.budget).amount', ['plan.budget.amount']],
  ['plan.budget[plan.stars].amount', ['plan.stars', 'plan.budget.amount']],
  ['first(plan.choices)', ['plan.choices']],
  ['plan.free.a.b == 1', ['plan.free.a.b']],
  ['1 + 1', []],
  ['rows.exists(plan, plan.qty > 1)', ['rows.qty']],
])('%s reads %j', (source, paths) => {
  const read = compiled(source).reads.map((path) => path.join('.'));
  expect(read.toSorted()).toEqual(paths.toSorted());
});

it('gives every path as its segments, in source order and once', () => {
  expect(compiled('today == plan.due || plan.dates.end > today').reads).toEqual([
    ['today'],
    ['plan', 'due'],
    ['plan', 'dates', 'end'],
  ]);
});
