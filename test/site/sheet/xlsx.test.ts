import { strToU8, zipSync } from 'fflate';
import { readSheet as readByOther } from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import writeByOther from 'write-excel-file/universal';
import { dayNumber, parseCivilDate } from '#engine';
import { readSheet } from '../../../site/src/sheet/read-sheet.ts';
import { dateTextOf, movePoint, plainOf } from '../../../site/src/sheet/xlsx-number.ts';
import { type OutCell, writeXlsx } from '../../../site/src/sheet/xlsx-write.ts';

const text = (value: string): OutCell => ({ kind: 'text', text: value });
const cellsOf = (bytes: Uint8Array) => {
  const read = readSheet(bytes, 'zh-CN');
  if (!read.ok) throw new Error(read.error);
  return read.value.map(({ cells }) => cells);
};
const faultOf = (bytes: Uint8Array) => {
  const read = readSheet(bytes, 'zh-CN');
  return read.ok ? 'read' : read.error;
};

const day = (date: string) =>
  dayNumber(
    parseCivilDate(date) ??
      (() => {
        throw new Error(date);
      })(),
  );
const rows: readonly (readonly OutCell[])[] = [
  [
    { kind: 'heading', text: '项目' },
    { kind: 'heading', text: '金额' },
    { kind: 'heading', text: '日期' },
    { kind: 'heading', text: '完成率' },
  ],
  [
    text('=1+1 <&"> _x0041_\n第二行'),
    { kind: 'number', text: '0.1' },
    { kind: 'date', day: day('2026-11-05') },
    { kind: 'percent', text: '85' },
  ],
  [text('  空格  '), { kind: 'number', text: '-1234567.89' }, undefined, { kind: 'percent', text: '0.5' }],
  [text('大数'), { kind: 'number', text: '12345678901234567.89' }, { kind: 'date', day: day('1999-12-31') }, undefined],
];

describe('a file that was written here', () => {
  const bytes = writeXlsx([{ name: '预算/明细', widths: [20, 10], rows }]);

  test('is read here as it was', () => {
    expect(cellsOf(bytes)).toEqual([
      ['项目', '金额', '日期', '完成率'],
      ['=1+1 <&"> _x0041_\n第二行', '0.1', '2026-11-05', '85%'],
      ['  空格  ', '-1234567.89', '', '0.5%'],
      ['大数', '12345678901234567.89', '1999-12-31'],
    ]);
  });

  test('is read by another program, numbers as numbers and dates as dates', async () => {
    const [, first, second, third] = await readByOther(new Blob([bytes]));
    expect(first?.slice(1)).toEqual([0.1, new Date('2026-11-05T00:00:00.000Z'), 0.85]);
    expect(second?.slice(1)).toEqual([-1234567.89, null, 0.005]);
    expect(third?.[1]).toBe('12345678901234567.89');
  });

  test('offers the choices of a column from a second sheet', async () => {
    const choices = [{ column: 1, sheet: '选项', from: 0, count: 2 }];
    const template = writeXlsx([
      { name: '表', widths: [], rows: [[text('a')]], choices },
      { name: '选项', widths: [], rows: [[text('类别')], [text('广告')], [text('物料')]] },
    ]);
    expect((await readByOther(new Blob([template]), '选项')).flat()).toEqual(['类别', '广告', '物料']);
  });
});

