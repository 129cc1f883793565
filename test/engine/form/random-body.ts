import fc from 'fast-check';
import { kindOf } from '../../../engine/form/kinds/kinds.ts';
import type { Field, MatrixField } from '../../../schemas/generated/process.ts';
import type { Judged } from './random-form.ts';

const someText = fc.oneof(
  fc.string({ maxLength: 8, unit: 'grapheme' }),
  fc.constantFrom('', ' ', '\u3000', '😀😀😀', 'ad', '5'),
);
const isWellFormed = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

const decimalText = fc
  .tuple(fc.bigInt({ min: -1000n, max: 10n ** 19n }), fc.nat(5), fc.boolean())
  .map(([whole, digits, hasPoint]) => (hasPoint ? `${whole}.${'7'.repeat(digits)}` : String(whole)));
const dateText = fc.constantFrom('2026-02-28', '2026-02-29', '2028-02-29', '2026-13-01', '2026-1-1', '1999-12-31');
const file = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', ''),
    name: fc.constantFrom('方案.pdf', ''),
    size: fc.constantFrom(0, 5, 1_048_577, -1, 1.5),
    type: fc.constantFrom('text/plain', 'text/plain', 'image/png'),
    sha256: fc.constantFrom('ab'.repeat(32), 'ab'.repeat(32), 'xy'),
    extra: fc.constant(1),
  },
  { requiredKeys: ['id', 'type'] },
);
/** Values that are wrong nearly everywhere, so that shapes are told apart. Null clears and is no value. */
const stray = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  someText,
  fc.constantFrom([], [[]], {}, { x: 1 }, 1e300, -0),
);

const rarely = <T>(value: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight }, { arbitrary: value, weight: 1 });

/** Values that are right, but for the rows of tables. */
function goodValue(kind: Judged): fc.Arbitrary<unknown> {
  switch (kind.type) {
    case 'text':
    case 'longText':
      return fc.constantFrom('a', '😀', '行', 'b ');
    case 'integer':
      return fc.integer({ min: Number(kind.min ?? -9), max: Number(kind.max ?? 9) });
    case 'rating':
      return fc.integer({ min: 1, max: kind.max ?? 5 });
    case 'decimal':
    case 'money':
    case 'percent':
      return fc.constantFrom(
        '0',
        '-12',
        '999999999999999999',
        ...('scale' in kind && kind.scale === 0 ? [] : ['0.5', '-3.0']),
      );
    case 'choice':
      return fc.constantFrom('ad', 'fair', 'other');
    case 'choices':
      return fc.uniqueArray(fc.constantFrom('ad', 'fair', 'other'), { minLength: 1, maxLength: kind.max ?? 3 });
    case 'date':
      return fc.constantFrom('2026-02-28', '2028-02-29');
    case 'dateRange':
      return fc.constant({ start: '2026-01-01', end: '2026-01-02' });
    case 'week':
      return fc.constantFrom('2026-W01', '2026-W53');
    case 'people':
      return fc.constantFrom(['u01'], ['u02', 'u01']);
    case 'files':
      return fc.constant([{ id: 'a', name: '方案.pdf', size: 5, type: 'text/plain', sha256: 'ab'.repeat(32) }]);
    case 'time':
      return fc.constantFrom('00:00', '23:59');
    case 'dateTime':
      return fc.constantFrom('2026-11-22T08:30', '2028-02-29T00:00');
    case 'month':
      return fc.constantFrom('2026-01', '2026-12');
    case 'quarter':
      return fc.constantFrom('2026-Q1', '2026-Q4');
    case 'year':
      return fc.constantFrom(2020, 2026);
    case 'phone':
      return kind.only === 'landline' ? fc.constant('010-88888888') : fc.constant('13800138000');
    case 'email':
      return fc.constantFrom('li.lei@example.com', 'a@b.cn');
    case 'link':
      return fc.constantFrom('https://example.com', 'http://例子.中国/a?b#c');
    case 'identityCode':
      return fc.constant('11010519491231002X');
    case 'companyCode':
      return fc.constant('91350100M000100Y43');
    case 'region':
      return fc.constant(kind.level === 'province' ? '440000' : '440100');
    case 'richText':
      return fc.constantFrom(
        [{ type: 'paragraph', spans: [{ text: '好', bold: true, link: 'https://example.com' }] }],
        [{ type: 'bullets', items: [[{ text: '一' }], []] }],
      );
    case 'signature':
      return fc.constantFrom({ typed: '张三' }, { width: 300, height: 100, strokes: [[0, 0, 300, 100]] });
    case 'units':
      return fc.constantFrom(['east'], ['west']);
    case 'matrix':
      return matrixOf(kind, fc.constant(true));
    case 'table':
      return fc.array(bodyFor(kind.columns), {
        minLength: Math.max(1, kind.minRows ?? 0),
        maxLength: kind.maxRows ?? 3,
      });
    default:
      return nearValue(kind);
  }
}

