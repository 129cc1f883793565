import fc from 'fast-check';
import type { Column, Field } from '../../../schemas/generated/process.ts';

/** Fields whose verdict a JSON Schema can repeat; layout has no value, and questionnaires depend on other cases. */
export type Judged = Exclude<Field, { type: 'heading' | 'group' | 'questions' | 'answers' }>;

const title = '字段';
const options = [
  { id: 'ad', title: '广告' },
  { id: 'fair', title: '展会' },
  { id: 'other', title: '其他' },
];

const required = fc.boolean();
const bound = fc.integer({ min: -5, max: 5 });
const plain = <K extends Column['type']>(...types: readonly K[]) =>
  fc.record({ type: fc.constantFrom(...types), title: fc.constant(title), required });

const column: fc.Arbitrary<Column> = fc.oneof(
  fc.record({
    type: fc.constant('text' as const),
    title: fc.constant(title),
    required,
    max: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    type: fc.constant('longText' as const),
    title: fc.constant(title),
    required,
    max: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ type: fc.constant('integer' as const), title: fc.constant(title), required, min: bound }),
  fc.record({ type: fc.constant('integer' as const), title: fc.constant(title), required, max: bound.map(String) }),
  fc.record({
    type: fc.constant('decimal' as const),
    title: fc.constant(title),
    required,
    scale: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ type: fc.constantFrom('money' as const, 'percent' as const), title: fc.constant(title), required }),
  fc.record({
    type: fc.constant('rating' as const),
    title: fc.constant(title),
    required,
    max: fc.integer({ min: 2, max: 10 }),
  }),
  fc.record({
    type: fc.constant('choice' as const),
    title: fc.constant(title),
    required,
    options: fc.constant(options),
  }),
  fc.record({
    type: fc.constantFrom('flag' as const, 'date' as const, 'week' as const),
    title: fc.constant(title),
    required,
  }),
  plain('time', 'dateTime', 'month', 'quarter', 'email', 'link', 'identityCode', 'companyCode'),
  fc.record({
    type: fc.constant('year' as const),
    title: fc.constant(title),
    required,
    min: fc.integer({ min: 2000, max: 2020 }),
    max: fc.integer({ min: 2026, max: 2030 }),
  }),
  fc.record(
    {
      type: fc.constant('phone' as const),
      title: fc.constant(title),
      required,
      only: fc.constantFrom('mobile' as const, 'landline' as const),
    },
    { requiredKeys: ['type', 'title', 'required'] },
  ),
  fc.record({
    type: fc.constant('region' as const),
    title: fc.constant(title),
    required,
    level: fc.constantFrom('province' as const, 'city' as const),
  }),
  fc.record({ type: fc.constantFrom('person' as const, 'unit' as const), title: fc.constant(title), required }),
  fc.record({
    type: fc.constant('reference' as const),
    title: fc.constant(title),
    required,
    to: fc.constant({ ledger: 'campaigns' }),
  }),
);
const field: fc.Arbitrary<Judged> = fc.oneof(
  { arbitrary: column, weight: 4 },
  {
    arbitrary: fc.record({
      type: fc.constant('choices' as const),
      title: fc.constant(title),
      required,
      options: fc.constant(options),
      max: fc.integer({ min: 1, max: 3 }),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constantFrom('dateRange' as const, 'people' as const),
      title: fc.constant(title),
      required,
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('files' as const),
      title: fc.constant(title),
      required,
      max: fc.integer({ min: 1, max: 2 }),
      accept: fc.uniqueArray(fc.constantFrom('pictures' as const, 'text' as const), { minLength: 1 }),
      maxSize: fc.integer({ min: 1, max: 2 }),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constantFrom('richText' as const, 'signature' as const),
      title: fc.constant(title),
      required,
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('units' as const),
      title: fc.constant(title),
      required,
      max: fc.integer({ min: 1, max: 2 }),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('matrix' as const),
      title: fc.constant(title),
      required,
      rows: fc.constantFrom(options, 'units' as const),
      columns: fc.constantFrom(options, 'quarters' as const),
      cell: fc.constantFrom('choice' as const, 'integer' as const, 'decimal' as const, 'money' as const),
      complete: fc.boolean(),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('table' as const),
      title: fc.constant(title),
      required,
      minRows: fc.integer({ min: 0, max: 2 }),
      maxRows: fc.integer({ min: 2, max: 3 }),
      columns: fc.dictionary(fc.constantFrom('a', 'b', 'c'), column, { minKeys: 1 }),
    }),
    weight: 2,
  },
);

/** Random forms of what the schema can say. */
export const form = fc.dictionary(fc.constantFrom('p', 'q', 'r', 's', 't'), field, { minKeys: 1 });
