import { describe, expect, test } from 'vitest';
import { parseDateRule, resolveDateRule } from '../../../engine/form/date-rule.ts';
import type { CheckRule, Field, Form } from '../../../schemas/generated/process.ts';
import { calendar } from '../calendar/cn-work.ts';
import { type Fields, findingsOf } from './fixture.ts';
import { planFields } from './plan.ts';

const title = '字段';
const text: Field = { type: 'text', title };
const integer: Field = { type: 'integer', title };
const at = (field: string, ...key: readonly (string | number)[]) => ['forms', 'f', 'fields', field, ...key];

type Case = readonly [what: string, fields: Fields, finding: object];
const cases: readonly Case[] = [
  [
    'an unknown name in an expression, with its place and the likely name',
    { price: integer, x: { type: 'integer', title, compute: '1 + f.prise' } },
    { code: 'unknown-name', path: at('x', 'compute'), start: 6, end: 11, suggestion: 'price' },
  ],
  ['a syntax error', { x: { ...text, compute: 'f.' } }, { code: 'syntax', path: at('x', 'compute') }],
  [
    'a computed value of another type',
    { x: { ...integer, compute: '"a"' } },
    { code: 'type', path: at('x', 'compute'), params: { expected: 'integer', actual: 'text' } },
  ],
  [
    'a default of another type',
    { x: { type: 'date', title, default: '5' } },
    { code: 'type', path: at('x', 'default') },
  ],
  [
    'the unit of the starter outside a default',
    { x: { type: 'unit', title, compute: 'case.unit' } },
    { code: 'unknown-name', path: at('x', 'compute'), params: { name: 'unit' } },
  ],
  [
    'the unit of the starter in a row, which the browser begins',
    { t: { type: 'table', title, columns: { a: { type: 'unit', title, default: 'case.unit' } } } },
    { code: 'unknown-name', path: at('t', 'columns', 'a', 'default'), params: { name: 'unit' } },
  ],
  [
    'the people of a unit outside a default',
    { u: { type: 'unit', title }, x: { type: 'people', title, compute: 'peopleIn(f.u)' } },
    { code: 'not-allowed', path: at('x', 'compute'), params: { what: 'peopleIn' } },
  ],
  [
    'the people of what is no unit',
    { u: text, x: { type: 'people', title, default: 'peopleIn(f.u)' } },
    { code: 'type', path: at('x', 'default'), params: { expected: 'unit', actual: 'text' } },
  ],
  ['a condition that is no yes or no', { x: { ...text, visible: '5' } }, { code: 'type', path: at('x', 'visible') }],
  [
    'a requirement that is no yes or no',
    { x: { ...text, required: '"a"' } },
    { code: 'type', path: at('x', 'required') },
  ],
  ['a lock that is no yes or no', { x: { ...text, readonly: 'today' } }, { code: 'type', path: at('x', 'readonly') }],
  [
    'a row outside a table',
    { x: { ...integer, compute: 'row.y' } },
    { code: 'unknown-name', path: at('x', 'compute'), params: { name: 'row' } },
  ],
  [
    'a column that does not exist',
    { t: { type: 'table', title, columns: { a: { ...integer, compute: 'row.b' } } } },
    { code: 'unknown-name', path: at('t', 'columns', 'a', 'compute'), params: { name: 'b' } },
  ],
  [
    'a date rule that counts from no date',
    { n: integer, x: { type: 'date', title, min: 'f.n + 1d' } },
    { code: 'type', path: at('x', 'min') },
  ],
  [
    'a date rule that counts too far',
    { x: { type: 'date', title, max: 'today + 9999wd' } },
    { code: 'bad-date-rule', path: at('x', 'max'), params: { rule: 'today + 9999wd' } },
  ],
  [
    'a shared list that was not resolved',
    { x: { type: 'choice', title, options: { list: 'kinds' } } },
    { code: 'unresolved-list', path: at('x', 'options'), params: { list: 'kinds' } },
  ],
  [
    'a total of a column that holds no number',
    { t: { type: 'table', title, columns: { a: text }, totals: ['a'] } },
    { code: 'not-numeric', path: at('t', 'totals', 0), params: { name: 'a' } },
  ],
  [
    'a total of no column',
    { t: { type: 'table', title, columns: { a: text }, totals: ['toString'] } },
    { code: 'unknown-column', path: at('t', 'totals', 0) },
  ],
  [
    'rows that must differ in no column',
    { t: { type: 'table', title, columns: { a: text }, unique: ['a', 'b'] } },
    { code: 'unknown-column', path: at('t', 'unique', 1), params: { name: 'b' } },
  ],
  [
    'more rows at least than at most',
    { t: { type: 'table', title, columns: { a: text }, minRows: 3, maxRows: 2 } },
    { code: 'limits-reversed', path: at('t', 'minRows') },
  ],
  [
    'a least value above the greatest',
    { x: { type: 'money', title, min: '10.5', max: 10 } },
    { code: 'limits-reversed', path: at('x', 'min'), params: { min: '10.5', max: '10' } },
  ],
  ['an id that every object has', { toString: text }, { code: 'reserved-name', path: at('toString') }],
  [
    'an id that means the prototype',
    { constructor: text } as Fields,
    { code: 'reserved-name', path: at('constructor') },
  ],
  [
    'a lookup in no ledger',
    { x: { ...text, lookup: { ledger: 'none', key: '"a"', column: 'name' } } },
    { code: 'unknown-ledger', path: at('x', 'lookup', 'ledger'), params: { ledger: 'none' } },
  ],
  [
    'a lookup of no column',
    { x: { ...text, lookup: { ledger: 'campaigns', key: '"a"', column: 'none' } } },
    { code: 'unknown-ledger-column', path: at('x', 'lookup', 'column') },
  ],
  [
    'a lookup of another type',
    { x: { ...text, lookup: { ledger: 'campaigns', key: '"a"', column: 'budget' } } },
    { code: 'lookup-type', path: at('x', 'lookup', 'column'), params: { expected: 'text', actual: 'decimal' } },
  ],
  [
    'a lookup by something that names no row',
    { x: { ...text, lookup: { ledger: 'campaigns', key: '5', column: 'name' } } },
    { code: 'lookup-key', path: at('x', 'lookup', 'key') },
  ],
  [
    'a lookup by no column',
    { x: { ...text, lookup: { ledger: 'campaigns', key: { nope: '"a"' }, column: 'name' } } },
    { code: 'unknown-ledger-column', path: at('x', 'lookup', 'key', 'nope') },
  ],
  [
    'a value both computed and looked up',
    { x: { ...text, compute: '"a"', lookup: { ledger: 'campaigns', key: '"a"', column: 'name' } } },
    { code: 'computed-twice', path: at('x', 'lookup') },
  ],
  [
    'a field computed from itself',
    { x: { ...integer, compute: 'f.x + 1' } },
    { code: 'cycle', path: at('x', 'compute'), params: { fields: 'f.x > f.x' } },
  ],
  [
    'a way round three fields, one of them through its visibility',
    { a: { ...integer, compute: 'f.b' }, b: { ...integer, visible: 'f.c > 0' }, c: { ...integer, compute: 'f.a' } },
    { code: 'cycle', path: at('a', 'compute'), params: { fields: 'f.a > f.b > f.c > f.a' } },
  ],
  [
    'a way round through a table',
    {
      sum: { ...integer, compute: 'sum(f.t.a)' },
      t: { type: 'table', title, columns: { a: { ...integer, compute: 'f.sum' } } },
    },
    { code: 'cycle', params: { fields: 'f.sum > f.t.a > f.sum' } },
  ],
  [
    'a table hidden by its own rows',
    { t: { type: 'table', title, visible: 'sum(f.t.a) > 0', columns: { a: integer } } },
    { code: 'cycle', path: at('t', 'visible'), params: { fields: 'f.t > f.t' } },
  ],
];

