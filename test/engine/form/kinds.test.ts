import { describe, expect, test } from 'vitest';
import type { Field } from '../../../schemas/generated/process.ts';
import { accepted, judge, modelOf } from './fixture.ts';

const title = '字段';
const options = [
  { id: 'ad', title: '广告' },
  { id: 'fair', title: '展会' },
];
const file = { id: 'a1', name: '方案.pdf', size: 1024, type: 'application/pdf', sha256: 'ab'.repeat(32) };
/** One emoji is one character, though two UTF-16 units. */
const emoji = (count: number): string => '😀'.repeat(count);

type Refused = readonly [value: unknown, code: string, under?: string, params?: Readonly<Record<string, unknown>>];
type Rows = readonly {
  readonly field: Field;
  readonly takes: readonly unknown[];
  readonly refuses: readonly Refused[];
}[];

const WRONG: readonly unknown[] = [true, 5, 'x', [], {}, [[]], { x: 1 }, 1.5];
const wrong = (...fine: readonly string[]): readonly Refused[] =>
  WRONG.filter((value) => !fine.includes(JSON.stringify(value))).map((value) => [value, 'wrong-type'] as const);

const kinds: Rows = [
  {
    field: { type: 'text', title },
    takes: ['', ' ', '周年庆', '  kept  ', 'a\tb\nc', emoji(200), '\u202Eabc'],
    refuses: [
      ...wrong('"x"'),
      ['x'.repeat(201), 'too-long', '', { max: 200 }],
      [emoji(201), 'too-long'],
      ['\ud800', 'ill-formed-text'],
      ['a\udc00b', 'ill-formed-text'],
      ['a\u0000b', 'ill-formed-text'],
    ],
  },
  { field: { type: 'text', title, max: 3 }, takes: ['abc'], refuses: [['abcd', 'too-long', '', { max: 3 }]] },
  {
    field: { type: 'text', title, required: true },
    takes: ['0'],
    refuses: [
      ['', 'required'],
      [' \u3000\n', 'required'],
      [null, 'required'],
    ],
  },
  {
    field: { type: 'longText', title },
    takes: ['x'.repeat(4000), '一\n二'],
    refuses: [...wrong('"x"'), ['x'.repeat(4001), 'too-long', '', { max: 4000 }], ['\udfff', 'ill-formed-text']],
  },
  {
    field: { type: 'integer', title },
    takes: [0, -5, Number.MAX_SAFE_INTEGER],
    refuses: [...wrong('5'), [2 ** 53, 'wrong-type'], [Number.POSITIVE_INFINITY, 'wrong-type'], ['12', 'wrong-type']],
  },
  {
    field: { type: 'integer', title, min: 1, max: '10' },
    takes: [1, 10],
    refuses: [
      [0, 'out-of-range', '', { min: 1, max: 10 }],
      [11, 'out-of-range'],
    ],
  },
  { field: { type: 'integer', title, required: true }, takes: [0], refuses: [[null, 'required']] },
  {
    field: { type: 'decimal', title },
    takes: ['0', '-1.5', '0.000001', '999999999999999999.999999'],
    refuses: [
      ...wrong(),
      ['1e3', 'wrong-type'],
      ['1.2万', 'wrong-type'],
      ['１２', 'wrong-type'],
      ['+1', 'wrong-type'],
      ['.5', 'wrong-type'],
      ['1.', 'wrong-type'],
      ['007', 'wrong-type'],
      ['1,200', 'wrong-type'],
      ['', 'wrong-type'],
      ['9'.repeat(65), 'wrong-type'],
      ['0.0000001', 'too-precise', '', { scale: 6 }],
      ['1000000000000000000', 'out-of-range', '', { max: '9'.repeat(18) }],
    ],
  },
  {
    field: { type: 'decimal', title, scale: 0, min: -2, max: '2.0' },
    takes: ['-2', '2'],
    refuses: [
      ['1.5', 'too-precise', '', { scale: 0 }],
      ['-3', 'out-of-range', '', { min: '-2', max: '2.0' }],
      ['3', 'out-of-range'],
    ],
  },
  {
    field: { type: 'money', title, min: '0.1', max: '99999999999999999.99' },
    takes: ['0.10', '1200.00', '99999999999999999.99'],
    refuses: [
      ...wrong(),
      [1200, 'wrong-type'],
      ['0.09', 'out-of-range'],
      ['99999999999999999.995', 'too-precise', '', { scale: 2 }],
      ['100000000000000000.00', 'out-of-range'],
    ],
  },
  {
    field: { type: 'percent', title, min: 0, max: 100 },
    takes: ['85', '0.01', '100'],
    refuses: [
      [85, 'wrong-type'],
      ['85 %', 'wrong-type'],
      ['85.001', 'too-precise', '', { scale: 2 }],
      ['100.01', 'out-of-range'],
    ],
  },
  {
    field: { type: 'rating', title },
    takes: [1, 5],
    refuses: [...wrong('5'), [0, 'out-of-range', '', { min: 1, max: 5 }], [6, 'out-of-range']],
  },
  { field: { type: 'rating', title, max: 10 }, takes: [10], refuses: [[11, 'out-of-range']] },
  {
    field: { type: 'flag', title, required: true },
    takes: [true, false],
    refuses: [...wrong('true'), ['true', 'wrong-type'], [0, 'wrong-type'], [null, 'required']],
  },
  {
    field: { type: 'choice', title, options },
    takes: ['ad', null],
    refuses: [
      ...wrong('"x"'),
      ['x', 'not-an-option', '', { id: 'x' }],
      ['toString', 'not-an-option'],
      ['', 'wrong-type'],
      ['a'.repeat(201), 'too-long'],
    ],
  },
  {
    field: { type: 'choices', title, options, max: 1 },
    takes: [[], ['ad'], null],
    refuses: [
      ...wrong('[]', '[[]]'),
      [[5], 'wrong-type', '/0'],
      [['ad', 'fair'], 'too-many', '', { max: 1 }],
      [['x'], 'not-an-option', '/0', { id: 'x' }],
      [Array.from({ length: 501 }, () => 'ad'), 'too-many', '', { max: 500 }],
    ],
  },
  {
    field: { type: 'choices', title, options, required: true },
    takes: [['ad', 'fair']],
    refuses: [
      [[], 'required'],
      [['ad', 'ad'], 'not-unique', '/1'],
    ],
  },
  {
    field: { type: 'date', title },
    takes: ['2026-02-28', '2028-02-29', null],
    refuses: [...wrong('"x"'), ['x', 'not-a-date'], ['2026-02-29', 'not-a-date'], ['2026-2-1', 'not-a-date']],
  },
  {
    field: { type: 'date', title, min: 'today + 5wd', max: 'today + 30d' },
    takes: ['2026-11-30', '2026-12-23'],
    refuses: [
      ['2026-11-29', 'too-early', '', { min: '2026-11-30' }],
      ['2026-12-24', 'too-late', '', { max: '2026-12-23' }],
    ],
  },
  {
    field: { type: 'dateRange', title, min: 'today', max: 'today + 1d' },
    takes: [{ start: '2026-11-23', end: '2026-11-24' }, {}, { start: null, end: null }],
    refuses: [
      ...wrong('{}'),
      [{ start: '2026-11-23' }, 'required', '/end'],
      [{ end: '2026-11-23' }, 'required', '/start'],
      [{ start: 'x', end: '2026-11-23' }, 'not-a-date', '/start'],
      [{ start: '2026-11-22', end: '2026-11-24' }, 'too-early', '/start', { min: '2026-11-23' }],
      [{ start: '2026-11-23', end: '2026-11-25' }, 'too-late', '/end', { max: '2026-11-24' }],
      [{ start: '2026-11-24', end: '2026-11-23' }, 'range-reversed', '/end', { start: '2026-11-24' }],
      [{ start: '2026-11-23', end: '2026-11-24', note: 1 }, 'wrong-type'],
    ],
  },
  {
    field: { type: 'dateRange', title, required: true },
    takes: [],
    refuses: [
      [{}, 'required'],
      [null, 'required'],
    ],
  },
  {
    field: { type: 'week', title },
    takes: ['2026-W01', '2026-W53'],
    refuses: [...wrong('"x"'), ['x', 'not-a-week'], ['2025-W53', 'not-a-week'], ['2026-W00', 'not-a-week']],
  },
  {
    field: { type: 'person', title },
    takes: ['u01'],
    refuses: [...wrong('"x"'), ['nobody', 'unknown-person', '', { id: 'nobody' }], ['\ud800', 'ill-formed-text']],
  },
  {
    field: { type: 'people', title, max: 2 },
    takes: [['u01', 'u02'], []],
    refuses: [
      [['u01', 'nobody'], 'unknown-person', '/1', { id: 'nobody' }],
      [['u01', 'u02', 'u03'], 'too-many', '', { max: 2 }],
      [['u01', 'u01'], 'not-unique', '/1'],
      ['u01', 'wrong-type'],
    ],
  },
  {
    field: { type: 'unit', title },
    takes: ['east'],
    refuses: [...wrong('"x"'), ['north', 'unknown-unit', '', { id: 'north' }]],
  },
  {
    field: { type: 'reference', title, to: { ledger: 'campaigns' } },
    takes: ['row-1'],
    refuses: [...wrong('"x"'), ['row-9', 'unknown-row', '', { id: 'row-9' }], ['constructor', 'unknown-row']],
  },
  {
    field: { type: 'files', title, max: 2, required: true },
    takes: [[file], [file, { ...file, id: 'a2' }]],
    refuses: [
      [[], 'required'],
      [['x'], 'wrong-type', '/0'],
      [[{ ...file, path: '/etc' }], 'unknown-field', '/0/path'],
      [[{ ...file, size: -1 }], 'wrong-type', '/0/size'],
      [[{ ...file, sha256: 'AB'.repeat(32) }], 'wrong-type', '/0/sha256'],
      [[{ ...file, name: 'x\u0000' }], 'ill-formed-text', '/0/name'],
      [[{ ...file, name: 'x'.repeat(256) }], 'too-long', '/0/name'],
      [[{ id: 'a1' }], 'wrong-type', '/0/name'],
      [[file, file], 'not-unique', '/1'],
      [[file, { ...file, id: 'a2' }, { ...file, id: 'a3' }], 'too-many', '', { max: 2 }],
    ],
  },
  {
    field: { type: 'files', title, accept: ['pictures', 'sheets'], maxSize: 1 },
    takes: [
      [{ ...file, type: 'image/webp', size: 1_048_576 }],
      [
        { ...file, type: 'text/csv' },
        { ...file, id: 'a2', type: 'application/vnd.ms-excel' },
      ],
    ],
    refuses: [
      [[{ ...file, type: 'image/svg+xml' }], 'file-type', '/0', { name: file.name, accept: 'pictures,sheets' }],
      [[{ ...file, type: 'text/plain' }], 'file-type', '/0'],
      [[{ ...file, type: 'image/png', size: 1_048_577 }], 'file-too-big', '/0', { name: file.name, max: 1 }],
    ],
  },
  {
    field: {
      type: 'table',
      title,
      required: true,
      maxRows: 3,
      unique: ['kind', 'item'],
      columns: {
        kind: { type: 'choice', title, options, required: true },
        item: { type: 'text', title },
        amount: { type: 'money', title, min: 0 },
      },
    },
    takes: [
      [{ kind: 'ad', item: 'a', amount: '1' }],
      [{ kind: 'ad' }, { kind: 'ad' }],
      [
        { _row: 'x', kind: 'ad', item: 'a' },
        { kind: 'fair', item: 'a' },
      ],
    ],
    refuses: [
      ...wrong('[]', '[[]]'),
      [[], 'required'],
      [null, 'required'],
      [[{}], 'required', '/0/kind'],
      [[{ kind: 'x' }], 'not-an-option', '/0/kind'],
      [[{ kind: 'ad', amount: '-1' }], 'out-of-range', '/0/amount'],
      [[{ kind: 'ad', amount: 1 }], 'wrong-type', '/0/amount'],
      [[{ kind: 'ad', other: 1 }], 'unknown-field', '/0/other'],
      [['ad'], 'wrong-type', '/0'],
      [[{ _row: 'a b', kind: 'ad' }], 'wrong-type', '/0/_row'],
      [[{ _row: 7, kind: 'ad' }], 'wrong-type', '/0/_row'],
      [
        [
          { _row: 'a', kind: 'ad' },
          { _row: 'a', kind: 'fair' },
        ],
        'not-unique',
        '/1/_row',
      ],
      [
        [
          { kind: 'ad', item: 'a' },
          { kind: 'ad', item: 'a' },
        ],
        'not-unique',
        '/1',
        { columns: 'kind,item' },
      ],
      [[{}, {}, {}, {}], 'too-many-rows', '', { max: 3 }],
    ],
  },
  {
    field: { type: 'table', title, minRows: 2, columns: { item: { type: 'text', title } } },
    takes: [[{ item: 'a' }, {}]],
    refuses: [
      [[{ item: 'a' }], 'too-few-rows', '', { min: 2 }],
      [[], 'too-few-rows'],
    ],
  },
  {
    field: { type: 'table', title, columns: { item: { type: 'text', title } } },
    takes: [[]],
    refuses: [[Array.from({ length: 501 }, () => ({})), 'too-many-rows', '', { max: 500 }]],
  },
];

