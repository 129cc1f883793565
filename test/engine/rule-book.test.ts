import { describe, expect, test } from 'vitest';
import type { WorkspaceDocuments } from '../../engine/definition/workspace.ts';
import { checkLinks } from '../../engine/rule-book/check.ts';
import { clauseCoverage } from '../../engine/rule-book/clauses.ts';
import { judgeLinks, judgeLoops } from '../../engine/rule-book/links.ts';
import type { ClausesDocument } from '../../schemas/generated/clauses.ts';
import type { LinksDocument } from '../../schemas/generated/links.ts';
import type { Field, ProcessDocument, StepEntry } from '../../schemas/generated/process.ts';

const words = { 'zh-CN': '甲', 'zh-TW': '甲', en: 'A' };

type Parts = {
  readonly fields?: Readonly<Record<string, Field>>;
  readonly steps?: readonly StepEntry[];
  readonly more?: Partial<ProcessDocument>;
};

const process = (id: string, { fields = {}, steps = [], more = {} }: Parts = {}): ProcessDocument => ({
  format: 'process/v1',
  id,
  title: words,
  area: 'office',
  number: { format: '{seq:4}', reset: 'never' },
  subject: 'form.name',
  calendar: 'plain',
  roles: { starter: { starter: true } },
  rules: { nobody: { to: { post: 'admin' } }, self: 'allow', repeat: 'ask' },
  forms: { form: { title: words, fields: { name: { type: 'text', title: words }, ...fields } } },
  steps: [{ draft: { fill: 'form', by: 'starter', title: words, clause: 'B1' } }, ...steps],
  ...more,
});

const documents = (...all: readonly ProcessDocument[]) => Object.fromEntries(all.map((each) => [each.id, each]));
const links = (
  ...all: readonly { from: string; starts?: string; feeds?: string; returns?: string }[]
): LinksDocument => ({
  format: 'links/v1',
  id: 'links',
  links: all.map((link) => ({ ...link, when: words })),
  loops: [],
});

const start = (id: string, more: object = {}): StepEntry => ({
  [`start-${id}`]: { start: id, as: 'starter', ...more },
});
const lookup: Field = { type: 'text', title: words, lookup: { ledger: 'stock', key: 'form.name', column: 'name' } };
const insert: StepEntry = { enter: { ledger: 'stock', insert: { name: 'form.name' } } };
const pointing: Field = { type: 'reference', title: words, to: { process: 'a' } };

describe('a link is carried', () => {
  const way = (from: Parts, to: Parts, kind: 'starts' | 'feeds' | 'returns') =>
    judgeLinks(links({ from: 'a', [kind]: 'b' }), documents(process('a', from), process('b', to)))[0]?.way;

  test('by a step that starts the other process, wherever it stands', () => {
    const inBranch: StepEntry = { choice: { choose: [{ when: 'true', steps: [start('b')] }, { else: [] }] } };
    expect(way({ steps: [start('b')] }, {}, 'starts')).toBe('start');
    expect(way({ steps: [inBranch] }, {}, 'starts')).toBe('start');
    expect(way({}, {}, 'starts')).toBeUndefined();
  });

  test('by rows that one writes and that open cases of the other', () => {
    const triggers = [{ ledger: 'stock', when: 'true', as: { post: 'admin' } }] as const;
    expect(way({ steps: [insert] }, { more: { triggers: [...triggers] } }, 'starts')).toBe('rows');
    expect(way({}, { more: { triggers: [...triggers] } }, 'starts')).toBeUndefined();
  });

  test('by the archive, which one goes to and the other reads', () => {
    const archive = { class: 'paper', keep: '5y' };
    const reading: Field = {
      type: 'text',
      title: words,
      lookup: { ledger: 'archive', key: 'form.name', column: 'title' },
    };
    expect(way({ more: { archive } }, { fields: { reading } }, 'starts')).toBe('archive');
    expect(way({ more: { archive } }, {}, 'starts')).toBeUndefined();
  });

  test('by a field that points there, a ledger that both use, or values that are handed over', () => {
    expect(way({}, { fields: { of: pointing } }, 'feeds')).toBe('reference');
    expect(way({ steps: [insert] }, { fields: { looked: lookup } }, 'feeds')).toBe('ledger');
    expect(way({ steps: [start('b', { with: { 'form.name': 'form.name' } })] }, {}, 'feeds')).toBe('values');
    expect(way({ steps: [start('b')] }, {}, 'feeds')).toBeUndefined();
  });

  test('back by what a started case returns', () => {
    expect(way({}, { steps: [start('a', { wait: true })] }, 'returns')).toBe('result');
    expect(way({}, { steps: [start('a')] }, 'returns')).toBeUndefined();
  });

  test('also through a process of its own that no link names', () => {
    const found = judgeLinks(
      links({ from: 'a', starts: 'b' }),
      documents(process('a', { steps: [start('helper')] }), process('helper', { steps: [start('b')] }), process('b')),
    );
    expect(found[0]?.way).toBe('start');
  });

  test('by nothing when one of the two is not there', () => {
    expect(judgeLinks(links({ from: 'a', starts: 'ghost' }), documents(process('a')))[0]?.way).toBeUndefined();
  });
});

test('a loop is broken where nothing carries it on', () => {
  const document: LinksDocument = {
    ...links({ from: 'a', starts: 'b' }, { from: 'b', starts: 'a' }),
    loops: [{ id: 'L1', title: words, rhythm: 'week', closed: words, walks: [['a', 'b', 'a']] }],
  };
  const half = documents(process('a', { steps: [start('b')] }), process('b'));
  const whole = documents(process('a', { steps: [start('b')] }), process('b', { steps: [start('a')] }));
  expect(judgeLoops(document, half)).toEqual([{ id: 'L1', broken: [['b', 'a']] }]);
  expect(judgeLoops(document, whole)).toEqual([{ id: 'L1', broken: [] }]);
});

test('a clause is covered by steps, by processes that name it without a step, and by what it says itself', () => {
  const clause = (id: string) => ({ id, document: '001', heading: words, text: words });
  const cover = { by: { nothing: true as const }, because: words };
  const clauses: ClausesDocument = {
    format: 'clauses/v1',
    id: 'clauses',
    documents: [{ id: '001', letter: 'B', title: words }],
    clauses: [clause('B1'), clause('B2'), { ...clause('B3'), covers: [cover] }, clause('B4')],
  };
  const source = ['B1', 'B2'].map((each) => ({ document: '001', clause: each }));
  const covered = clauseCoverage(clauses, documents(process('a', { more: { source } })));
  expect(covered.map(({ elements }) => elements)).toEqual([
    [{ process: 'a', step: 'draft' }],
    [{ process: 'a' }],
    [{ cover }],
    [],
  ]);
});

test('a board among the reports names posts and an area that are there', () => {
  const report = { number: 'R30', title: words, area: 'nowhere', readers: [{ post: 'boss' }, { post: 'ghost' }] };
  const organisation = { posts: { boss: { title: words } } };
  const workspace = { organisation, areas: { areas: [{ id: 'office', title: words }] } };
  const document = { ...links(), report };
  const findings = checkLinks({ ...workspace, links: document } as unknown as WorkspaceDocuments, documents());
  expect(findings.map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['unknown-area', 'report.area'],
    ['unknown-post', 'report.readers.1.post'],
  ]);
});
