import type { SeatView, StepNode } from '../../../schemas/generated/api.ts';
import type { Catalogue } from './locale.ts';

export const nodeStateWords: Catalogue<Record<StepNode['state'], string>> = {
  'zh-CN': { done: '已办', open: '办理中', ahead: '未到', skipped: '不经过' },
  'zh-TW': { done: '已辦', open: '辦理中', ahead: '未到', skipped: '不經過' },
  en: { done: 'done', open: 'in progress', ahead: 'ahead', skipped: 'skipped' },
};

export const seatWords: Catalogue<Record<SeatView['status'], string>> = {
  'zh-CN': {
    open: '待办',
    waiting: '等前面的人办完',
    agreed: '已同意',
    submitted: '已提交',
    rejected: '已驳回',
    returned: '已退回',
    cancelled: '已取消',
    moved: '已转办',
    expected: '预计',
    abstained: '已弃权',
    held: '他人已认领',
    superseded: '已作废，重新办理',
    advised: '已提供意见',
  },
  'zh-TW': {
    open: '待辦',
    waiting: '等前面的人辦完',
    agreed: '已同意',
    submitted: '已提交',
    rejected: '已駁回',
    returned: '已退回',
    cancelled: '已取消',
    moved: '已轉辦',
    expected: '預計',
    abstained: '已棄權',
    held: '他人已認領',
    superseded: '已作廢，重新辦理',
    advised: '已提供意見',
  },
  en: {
    open: 'to do',
    waiting: 'waits for those before',
    agreed: 'agreed',
    submitted: 'submitted',
    rejected: 'rejected',
    returned: 'returned',
    cancelled: 'cancelled',
    moved: 'transferred',
    expected: 'expected',
    abstained: 'abstained',
    held: 'claimed by somebody else',
    superseded: 'void, asked again',
    advised: 'gave advice',
  },
};
