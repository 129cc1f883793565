import { describe, expect, test } from 'vitest';
import type { TableRulesView } from '../../../schemas/generated/api.ts';
import type { DecisionTableDocument } from '../../../schemas/generated/table.ts';
import { findingText, ruleText, type Speech } from '../../../site/src/rules/cell-text.ts';
import { differences } from '../../../site/src/rules/difference.ts';
import { draftOf, moved, rulesOf } from '../../../site/src/rules/draft.ts';

/** The key of the results; an object with it written out looks like a promise. */
const THEN = 'then';
const rule = (amount: string, kind: string, level: string) => ({ when: { amount, kind }, [THEN]: { level } });
const table: DecisionTableDocument = {
  format: 'table/v1',
  id: 'a',
  title: 'a',
  hit: 'unique',
  inputs: { amount: { type: 'money', title: '金额' }, kind: { type: 'choice', title: '类型', list: 'kinds' } },
  outputs: { level: { type: 'choice', title: '批准', list: 'levels' } },
  rules: [rule('<= 10', 'gift', 'head'), rule('> 10', '-', 'board')],
  tests: [{ given: { amount: 5, kind: 'gift' }, expect: { level: 'head' } }],
};
const speech: Speech = {
  table,
  lists: {
    kinds: [{ id: 'gift', title: '礼品' }],
    levels: [
      { id: 'head', title: '负责人' },
      { id: 'board', title: '董事会' },
    ],
  },
  posts: {},
  locale: 'zh-CN',
};
const rules: TableRulesView = { rules: table.rules, tests: table.tests ?? [] };

describe('a table under edit', () => {
  test('that nobody changes is written back as it was, kinds of cells included', () => {
    expect(rulesOf(draftOf(rules))).toEqual(rules);
  });

  test('moves a rule by one place and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });
});

describe('what is said of a table', () => {
  test('names columns and options by their titles and leaves out what may be anything', () => {
    expect(table.rules.map((each) => ruleText(each, speech))).toEqual([
      '金额 <= 10, 类型 礼品 → 批准 负责人',
      '金额 > 10 → 批准 董事会',
    ]);
  });

  test('names the place of a gap and what an example says instead', () => {
    const finding = { severity: 'error', path: [] } as const;
    const gap = {
      ...finding,
      path: ['rules'],
      code: 'table-without-answer',
      params: { case: 'amount > 5, kind = gift' },
    };
    const fails = { name: 'level', expected: 'head', actual: 'board' };
    expect(findingText(gap, speech)).toBe('没有规则适用：金额 > 5, 类型 礼品');
    expect(findingText({ ...finding, path: [], code: 'table-test-fails', params: fails }, speech)).toBe(
      '例子的“批准”应为 负责人，现在是 董事会。',
    );
  });
});

describe('the differences of two editions', () => {
  const [first, second] = table.rules;
  if (first === undefined || second === undefined) throw new Error('the table has two rules');

  test('are none between the same', () => {
    expect(differences(rules, rules, speech)).toEqual([]);
  });

  test('say a changed rule, one that came and one that went', () => {
    const changed = { ...rules, rules: [rule('<= 20', 'gift', 'head'), second] };
    expect(differences(rules, changed, speech)).toEqual([
      '改为：金额 <= 10, 类型 礼品 → 批准 负责人 ⇒ 金额 <= 20, 类型 礼品 → 批准 负责人',
    ]);
    expect(differences(rules, { ...rules, rules: [second] }, speech)).toEqual([
      '删去：金额 <= 10, 类型 礼品 → 批准 负责人',
    ]);
    expect(differences({ ...rules, rules: [second] }, rules, speech)).toEqual([
      '新增：金额 <= 10, 类型 礼品 → 批准 负责人',
    ]);
  });

  test('say that rules changed places, and which examples and defaults came', () => {
    expect(differences(rules, { ...rules, rules: [second, first] }, speech)).toEqual(['规则的次序变了']);
    expect(differences({ rules: rules.rules }, { ...rules, default: { level: 'board' } }, speech)).toEqual([
      '新增：都不适用时 → 批准 董事会',
      '新增：例子：金额 5, 类型 礼品 → 批准 负责人',
    ]);
  });
});
