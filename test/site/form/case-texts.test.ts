import { describe, expect, test } from 'vitest';
import { unitTree } from '../../../fields/unit/tree.ts';
import type { EntryView, FormView, PeopleView } from '../../../schemas/generated/api.ts';
import { type ActInput, commandOf, emptyInput, missingIn } from '../../../site/src/case/act-input.ts';
import type { Act } from '../../../site/src/case/actions.ts';
import { changeLines } from '../../../site/src/case/changes.ts';
import { consequencesOf } from '../../../site/src/case/consequences.ts';
import { durationText } from '../../../site/src/case/duration-text.ts';
import { namesOf } from '../../../site/src/case/names.ts';
import { reasonLines } from '../../../site/src/case/reason-text.ts';
import { createDirectory } from '../../../site/src/form/directory.ts';
import { caseWords } from '../../../site/src/i18n/case.ts';
import { plan } from './plan-form.ts';

await caseWords.load('zh-CN');

const people: PeopleView = {
  u02: {
    id: 'u02',
    name: '林若川',
    posts: [{ post: 'president', title: '总裁', unit: 'mgmt', unitTitle: '公司管理层' }],
  },
  u08: { id: 'u08', name: '罗子墨', posts: [] },
};
const directory = createDirectory(
  { get: async () => ({ ok: false, problem: { type: '', status: 0, code: 'offline' } }) },
  {},
);
const forms: readonly FormView[] = [plan];
const names = namesOf({ people, forms, steps: {}, directory }, 'zh-CN');

describe('why somebody is asked', () => {
  test('names the row of the decision table, what it was asked and what it answered', () => {
    const params = { table: 'authority', row: '2', amount: '300000', post: 'president' };
    expect(reasonLines({ rule: 'table', params }, names)).toEqual(['审批权限表第 2 行（300,000 → 总裁）']);
  });

  test('tells the whole way when a rule led to another', () => {
    const lines = reasonLines(
      {
        rule: 'self',
        params: { person: 'u08' },
        because: [
          { rule: 'manager-of', params: { person: 'u08' } },
          { rule: 'post', params: { post: 'president' } },
        ],
      },
      names,
    );
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('罗子墨 的直接上级');
    expect(lines[2]).toContain('总裁');
  });

  test('calls a field by its title', () => {
    expect(reasonLines({ rule: 'field', params: { field: 'plan.budget.item' } }, names)).toEqual([
      '表单“预算 · 项目”中指定',
    ]);
  });
});

describe('what followed from an entry', () => {
  const entry = (...events: EntryView['events']): EntryView => ({
    seq: 2,
    at: '2026-11-02T01:00:00.000Z',
    by: 'u08',
    what: '',
    changes: [],
    hash: '',
    previous: '',
    events,
  });
  const lines = (...events: EntryView['events']) => consequencesOf(entry(...events), names, 'Asia/Shanghai');

  test('says who was added and how, and that the deadline stands still', () => {
    const added = { step: 'check', place: 'before', seats: [{ id: 4, person: 'u02' }] };
    expect(lines({ type: 'SignersAdded', data: added }, { type: 'ClockStopped', data: { step: 'check' } })).toEqual([
      '加签·先看：林若川',
      '“check”的期限暂停',
    ]);
  });

  test('says who decides again and because of which fields, to those who see them', () => {
    const seats = [{ was: 2, seat: { id: 5, person: 'u02' } }];
    expect(lines({ type: 'SeatsReopened', data: { step: 'check', seats, changed: ['plan.name'] } })[0]).toContain(
      '主题',
    );
    expect(lines({ type: 'SeatsReopened', data: { step: 'check', seats, changed: [] } })).toEqual([
      '“check”所见内容有改动，请 林若川 重新确认',
    ]);
  });

  test('says what an administrator passed by', () => {
    const data = { to: 'last', passed: ['check'], reset: [], cancelled: [2] };
    expect(lines({ type: 'CaseJumped', data })).toEqual(['跳转到“last”', '跳过，无人决定：check', '同时取消 1 个待办']);
  });
});

describe('what an entry changed', () => {
  const before = [
    { _row: 'r1', item: '物料', quantity: '1' },
    { _row: 'r2', item: '赠品' },
  ];
  const after = [
    { _row: 'r3', item: '广告' },
    { _row: 'r1', item: '物料', quantity: '2' },
  ];

  test('is told cell by cell for rows that stayed, and as a whole for rows that came or went', () => {
    const lines = changeLines([{ path: '/plan/budget', field: 'plan.budget', before, after }], forms, 'zh-CN');
    expect(lines.map(({ title }) => title)).toEqual([
      '预算 · 删除第 2 行',
      '预算 · 新增第 1 行',
      '预算 第 2 行 · 数量',
    ]);
    expect(lines[2]).toMatchObject({ before: '1', after: '2' });
  });

  test('is nothing when a row only moved', () => {
    const moved = { path: '/plan/budget', field: 'plan.budget', before, after: before.toReversed() };
    expect(changeLines([moved], forms, 'zh-CN')).toEqual([]);
  });
});

test.each([
  ['2wd', '2 个工作日'],
  ['monday 18:00', '周一 18:00 前'],
  ['friday', '周五 前'],
  ['soon', 'soon'],
])('%s is %s', (duration, words) => {
  expect(durationText(duration, 'zh-CN')).toBe(words);
});

const filled = { values: {}, base: 3 };

describe('an action', () => {
  test('asks for what it needs', () => {
    const missing = (act: Act, input: Partial<ActInput> = {}) => missingIn(act, { ...emptyInput, ...input }, undefined);
    expect(missing('agree')).toEqual([]);
    expect(missing('return')).toEqual(['step-back', 'opinion']);
    expect(missing('reject', { opinion: '  ' })).toEqual(['opinion']);
    expect(missing('claim')).toEqual([]);
    expect(missing('urge')).toEqual([]);
    expect(missing('addSigners', { opinion: '请看' })).toEqual(['people']);
    expect(missing('reassign', { opinion: '在外', to: 'u02' })).toEqual(['seat']);
    expect(missing('changeDue', { opinion: '放假', step: 'check' })).toEqual(['due']);
  });

  test('names the seat it is about', () => {
    const input = { ...emptyInput, seat: 'check 4', to: 'u02', opinion: '在外' };
    expect(commandOf('reassign', undefined, input, filled)).toEqual({
      do: 'reassign',
      step: 'check',
      seat: 4,
      to: 'u02',
      opinion: '在外',
    });
  });

  test('sends values and an opinion only when there are any', () => {
    expect(commandOf('agree', undefined, { ...emptyInput, opinion: ' ' }, filled)).toEqual({
      do: 'agree',
      step: '',
      seen: '',
      base: 3,
    });
    expect(commandOf('withdraw', undefined, { ...emptyInput, opinion: '改', keep: false }, filled)).toEqual({
      do: 'withdraw',
      keep: false,
      opinion: '改',
    });
  });
});

test('units stand under the one they belong to; a unit whose parent is not listed stands at the top', () => {
  const units = [
    { id: 'east', title: '华东', parent: 'dmc' },
    { id: 'hq', title: '本部' },
    { id: 'dmc', title: '中心', parent: 'hq' },
    { id: 'x', title: '外部', parent: 'gone' },
  ];
  expect(unitTree(units).map(({ unit, depth }) => `${depth}${unit.id}`)).toEqual(['0hq', '1dmc', '2east', '0x']);
});