test('a file of another program is read, with shared texts, dates and booleans', async () => {
  const sheet = [
    [{ value: '项目' }, { value: '项目' }],
    [
      { value: '广告', type: String },
      { value: 12000.5, type: Number },
    ],
    [
      { value: new Date('2026-11-05T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' },
      { value: true, type: Boolean },
    ],
  ];
  const blob = await writeByOther(sheet).toBlob();
  expect(cellsOf(new Uint8Array(await blob.arrayBuffer()))).toEqual([
    ['项目', '项目'],
    ['广告', '12000.5'],
    ['2026-11-05', 'TRUE'],
  ]);
});

describe('numbers', () => {
  test.each([
    ['1E-3', '0.001'],
    ['1.2345E+15', '1234500000000000'],
    ['0.30000000000000004', '0.3'],
    ['-0.00', '0'],
    ['120', '120'],
    ['007', '7'],
  ])('%s is %s', (stored, plain) => {
    expect(plainOf(stored)).toBe(plain);
  });

  test.each([
    ['0.85', 2, '85'],
    ['85', -2, '0.85'],
    ['-0.5', -2, '-0.005'],
    ['0', 2, '0'],
    ['12.345', 1, '123.45'],
  ])('%s moved by %i is %s', (plain, by, moved) => {
    expect(movePoint(plain, by)).toBe(moved);
  });

  test.each([
    ['46331', false, '2026-11-05'],
    ['46331.5', false, '2026-11-05 12:00'],
    ['0.354166667', false, '08:30'],
    ['44869', true, '2026-11-05'],
    ['1e99', false, '1e99'],
  ])('day %s (since 1904: %s) is %s', (serial, since1904, date) => {
    expect(dateTextOf(serial, since1904)).toBe(date);
  });
});

describe('a hostile file', () => {
  const parts = (more: Readonly<Record<string, Uint8Array>>) => ({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><sheetData><row><c t="str"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>',
    ),
    ...more,
  });
  const zip = (more: Readonly<Record<string, Uint8Array>>) => zipSync(parts(more));
  const nothing = new Uint8Array(0);

  test('without anything hostile is read: the result of a formula, and not the formula', () => {
    expect(cellsOf(zip({}))).toEqual([['2']]);
  });

  test.each([
    ['that unfolds to a hundred times its size', { 'xl/media/a.bin': new Uint8Array(20_000_000) }, 'unsafe'],
    ['with a name that leaves the folder', { '../../evil.xml': nothing }, 'unsafe'],
    ['with an absolute name', { '/etc/passwd': nothing }, 'unsafe'],
    ['with a backslash in a name', { 'xl\\..\\a': nothing }, 'unsafe'],
    [
      'with a document type',
      { 'xl/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>') },
      'unsafe',
    ],
    [
      'with a sheet somewhere else',
      {
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="rId1" Target="http://x" TargetMode="External"/></Relationships>',
        ),
      },
      'unsafe',
    ],
    [
      'of a thousand and one entries',
      Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`a${index}`, nothing])),
      'too-big',
    ],
    ['without its sheet', { 'xl/_rels/workbook.xml.rels': strToU8('<Relationships/>') }, 'not-a-sheet'],
    ['that is not UTF-8', { 'xl/styles.xml': new Uint8Array([0xff, 0xfe, 0x3c, 0]) }, 'not-a-sheet'],
    [
      'of more than 100,000 cells',
      {
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet><sheetData>${Array.from({ length: 100_001 }, (_, index) => `<row r="${index + 1}"><c><v>${index * 7919}</v></c></row>`).join('')}</sheetData></worksheet>`,
        ),
      },
      'too-big',
    ],
    [
      'of more than 100,000 shared texts',
      {
        'xl/sharedStrings.xml': strToU8(
          `<sst>${Array.from({ length: 100_001 }, (_, index) => `<si><t>${index * 7919}</t></si>`).join('')}</sst>`,
        ),
      },
      'too-big',
    ],
  ] as const)('%s is not read', (_, more, fault) => {
    const bytes = zip(more);
    const started = process.cpuUsage();
    expect(faultOf(bytes)).toBe(fault);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000, 'milliseconds').toBeLessThan(1000);
  });

  test('that announces less than it holds is not given more room than it announced', () => {
    const honest = zipSync(parts({ 'xl/styles.xml': new Uint8Array(5_000_000).fill(32) }), { level: 0 });
    const bytes = zipSync(parts({ 'xl/styles.xml': new Uint8Array(5_000_000).fill(32) }));
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 28; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 5_000_000)
        view.setUint32(at + 24, 100, true);
    }
    expect(faultOf(honest)).toBe('read');
    expect(['read', 'not-a-sheet']).toContain(faultOf(bytes));
  });

  test.each([
    ['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old-format'],
    ['a truncated archive', zip({}).slice(0, 90), 'not-a-sheet'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'not-a-sheet'],
    ['an empty file', new Uint8Array(0), 'empty'],
    ['more than 20 megabytes', new Uint8Array(20 * 1024 * 1024 + 1), 'too-big'],
  ] as const)('%s is refused', (_, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });

  test('a column that no form has is left unread', () => {
    const sheet =
      '<worksheet><sheetData><row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData></worksheet>';
    expect(cellsOf(zip({ 'xl/worksheets/sheet1.xml': strToU8(sheet) }))).toEqual([['1']]);
  });
});

describe('a CSV file', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode('\uFEFF项目,金额\n广告,12\n')],
    [
      'GB18030',
      new Uint8Array([
        0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xb9, 0xe3, 0xb8, 0xe6, 0x2c, 0x31, 0x32,
      ]),
    ],
    [
      'UTF-16',
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from([...'项目\t金额\n广告\t12'].map((sign) => sign.charCodeAt(0))).buffer),
      ]),
    ],
  ])('in %s is read', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual([
      ['项目', '金额'],
      ['广告', '12'],
    ]);
  });

  test('in Big5 is read where Big5 is what spreadsheets write', () => {
    const read = readSheet(new Uint8Array([0xb6, 0xb5, 0xa5, 0xd8, 0x2c, 0x31]), 'zh-TW');
    expect(read.ok && read.value[0]?.cells).toEqual(['項目', '1']);
  });

  test('keeps the numbers of its rows past empty ones, and loses the marks against formulas', () => {
    const read = readSheet(new TextEncoder().encode("项目\n\n'=1+1\n"), 'zh-CN');
    expect(read.ok && read.value).toEqual([
      { number: 1, cells: ['项目'] },
      { number: 3, cells: ['=1+1'] },
    ]);
  });
});
