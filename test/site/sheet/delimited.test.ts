import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delimiterOf, parseDelimited, writeDelimited } from '../../../site/src/sheet/delimited.ts';
import { fromNeutral, neutral } from '../../../site/src/sheet/neutral.ts';

describe('reading rows of cells', () => {
  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\t"line one\nline two"\tb', [['a', 'line one\nline two', 'b']]],
    ['"say ""hi"""\tx', [['say "hi"', 'x']]],
    ['5" pipe\t"open', [['5" pipe', '"open']]],
    ['"quoted" and more\tx', [['"quoted" and more', 'x']]],
    ['a\t\tb\t', [['a', '', 'b', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(parseDelimited(text, '\t')).toEqual(rows);
  });

  test('a byte order mark is no part of the first heading', () => {
    expect(parseDelimited('\uFEFF项目,金额\n物料,12', ',')).toEqual([
      ['项目', '金额'],
      ['物料', '12'],
    ]);
  });

  test('what was written is read again, whatever it holds', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', '\t', '\n', ';', ' ', "'") });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',' as const, '\t' as const, ';' as const), (cells, mark) => {
        expect(parseDelimited(writeDelimited(cells, mark), mark)).toEqual(cells);
      }),
    );
  });

  test('many quotes that are never closed are read in reasonable time', () => {
    const text = '"a,b\n'.repeat(20_000);
    expect(parseDelimited(`${text}`, ',').length).toBeGreaterThan(0);
  });

  test.each([
    ['a,b;c\n', ','],
    ['a;b;c,d', ';'],
    ['a\tb', '\t'],
  ])('%j is separated by %j', (text, mark) => {
    expect(delimiterOf(text)).toBe(mark);
  });
});

describe('text in a spreadsheet', () => {
  test.each([
    '=HYPERLINK("http://x")',
    '+cmd|x',
    '-1+1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\0x',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
  ])('%j cannot become a formula', (text) => {
    expect(neutral(text)).toBe(`'${text}`);
  });

  test.each(['12', 'a=b', '物料', "it's", "'quoted'", ''])('%j stays as it is', (text) => {
    expect(neutral(text)).toBe(text);
  });

  test('is the same again after it was exported and imported', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', 'a', '＝', '\t') }), (text) => {
        expect(fromNeutral(neutral(text))).toBe(text);
      }),
    );
  });
});
