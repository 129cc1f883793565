import type { TaskCard } from '../../../schemas/generated/api.ts';
import { catalogue } from './locale.ts';

export const boxes = ['todo', 'started', 'done', 'copied', 'drafts'] as const;
export type Box = (typeof boxes)[number];

interface EmptyWords {
  readonly title: string;
  readonly text: string;
}
type Outcome = NonNullable<TaskCard['outcome']>;

const perBox = (words: Readonly<Record<Box, string>>) => words;
const perEmptyBox = (words: Readonly<Record<Box, EmptyWords>>) => words;
type Why = NonNullable<TaskCard['why']>;
const outcomes = (words: Readonly<Record<Outcome, string>>) => words;
/** What ended a task although its person did not decide. */
const ended = (words: Readonly<Record<Why, string>>) => words;

export const workbenchWords = catalogue({
  'zh-CN': {
    title: '工作台',
    greeting: (hour: number, name: string) => {
      if (hour < 6) return `${name}，夜深了`;
      if (hour < 12) return `${name}，上午好`;
      return hour < 18 ? `${name}，下午好` : `${name}，晚上好`;
    },
    boxes: perBox({ todo: '待办', started: '我发起的', done: '已办', copied: '抄送我的', drafts: '草稿' }),
    boxesLabel: '事项分类',
    empty: perEmptyBox({
      todo: { title: '待办都处理完了', text: '有新的单据轮到您时会出现在这里。要办理新事项，请从“发起”开始。' },
      started: { title: '您还没有发起过单据', text: '从“发起”选择一个流程，填写并提交后，可以在这里跟踪进度。' },
      done: { title: '还没有办理过的单据', text: '您提交、同意或退回过的单据会留在这里，方便回头查看。' },
      copied: { title: '没有抄送给您的单据', text: '同事把单据抄送给您时，会出现在这里，供您了解。' },
      drafts: { title: '没有草稿', text: '填写时内容会自动保存为草稿，没写完也可以放心离开。' },
    }),
    startNew: '发起流程',
    quickStart: '快速发起',
    allProcesses: '全部流程',
    waitingFor: '等待',
    startedBy: '发起人',
    since: (time: string) => `${time} 到达`,
    updated: (time: string) => `${time} 更新`,
    savedAt: (time: string) => `${time} 保存`,
    draft: '草稿',
    unread: '未读',
    copy: (name: string) => `复制“${name}”为新单据`,
    discard: '删除草稿',
    discardTitle: '删除这份草稿？',
    discardText: '已填写的内容会被删除，不能恢复。',
    keep: '保留草稿',
    actionFill: '填写',
    actionApprove: '审批',
    outcomes: outcomes({
      submitted: '我已提交',
      agreed: '我已同意',
      rejected: '我已驳回',
      returned: '我已退回',
      moved: '已转办',
      cancelled: '已由他人处理',
      waiting: '等待中',
      abstained: '我已弃权',
      advised: '我已给出意见',
      superseded: '我的决定已失效',
    }),
    ended: ended({
      'decided-any': '已由他人处理',
      'decided-all': '环节已办完',
      'votes-reached': '同意票已够，无需再表决',
      'handed-in': '已由他人提交',
      returned: '单据已被退回',
      rejected: '单据已被驳回',
      'branch-rejected': '该分支已被驳回',
      withdrawn: '发起人已撤回',
      voided: '单据已作废',
      terminated: '管理员已终止',
      jumped: '管理员已跳转',
      'taken-back': '上一环节已拿回',
      removed: '已被减签',
      reopened: '内容变更，重新审批',
      deadline: '到期自动处理',
    }),
    reminded: '被催办',
    pick: (subject: string) => `选择：${subject}`,
    picked: (n: number) => `已选 ${n} 项`,
    batchLabel: '批量办理',
    batchAgree: '同意',
    batchReject: '驳回',
    unpick: '取消选择',
  },
  'zh-TW': {
    title: '工作台',
    greeting: (hour: number, name: string) => {
      if (hour < 6) return `${name}，夜深了`;
      if (hour < 12) return `${name}，早安`;
      return hour < 18 ? `${name}，午安` : `${name}，晚安`;
    },
    boxes: perBox({ todo: '待辦', started: '我發起的', done: '已辦', copied: '抄送我的', drafts: '草稿' }),
    boxesLabel: '事項分類',
    empty: perEmptyBox({
      todo: { title: '待辦都處理完了', text: '有新的單據輪到您時會出現在這裡。要辦理新事項，請從「發起」開始。' },
      started: { title: '您還沒有發起過單據', text: '從「發起」選擇一個流程，填寫並提交後，可以在這裡追蹤進度。' },
      done: { title: '還沒有辦理過的單據', text: '您提交、同意或退回過的單據會留在這裡，方便回頭查看。' },
      copied: { title: '沒有抄送給您的單據', text: '同事把單據抄送給您時，會出現在這裡，供您了解。' },
      drafts: { title: '沒有草稿', text: '填寫時內容會自動儲存為草稿，沒寫完也可以放心離開。' },
    }),
    startNew: '發起流程',
    quickStart: '快速發起',
    allProcesses: '全部流程',
    waitingFor: '等待',
    startedBy: '發起人',
    since: (time: string) => `${time} 到達`,
    updated: (time: string) => `${time} 更新`,
    savedAt: (time: string) => `${time} 儲存`,
    draft: '草稿',
    unread: '未讀',
    copy: (name: string) => `複製「${name}」為新單據`,
    discard: '刪除草稿',
    discardTitle: '刪除這份草稿？',
    discardText: '已填寫的內容會被刪除，不能恢復。',
    keep: '保留草稿',
    actionFill: '填寫',
    actionApprove: '審批',
    outcomes: outcomes({
      submitted: '我已提交',
      agreed: '我已同意',
      rejected: '我已駁回',
      returned: '我已退回',
      moved: '已轉辦',
      cancelled: '已由他人處理',
      waiting: '等待中',
      abstained: '我已棄權',
      advised: '我已給出意見',
      superseded: '我的決定已失效',
    }),
    ended: ended({
      'decided-any': '已由他人處理',
      'decided-all': '環節已辦完',
      'votes-reached': '同意票已夠，無需再表決',
      'handed-in': '已由他人提交',
      returned: '單據已被退回',
      rejected: '單據已被駁回',
      'branch-rejected': '該分支已被駁回',
      withdrawn: '發起人已撤回',
      voided: '單據已作廢',
      terminated: '管理員已終止',
      jumped: '管理員已跳轉',
      'taken-back': '上一環節已拿回',
      removed: '已被減簽',
      reopened: '內容變更，重新審批',
      deadline: '到期自動處理',
    }),
    reminded: '被催辦',
    pick: (subject: string) => `選擇：${subject}`,
    picked: (n: number) => `已選 ${n} 項`,
    batchLabel: '批次辦理',
    batchAgree: '同意',
    batchReject: '駁回',
    unpick: '取消選擇',
  },
  en: {
    title: 'Workbench',
    greeting: (hour: number, name: string) => {
      if (hour < 6) return `Still up, ${name}?`;
      if (hour < 12) return `Good morning, ${name}`;
      return hour < 18 ? `Good afternoon, ${name}` : `Good evening, ${name}`;
    },
    boxes: perBox({ todo: 'To do', started: 'Started', done: 'Done', copied: 'Copied to me', drafts: 'Drafts' }),
    boxesLabel: 'Boxes',
    empty: perEmptyBox({
      todo: { title: 'All done', text: 'Cases appear here when it is your turn. To begin something new, go to Start.' },
      started: {
        title: 'You have not started a case yet',
        text: 'Choose a process under Start; follow its progress here.',
      },
      done: {
        title: 'Nothing handled yet',
        text: 'Cases you submitted, agreed to or returned stay here to look back at.',
      },
      copied: {
        title: 'Nothing copied to you',
        text: 'Cases that colleagues copy to you appear here for your information.',
      },
      drafts: {
        title: 'No drafts',
        text: 'What you fill in is saved as a draft by itself, so you can leave half-way.',
      },
    }),
    startNew: 'Start a process',
    quickStart: 'Quick start',
    allProcesses: 'All processes',
    waitingFor: 'Waiting for',
    startedBy: 'Started by',
    since: (time: string) => `arrived ${time}`,
    updated: (time: string) => `updated ${time}`,
    savedAt: (time: string) => `saved ${time}`,
    draft: 'Draft',
    unread: 'unread',
    copy: (name: string) => `Copy “${name}” as a new case`,
    discard: 'Delete draft',
    discardTitle: 'Delete this draft?',
    discardText: 'What you filled in is deleted and cannot be brought back.',
    keep: 'Keep the draft',
    actionFill: 'Fill in',
    actionApprove: 'Decide',
    outcomes: outcomes({
      submitted: 'I submitted',
      agreed: 'I agreed',
      rejected: 'I rejected',
      returned: 'I returned it',
      moved: 'Transferred',
      cancelled: 'Handled by others',
      waiting: 'Waiting',
      abstained: 'I abstained',
      advised: 'I gave advice',
      superseded: 'My decision no longer counts',
    }),
    ended: ended({
      'decided-any': 'Handled by others',
      'decided-all': 'The step is done',
      'votes-reached': 'Enough votes, yours is not needed',
      'handed-in': 'Submitted by others',
      returned: 'The case was returned',
      rejected: 'The case was rejected',
      'branch-rejected': 'This branch was rejected',
      withdrawn: 'Withdrawn by the starter',
      voided: 'The case is void',
      terminated: 'Ended by an administrator',
      jumped: 'Moved by an administrator',
      'taken-back': 'Taken back by the step before',
      removed: 'Removed as a signer',
      reopened: 'Content changed, asked again',
      deadline: 'Decided by its deadline',
    }),
    reminded: 'reminder',
    pick: (subject: string) => `Select: ${subject}`,
    picked: (n: number) => `${n} selected`,
    batchLabel: 'Decide several',
    batchAgree: 'Agree',
    batchReject: 'Reject',
    unpick: 'Clear',
  },
});
