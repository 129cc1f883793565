import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import { main } from '../../cli/src/main.ts';
import { overlaid } from './overlay.ts';

const BASE = 'test/fixtures/definitions/base';
const scratch = mkdtempSync(join(tmpdir(), 'formloop-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function run(...argv: readonly string[]) {
  const lines: string[] = [];
  const code = main(argv, (line) => lines.push(line));
  return { code, lines };
}

/** A folder on disk with the files of a fixture over the base. */
function folderOf(fixture: string): string {
  const folder = mkdtempSync(join(scratch, `${fixture}-`));
  for (const { name, text = '' } of overlaid(fixture)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

describe('check', () => {
  test('says nothing but the count of a folder without findings, and ends with 0', () => {
    expect(run('check', BASE, '--locale', 'en')).toEqual({
      code: 0,
      lines: ['12 files checked: 0 errors, 0 warnings'],
    });
  });

  test('prints place, code, sentence and suggestion, and ends with 1', () => {
    const { code, lines } = run('check', folderOf('unknown-field'), '--locale', 'en');
    expect(code).toBe(1);
    expect(lines).toEqual([
      'office/request.yaml:70:47 unknown-field: There is no field “plan.lines.wat”. Did you mean “plan.lines.what”?',
      '12 files checked: 1 errors, 0 warnings',
    ]);
  });

  test('speaks zh-CN unless told otherwise', () => {
    const folder = folderOf('unknown-field');
    expect(run('check', folder).lines[0]).toContain('没有字段“plan.lines.wat”。是不是“plan.lines.what”？');
    expect(run('check', folder, '--locale', 'zh-TW').lines[0]).toContain(
      '沒有欄位「plan.lines.wat」。是不是「plan.lines.what」？',
    );
  });

  test('a warning alone does not fail', () => {
    const { code, lines } = run('check', folderOf('post-without-holder'), '--locale', 'en');
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe('12 files checked: 0 errors, 1 warnings');
  });

  test('gives the findings as JSON', () => {
    const { code, lines } = run('check', folderOf('unknown-role'), '--json', '--locale', 'en');
    expect(code).toBe(1);
    expect(JSON.parse(lines.join(''))).toEqual([
      {
        file: 'office/request.yaml',
        line: 70,
        column: 20,
        code: 'unknown-role',
        severity: 'error',
        params: { name: 'stater' },
        suggestion: 'starter',
        sentence: 'There is no role “stater”; define it under roles',
      },
    ]);
  });

  test('an unknown key does not hide what else is wrong with the file', () => {
    const files = overlaid('unknown-key').map((file) =>
      file.name === 'office/request.yaml'
        ? { ...file, text: file.text?.replace('copy: [starter]', 'copy: [nobody]') }
        : file,
    );
    expect(checkFiles(files).problems.map(({ code }) => code)).toEqual(['unknown-key', 'unknown-role']);
  });

  test('findings are sorted by file, line and column', () => {
    const places = checkFiles(overlaid('missing-translation-beside')).problems.map(({ file }) => file);
    expect(places).toEqual(places.toSorted());
    expect(places).toHaveLength(6);
  });
});

describe('misuse ends with 2', () => {
  test.for([
    [[]],
    [['check']],
    [['check', 'a', 'b']],
    [['cehck', BASE]],
    [['toString', BASE]],
    [['check', BASE, '--locale', 'fr']],
    [['check', BASE, '--what']],
    [['check', 'no/such/folder']],
    [['bundle', BASE]],
    [['explain', `${BASE}/office/other.yaml`]],
  ] as const)('%j', ([argv]) => {
    const { code, lines } = run(...argv);
    expect(code).toBe(2);
    expect(lines.join('\n')).not.toBe('');
  });
});

describe('bundle', () => {
  test('writes workspace, processes and opening rows with option lists written in', () => {
    const target = join(scratch, 'deep/er/definitions.json');
    expect(run('bundle', BASE, target, '--locale', 'en')).toEqual({
      code: 0,
      lines: [`${target} written: 2 processes`],
    });
    const bundle = JSON.parse(readFileSync(target, 'utf8'));
    expect(Object.keys(bundle)).toEqual(['workspace', 'processes', 'authoring', 'opening']);
    expect(Object.keys(bundle.workspace).toSorted()).toEqual([
      'areas',
      'calendars',
      'ledgers',
      'lists',
      'organisation',
      'reports',
      'settings',
      'tables',
    ]);
    expect(Object.keys(bundle.processes.request.document.forms.plan.fields).slice(0, 2)).toEqual(['name', 'kind']);
    expect(bundle.workspace.ledgers.items.columns.kind.options[0].id).toBe('big');
    expect(bundle.processes.request.document.forms.plan.fields.kind.options[1].id).toBe('small');
    expect(Object.keys(bundle.processes.request.foreign)).toEqual(['follow']);
    expect(bundle.opening.stock).toHaveLength(2);
  });

  test('gives the same text every time', () => {
    const [first, second] = ['a.json', 'b.json'].map((name) => join(scratch, name));
    for (const target of [first, second]) run('bundle', BASE, target ?? '');
    expect(readFileSync(first ?? '', 'utf8')).toBe(readFileSync(second ?? '', 'utf8'));
  });

  test('writes nothing while there are errors', () => {
    const target = join(scratch, 'none.json');
    const { code, lines } = run('bundle', folderOf('unknown-role'), target, '--locale', 'en');
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('There are errors; nothing was written');
    expect(() => readFileSync(target)).toThrow('ENOENT');
  });
});

describe('test', () => {
  test('plays the stories of a folder', () => {
    const { code, lines } = run('test', BASE, '--locale', 'en');
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe('1 scenarios passed, 0 failed');
  });

  test('shows what was expected and what came, and ends with 1', () => {
    const folder = folderOf('base');
    const story = join(folder, 'office/request.test.yaml');
    writeFileSync(story, readFileSync(story, 'utf8').replace("double: '40.00'", "double: '41.00'"));
    const { code, lines } = run('test', folder, '--locale', 'en');
    expect(code).toBe(1);
    expect(lines.slice(1)).toEqual([
      '    office/request.test.yaml:16 action 3, items.double: expected "41.00", got "40.00"',
      '0 scenarios passed, 1 failed',
    ]);
  });
});

describe('explain', () => {
  const { code, lines } = run('explain', `${BASE}/office/request.yaml`, '--locale', 'en');
  const text = lines.join('\n');

  test('draws the steps as a tree with people and deadlines', () => {
    expect(code).toBe(0);
    expect(text).toContain('  draft Draft — fills in “Plan”: starter (starter)');
    expect(text).toContain(
      '  first Review — approves: judge (post by table “authority”) · due 2wd · may return to draft',
    );
    expect(text).toContain("    when plan.kind == 'big'\n      second Second — approves: head (head of plan.unit)");
    expect(text).toContain('    otherwise');
  });

  test('says how votes are counted and what a deadline does', () => {
    const { lines: told } = run(
      'explain',
      join(folderOf('contradiction-fine'), 'office/request.yaml'),
      '--locale',
      'en',
    );
    expect(told.join('\n')).toContain('due 2wd · late: reminder · late by 1d: rejects by itself');
    expect(told.join('\n')).toContain('approves: chief (chief) · 66.7% of the votes');
  });

  test('lists who sees and who fills in each field', () => {
    expect(text).toMatch(/Field +draft +first +second/);
    expect(text).toMatch(/plan\.name +E +S +S/);
    expect(text).toMatch(/plan\.total +S +S +S/);
    expect(text).toMatch(/review\.opinion {2,}E +S/);
  });
});
