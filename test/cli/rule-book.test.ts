import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import { coverageOf } from '../../cli/src/coverage.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { main } from '../../cli/src/main.ts';

const BASE = 'test/fixtures/definitions/base';
const folder = mkdtempSync(join(tmpdir(), 'formloop-book-'));
afterAll(() => rmSync(folder, { recursive: true }));

const words = '{ zh-CN: 甲, zh-TW: 甲, en: A }';
const clauses = `format: clauses/v1
id: clauses
documents: [{ id: '001', letter: B, title: ${words} }]
clauses:
  - { id: B1, document: '001', heading: ${words}, text: ${words}, covers: [{ by: { process: request }, because: ${words} }] }
`;
const links = `format: links/v1
id: links
links: [{ from: request, starts: follow, when: ${words} }]
loops: [{ id: L1, title: ${words}, rhythm: week, closed: ${words}, walks: [[request, follow]] }]
`;

const sentBack = `
  - title: 退回、逾期、否决
    clock: 2026-03-02T09:00
    do:
      - { by: u1, start: true, use: small }
      - { by: u2, return: first, to: draft, opinion: 请写明用途。 }
      - { by: u1, submit: draft }
      - { wait: 2026-03-05T09:00 }
      - { by: u2, reject: first, opinion: 用途不明。 }
      - expect: { status: rejected }
`;

function definitionsOf(files: readonly { readonly name: string; readonly text: string | undefined }[]) {
  const { definitions, problems } = checkFiles(files);
  if (definitions === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return definitions;
}

describe('coverage', () => {
  const base = readFolder(BASE);
  const whole = [...base, { name: 'clauses.yaml', text: clauses }, { name: 'links.yaml', text: links }];

  test('counts clauses, links, loops, and the steps that stories reach', () => {
    const { clauses: carried, links: linked, loops, steps } = coverageOf(definitionsOf(whole));
    expect([carried, linked, loops]).toEqual(Array(3).fill({ covered: 1, all: 1, missing: [] }));
    expect(steps.missing).toContain('request second');
    expect(steps.covered).toBe(steps.all - steps.missing.length);
  });

  test('names the branches that no story takes, and what could be sent back, rejected or late and never is', () => {
    const { branches, returns, rejections, overdue } = coverageOf(definitionsOf(whole));
    expect(branches).toEqual({ covered: 1, all: 2, missing: ['request route 1'] });
    expect([returns, rejections]).toEqual(Array(2).fill({ covered: 0, all: 1, missing: ['request'] }));
    expect(overdue).toEqual({ covered: 0, all: 0, missing: [] });
  });

  test('counts what stories send back, reject and let run late', () => {
    const late = whole.map((file) =>
      file.name.endsWith('request.yaml')
        ? { ...file, text: file.text?.replace('due: 2wd\n', 'due: 2wd\n      overdue: [{ remind: true }]\n') }
        : file.name.endsWith('request.test.yaml')
          ? { ...file, text: `${file.text?.trimEnd()}\n${sentBack}` }
          : file,
    );
    const { returns, rejections, overdue } = coverageOf(definitionsOf(late));
    expect([returns, rejections, overdue]).toEqual(Array(3).fill({ covered: 1, all: 1, missing: [] }));
  });

  test('names a step that no story reaches any more', () => {
    const shorter = whole.filter(({ name }) => !name.endsWith('.test.yaml'));
    expect(coverageOf(definitionsOf(shorter)).steps).toMatchObject({ covered: 0 });
  });
});

describe('book', () => {
  const lines: string[] = [];
  beforeAll(() => {
    writeFileSync(join(folder, 'nothing'), '');
    expect(main(['book', BASE, folder, '--locale', 'en'], (line) => lines.push(line))).toBe(0);
  });

  test('has contents, a page for each area and the posts', () => {
    expect(readdirSync(folder).toSorted()).toEqual(['README.md', 'nothing', 'office.md', 'posts.md']);
    expect(lines).toEqual([`Rule book written to ${folder}: 3 pages`]);
  });

  test('says who does what by when, what is filled in and what is recorded', () => {
    const page = readFileSync(join(folder, 'office.md'), 'utf8');
    expect(page).toContain('| Review (Decide and fill in “');
    expect(page).toContain('| 2 working days | Draft |');
    expect(page).toMatch(/Written to: .*Items/);
    expect(page).toMatch(/Starts: .*Follow/);
  });
});
