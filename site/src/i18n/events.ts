import type { CaseEventType } from '#engine';
import { catalogue } from './locale.ts';

/** What an entry of the history is about, as the headline under the name of whoever did it. */
export type EventWords = Readonly<Record<CaseEventType, string>>;

export const eventWords = catalogue<EventWords>({
  'zh-CN': {
    CaseStarted: '发起',
    ValuesGiven: '带入内容',
    StepEntered: '环节开始',
    StepSubmitted: '提交',
    SeatAgreed: '同意',
    SeatActivated: '轮到办理',
    StepCompleted: '环节完成',
    PathChosen: '选择分支',
    StepReturned: '退回',
    SeatMoved: '转办',
    CaseRejected: '驳回',
    CaseWithdrawn: '撤回',
    CaseCompleted: '办结',
    Commented: '评论',
    Copied: '抄送',
    LedgerWritten: '登记台账',
    StartRequested: '发起关联流程',
    StartPlanned: '安排关联流程',
    SeriesOpened: '开始定期发起',
    SeriesAdvanced: '定期发起',
    SeriesClosed: '结束定期发起',
    DeadlinePassed: '逾期提醒',
  },
  'zh-TW': {
    CaseStarted: '發起',
    ValuesGiven: '帶入內容',
    StepEntered: '環節開始',
    StepSubmitted: '提交',
    SeatAgreed: '同意',
    SeatActivated: '輪到辦理',
    StepCompleted: '環節完成',
    PathChosen: '選擇分支',
    StepReturned: '退回',
    SeatMoved: '轉辦',
    CaseRejected: '駁回',
    CaseWithdrawn: '撤回',
    CaseCompleted: '辦結',
    Commented: '評論',
    Copied: '抄送',
    LedgerWritten: '登記臺賬',
    StartRequested: '發起關聯流程',
    StartPlanned: '安排關聯流程',
    SeriesOpened: '開始定期發起',
    SeriesAdvanced: '定期發起',
    SeriesClosed: '結束定期發起',
    DeadlinePassed: '逾期提醒',
  },
  en: {
    CaseStarted: 'Started',
    ValuesGiven: 'Values carried over',
    StepEntered: 'Step opened',
    StepSubmitted: 'Submitted',
    SeatAgreed: 'Agreed',
    SeatActivated: 'Turn reached',
    StepCompleted: 'Step completed',
    PathChosen: 'Branch chosen',
    StepReturned: 'Returned',
    SeatMoved: 'Transferred',
    CaseRejected: 'Rejected',
    CaseWithdrawn: 'Withdrawn',
    CaseCompleted: 'Completed',
    Commented: 'Commented',
    Copied: 'Copied to',
    LedgerWritten: 'Recorded in the ledger',
    StartRequested: 'Started a related process',
    StartPlanned: 'Planned a related process',
    SeriesOpened: 'Opened a weekly series',
    SeriesAdvanced: 'Weekly series continued',
    SeriesClosed: 'Closed a weekly series',
    DeadlinePassed: 'Deadline passed',
  },
});

/** What happened along with an entry, one line each; the parts are names and titles already in the reader's language. */
export type ConsequenceWords = {
  readonly entered: (step: string, people: string) => string;
  readonly autoAgreed: (step: string) => string;
  readonly returned: (step: string) => string;
  readonly moved: (person: string) => string;
  readonly cancelled: (count: number) => string;
  readonly ledger: (ledger: string) => string;
  readonly started: (process: string) => string;
  readonly planned: (step: string, date: string) => string;
  readonly series: (step: string, date: string) => string;
  readonly seriesClosed: (step: string) => string;
  readonly copied: (people: string) => string;
  readonly deadline: (step: string, time: string) => string;
  readonly withdrawnTo: (step: string) => string;
  readonly completed: string;
};

export const consequenceWords = catalogue<ConsequenceWords>({
  'zh-CN': {
    entered: (step, people) => `“${step}”交由 ${people} 办理`,
    autoAgreed: (step) => `“${step}”：内容与此前同意的相同，自动同意`,
    returned: (step) => `退回到“${step}”`,
    moved: (person) => `转给 ${person}`,
    cancelled: (count) => `同时取消 ${count} 个待办`,
    ledger: (ledger) => `已登记到台账“${ledger}”`,
    started: (process) => `已发起“${process}”`,
    planned: (step, date) => `“${step}”将于 ${date} 发起`,
    series: (step, date) => `“${step}”下次于 ${date} 发起`,
    seriesClosed: (step) => `“${step}”不再定期发起`,
    copied: (people) => `抄送给 ${people}`,
    deadline: (step, time) => `“${step}”已过截止时间 ${time}`,
    withdrawnTo: (step) => `回到“${step}”，内容保留`,
    completed: '全部环节已办完',
  },
  'zh-TW': {
    entered: (step, people) => `「${step}」交由 ${people} 辦理`,
    autoAgreed: (step) => `「${step}」：內容與此前同意的相同，自動同意`,
    returned: (step) => `退回到「${step}」`,
    moved: (person) => `轉給 ${person}`,
    cancelled: (count) => `同時取消 ${count} 個待辦`,
    ledger: (ledger) => `已登記到臺賬「${ledger}」`,
    started: (process) => `已發起「${process}」`,
    planned: (step, date) => `「${step}」將於 ${date} 發起`,
    series: (step, date) => `「${step}」下次於 ${date} 發起`,
    seriesClosed: (step) => `「${step}」不再定期發起`,
    copied: (people) => `抄送給 ${people}`,
    deadline: (step, time) => `「${step}」已過截止時間 ${time}`,
    withdrawnTo: (step) => `回到「${step}」，內容保留`,
    completed: '全部環節已辦完',
  },
  en: {
    entered: (step, people) => `“${step}” went to ${people}`,
    autoAgreed: (step) => `“${step}” was agreed automatically: the contents are those agreed to before`,
    returned: (step) => `Back to “${step}”`,
    moved: (person) => `To ${person}`,
    cancelled: (count) => (count === 1 ? '1 open task was cancelled' : `${count} open tasks were cancelled`),
    ledger: (ledger) => `Recorded in “${ledger}”`,
    started: (process) => `Started “${process}”`,
    planned: (step, date) => `“${step}” will start on ${date}`,
    series: (step, date) => `“${step}” starts next on ${date}`,
    seriesClosed: (step) => `“${step}” no longer starts every week`,
    copied: (people) => `Copied to ${people}`,
    deadline: (step, time) => `“${step}” was due ${time}`,
    withdrawnTo: (step) => `Back to “${step}” with everything kept`,
    completed: 'All steps are done',
  },
});
