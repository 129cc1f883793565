import { describe, expect, test } from 'vitest';
import { ruleSpeaker } from '../../engine/rule-book/said.ts';

const [chinese, traditional, english] = [ruleSpeaker('zh-CN'), ruleSpeaker('zh-TW'), ruleSpeaker('en')];

describe('a duty in words', () => {
  test('counts days from the ends of its period and from its working days', () => {
    expect(chinese.duty({ every: 'month', open: 'last + 1wd', due: 'last + 3wd 18:00' })).toBe(
      '例行职责：每月，期末日后 1 个工作日开放，期末日后 3 个工作日 18:00 到期',
    );
    expect(traditional.duty({ every: 'half-year', open: 'first', due: 'last - 5d' })).toBe(
      '例行職責：每半年，期初日開放，期末日前 5 天到期',
    );
    expect(english.duty({ every: 'week', open: 'workday 2', due: 'workday -1 17:30' })).toBe(
      'A duty of every week: opens on working day 2, due on working day 1 from the end at 17:30',
    );
    expect(english.duty({ every: 'week', open: 'first + 1d', due: 'first - 2wd' })).toBe(
      'A duty of every week: opens on 1 day after its first day, due on 2 working days before its first day',
    );
  });
});

test('a point of a period is said on its own; what is none stays as it is', () => {
  expect([chinese.point('first + 5d 18:00').trim(), english.point('last - 60d'), english.point('soon')]).toEqual([
    '期初日后 5 天 18:00',
    '60 days before its last day',
    'soon',
  ]);
});

describe('what a step says of itself', () => {
  test('lengths of time; what is none as it is', () => {
    expect(['2wd', '1d', '4wh', '10y', 'friday'].map((text) => english.length(text))).toEqual([
      '2 working days',
      '1 day',
      '4 working hours',
      '10 years',
      'friday',
    ]);
    expect(chinese.length('3y')).toBe('3 年');
  });

  test('who decides, and how several decide together', () => {
    const boss = { kind: 'managerOf', of: { kind: 'starter' } } as const;
    const post = { kind: 'post', post: { id: 'cfo', title: { 'zh-CN': '财务总监', en: 'CFO' } } } as const;
    expect(english.people({ kind: 'approve', who: boss })).toBe('line manager of whoever starts it');
    expect(chinese.people({ kind: 'approve', who: post, mode: 'all' })).toBe('财务总监 · 所有人同意');
    expect(english.people({ kind: 'approve', who: post, mode: '2/3' })).toBe('CFO · 2/3 of the votes');
    expect(english.people({ kind: 'copy', who: [boss, post] })).toBe('line manager of whoever starts it, CFO');
    const heads = [
      { kind: 'headOf', field: { 'zh-CN': '部门', en: 'Department' } } as const,
      { kind: 'headOf', unit: { 'zh-CN': '行政部', en: 'Office' } } as const,
    ];
    expect(heads.map((head) => [chinese.who(head), english.who(head)])).toEqual([
      ['“部门”的负责人', 'head of “Department”'],
      ['行政部负责人', 'head of Office'],
    ]);
    expect(english.who(undefined)).toBe('—');
  });

  test('what it does beside its title', () => {
    const process = { id: 'audit', title: { 'zh-CN': '审计', en: 'Audit' } };
    expect(english.doing({ kind: 'start', process, each: true, waits: true })).toBe(
      'Start “Audit”, one for each row, and wait until it has ended',
    );
    expect(chinese.doing({ kind: 'write', ledger: process })).toBe('登记“审计”');
    expect(chinese.doing({ kind: 'approve' })).toBe('');
    expect(chinese.doing({ kind: 'approve', form: '意见' })).toBe('审批，填写《意见》');
  });
});