describe('compiling forms finds', () => {
  test.each(cases)('%s', (_what, fields, finding) => {
    expect(findingsOf({ f: fields })).toMatchObject([finding]);
  });

  const sections = (...fields: readonly [string, ...string[]][]): Form => ({
    title,
    fields: { a: text, b: text },
    sections: fields.map((names) => ({ title, fields: names })) as Form['sections'] & object,
  });
  test('a section field that does not exist', () => {
    const finding = {
      code: 'unknown-section-field',
      path: ['forms', 'f', 'sections', 0, 'fields', 1],
      params: { name: 'c' },
    };
    expect(findingsOf({ f: sections(['a', 'c']) })).toEqual([finding]);
  });
  test('a field in two sections', () => {
    const finding = {
      code: 'repeated-section-field',
      path: ['forms', 'f', 'sections', 1, 'fields', 0],
      params: { name: 'a' },
    };
    expect(findingsOf({ f: sections(['a', 'b'], ['a']) })).toEqual([finding]);
  });
  test('a form named like another root of expressions', () => {
    expect(findingsOf({ row: { a: text } })).toEqual([
      { code: 'reserved-name', path: ['forms', 'row'], params: { name: 'row' } },
    ]);
  });

  const check = (that: string, place: string): CheckRule => ({ that, at: place, else: title });
  test('a check that is reported nowhere', () => {
    const finding = { code: 'unknown-path', path: ['checks', 0, 'at'], params: { name: 'f.b' } };
    expect(findingsOf({ f: { a: text } }, [check('true', 'f.b')])).toEqual([finding]);
  });
  test('a check that is no yes or no', () => {
    expect(findingsOf({ f: { a: text } }, [check('f.a', 'f.a')])).toMatchObject([
      { code: 'type', path: ['checks', 0, 'that'] },
    ]);
  });
  test('a check of rows that is reported outside the table', () => {
    const table: Field = { type: 'table', title, columns: { a: integer } };
    expect(findingsOf({ f: { t: table } }, [check('row.a > 0', 'f.t')])).toMatchObject([{ code: 'unknown-name' }]);
    expect(findingsOf({ f: { t: table } }, [check('row.a > 0', 'f.t.a')])).toEqual([]);
  });

  test('everything that is wrong at once, in the order of the definition', () => {
    const fields: Fields = {
      a: { ...integer, compute: 'f.z' },
      b: { ...text, visible: '1' },
      c: { ...integer, compute: 'f.c' },
    };
    expect(findingsOf({ f: fields }).map(({ code }) => code)).toEqual(['unknown-name', 'type', 'cycle']);
  });
  test('nothing in a sound form', () => {
    expect(findingsOf({ plan: planFields })).toEqual([]);
  });
  test('no cycle where a column counts the rows of its own table', () => {
    const table: Field = {
      type: 'table',
      title,
      columns: { a: integer, b: { ...integer, compute: 'size(f.t) + row.a' } },
    };
    expect(findingsOf({ f: { t: table } })).toEqual([]);
  });
});

describe('a date rule', () => {
  const resolve = (rule: string, from: unknown) => {
    const parts = parseDateRule(rule);
    return parts && resolveDateRule(parts, from, calendar);
  };
  test.each([
    ['today', '2026-11-23', '2026-11-23'],
    ['today + 5wd', '2026-11-23', '2026-11-30'],
    ['today - 1d', '2026-03-01', '2026-02-28'],
    ['plan.dates.end + 1wd', '2026-09-30', '2026-10-08'],
    ['today + 1d', undefined, undefined],
    ['today + 1d', '2026-02-30', undefined],
    ['today + 9999d', '9999-12-31', undefined],
    ['today +1d', '2026-11-23', undefined],
    ['today + 1w', '2026-11-23', undefined],
    ['5 + 1d', '2026-11-23', undefined],
  ])('%s from %s is %s', (rule, from, day) => {
    expect(resolve(rule, from)).toBe(day);
  });
});