describe.each(kinds)('$field.type $field', ({ field, takes, refuses }) => {
  test('takes these values', () => {
    for (const value of takes) expect([value, judge(field, value)]).toEqual([value, []]);
  });

  test.each(refuses)('refuses %j as %s', (value, code, under = '', params) => {
    const [first] = judge(field, value);
    expect(first).toMatchObject({ code, path: `/f/x${under}`, ...(params ? { params } : {}) });
  });
});

describe('one way to write each value', () => {
  const columns = { n: { type: 'integer', title } } as const;
  const cases: readonly (readonly [Field, unknown, unknown])[] = [
    [{ type: 'money', title }, '1200', '1200.00'],
    [{ type: 'money', title }, '5.5', '5.50'],
    [{ type: 'money', title }, '-0', '0.00'],
    [{ type: 'money', title }, '1.005', '1.005'],
    [{ type: 'decimal', title }, '1.500', '1.5'],
    [{ type: 'decimal', title }, '100', '100'],
    [{ type: 'decimal', title }, '-0.00', '0'],
    [{ type: 'percent', title }, '85.0', '85'],
    [{ type: 'integer', title }, -0, 0],
    [{ type: 'text', title }, '', undefined],
    [{ type: 'text', title }, ' a ', ' a '],
    [{ type: 'choices', title, options }, [], undefined],
    [{ type: 'dateRange', title }, { start: null, end: '2026-01-01' }, { end: '2026-01-01' }],
    [{ type: 'dateRange', title }, { start: null }, undefined],
    [{ type: 'table', title, columns }, null, []],
    [{ type: 'table', title, columns }, [{ n: null }], [{ _row: 'r1' }]],
  ];
  test.each(cases)('%j %j is kept as %j', (field, sent, kept) => {
    expect(accepted(modelOf({ f: { x: field } }), {}, { f: { x: sent } }).f?.x).toEqual(kept);
  });
});