/** Values of the right kind that may break a limit. */
function nearValue(kind: Judged): fc.Arbitrary<unknown> {
  switch (kind.type) {
    case 'text':
    case 'longText':
      return someText;
    case 'integer':
    case 'rating':
      return fc.integer({ min: -8, max: 12 });
    case 'decimal':
    case 'money':
    case 'percent':
      return decimalText;
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom('ad', 'fair', 'gone');
    case 'choices':
      return fc.array(fc.constantFrom('ad', 'fair', 'other', 'gone'), { maxLength: 4 });
    case 'date':
      return dateText;
    case 'dateRange':
      return fc.constantFrom(
        { start: '2026-01-01', end: '2026-01-02' },
        { start: '2026-01-01' },
        { start: '2026-02-30', end: '2026-03-01' },
      );
    case 'week':
      return fc.constantFrom('2026-W01', '2026-W53', '2026-W00', '2026-W54', '2026-48');
    case 'person':
      return fc.constantFrom('u01', 'u02');
    case 'people':
      return fc.array(fc.constantFrom('u01', 'u02'), { maxLength: 3 });
    case 'unit':
      return fc.constantFrom('east', 'west');
    case 'reference':
      return fc.constantFrom('row-1', 'row-2');
    case 'files':
      return fc.uniqueArray(file, { maxLength: 3, selector: ({ id }) => id });
    case 'time':
      return fc.constantFrom('08:30', '24:00', '8:30', '08:30:00');
    case 'dateTime':
      return fc.constantFrom('2026-11-22T08:30', '2026-11-22', '2026-11-22T24:00');
    case 'month':
      return fc.constantFrom('2026-11', '2026-13', '0999-12', '2026-1');
    case 'quarter':
      return fc.constantFrom('2026-Q4', '2026-Q5', '2026-q4');
    case 'year':
      return fc.integer({ min: 1998, max: 2032 });
    case 'phone':
      return fc.constantFrom('13800138000', '0571-8765432', '400-810-8888', '+886912345678', '1380013800', '+86');
    case 'email':
      return fc.constantFrom('li.lei@example.com', 'li.lei@localhost', `${'a'.repeat(65)}@example.com`);
    case 'link':
      return fc.constantFrom('https://example.com', 'javascript:alert(1)', 'https://a@b.cn', 'https://b.cn/\u202e');
    case 'identityCode':
      return fc.constantFrom('11010519491231002X', '110105491231002', '11010517491231002X');
    case 'companyCode':
      return fc.constantFrom('91350100M000100Y43', '91350100I000100Y43', '91350100M000100Y4');
    case 'region':
      return fc.constantFrom('4401', '44010O');
    case 'richText':
      return fc.constantFrom(
        [{ type: 'paragraph', spans: [{ text: '好', bold: false }] }],
        [{ type: 'heading', spans: [{ text: '好', link: 'javascript:alert(1)' }] }],
        [{ type: 'numbers', spans: [{ text: '好' }] }],
        [{ type: 'paragraph', spans: [{ bold: true }] }],
      );
    case 'signature':
      return fc.constantFrom(
        { typed: ' ' },
        { typed: '😀'.repeat(50) },
        { width: 300, height: 100, strokes: [] },
        { width: 300, height: 100, strokes: [[0, 2001]] },
        { width: 300, strokes: [[0, 0]] },
      );
    case 'units':
      return fc.array(fc.constantFrom('east', 'west'), { maxLength: 3 });
    case 'matrix':
      return matrixOf(kind, fc.boolean());
    case 'table':
      return fc.array(bodyFor(kind.columns), { maxLength: 4 });
  }
}

