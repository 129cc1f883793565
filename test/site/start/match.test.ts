import { describe, expect, test } from 'vitest';
import { matches } from '../../../site/src/start/match.ts';

const areas = [{ id: 'supervision', title: { 'zh-CN': '方案审批与执行监控', en: 'Campaign supervision' } }];
const approval = {
  id: 'campaign-approval',
  version: 1,
  title: { 'zh-CN': '营销方案审核与审批', 'zh-TW': '營銷方案審核與審批', en: 'Campaign plan review and approval' },
  help: '先审后批',
  area: 'supervision',
  mayStart: true,
};

describe('the search for a process', () => {
  test.each(['营销', '營銷', 'PLAN', 'review campaign', '先审', '执行监控', 'ｃａｍｐａｉｇｎ', 'campaign-app'])(
    'finds it by %s',
    (search) => {
      expect(matches(approval, areas, search)).toBe(true);
    },
  );

  test.each(['预算', 'plan budget', '营销 x'])('does not find it by %s', (search) => {
    expect(matches(approval, areas, search)).toBe(false);
  });
});
