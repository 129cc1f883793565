import { expect, test } from 'vitest';
import { periodName } from '../../../site/src/i18n/period-name.ts';

test.for([
  ['2026-W48', '2026 年第 48 周', '2026 年第 48 週', 'Week 48, 2026'],
  ['2026-W09', '2026 年第 9 周', '2026 年第 9 週', 'Week 9, 2026'],
  ['2026-11', '2026 年 11 月', '2026 年 11 月', 'November 2026'],
  ['2026-Q4', '2026 年第 4 季度', '2026 年第 4 季度', 'Q4 2026'],
  ['2026-H1', '2026 年上半年', '2026 年上半年', 'H1 2026'],
  ['2026-H2', '2026 年下半年', '2026 年下半年', 'H2 2026'],
  ['2026', '2026 年', '2026 年', '2026'],
] as const)('%s is said in three languages', ([id, simplified, traditional, english]) => {
  expect([periodName(id, 'zh-CN'), periodName(id, 'zh-TW'), periodName(id, 'en')]).toEqual([
    simplified,
    traditional,
    english,
  ]);
});