const ROWS = ['ad', 'fair', 'other'] as const;
const CELLS = {
  integer: fc.integer({ min: -3, max: 3 }),
  decimal: decimalText,
  money: decimalText,
  percent: decimalText,
};

/** A matrix whose rows and cells are there when `isThere` says so; one row that is no row now and then. */
function matrixOf(kind: MatrixField, isThere: fc.Arbitrary<boolean>): fc.Arbitrary<unknown> {
  const rows = kind.rows === 'units' ? ['east', 'west'] : ROWS;
  const columns = kind.columns === 'quarters' ? ['q1', 'q2', 'q3', 'q4'] : ROWS;
  const cells = (held: fc.Arbitrary<unknown>, keys: readonly string[]) =>
    fc
      .tuple(fc.tuple(...keys.map(() => held)), fc.tuple(...keys.map(() => isThere)))
      .map(([values, there]) =>
        Object.fromEntries(keys.map((key, at) => [key, values[at]]).filter((_, at) => there[at])),
      );
  if (kind.cell === 'choice') return cells(fc.constantFrom(...columns), rows);
  return cells(
    cells(CELLS[kind.cell], columns).filter((row) => Object.keys(row).length > 0),
    rows,
  );
}

/** A body that fits a form more or less: keys left out, strays put in, now and then a key that is no field. */
export function bodyFor(fields: Readonly<Record<string, Judged>>): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(fields).map(([id, kind]) => {
    const value = fc.oneof(
      { arbitrary: goodValue(kind), weight: 40 },
      { arbitrary: nearValue(kind), weight: 3 },
      { arbitrary: stray, weight: 1 },
    );
    return [id, value.filter((one) => !isClearing(kind, one))] as const;
  });
  const extra = rarely(fc.constantFrom('x', 'toString'), 20);
  const left = rarely(fc.constantFrom(...Object.keys(fields)), 3);
  return fc.tuple(fc.record(Object.fromEntries(values)), extra, left).map(([body, more, out]) => {
    const kept = Object.entries(body).filter(([id]) => id !== out);
    return { ...Object.fromEntries(kept), ...(more === undefined ? {} : { [more]: 1 }) };
  });
}

const IDS: ReadonlySet<Field['type']> = new Set(['person', 'unit', 'reference']);
const EMPTIED: ReadonlySet<Field['type']> = new Set(['dateRange', 'matrix']);
const KNOWN: ReadonlySet<unknown> = new Set(['u01', 'u02', 'east', 'west', 'row-1', 'row-2']);

/**
 * `{}` clears a range and a matrix at the door, text may be written otherwise there than it was sent, and ids the
 * facts do not know are beyond the schema.
 */
function isClearing(field: Judged, value: unknown): boolean {
  if (IDS.has(field.type) && typeof value === 'string' && value !== '') return !KNOWN.has(value);
  if (typeof value === 'string') return !isWellFormed(value) || isRewritten(field, value);
  return EMPTIED.has(field.type) && JSON.stringify(value) === '{}';
}

function isRewritten(field: Judged, text: string): boolean {
  const { canonical } = kindOf(field);
  return DECIMALS.has(field.type) || canonical === undefined ? false : canonical(text) !== text;
}

const DECIMALS: ReadonlySet<Field['type']> = new Set(['decimal', 'money', 'percent']);
