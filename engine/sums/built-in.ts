import type { Words } from '../../schemas/generated/common.ts';
import type { Column } from '../../schemas/generated/process.ts';

/** Rows that every company has without writing them: they follow from what happens to cases. */
export type BuiltInId = 'cases' | 'steps' | 'duties' | 'successors';

/**
 * A column whose cells are worked out when a report is read, from another column and the organisation of today: the
 * unit or the post of a person, the area of a process, the unit that a duty is of. Rows are kept without it.
 */
export type DerivedColumn = {
  readonly from: string;
  readonly as: 'unit' | 'post' | 'area' | 'subject';
  readonly column: Column;
};

export type BuiltInSource = {
  readonly id: BuiltInId;
  readonly title: Words;
  readonly columns: Readonly<Record<string, Column>>;
  readonly derived: Readonly<Record<string, DerivedColumn>>;
  /** Columns that hold ids of processes, their steps (`process.step`), posts and areas. */
  readonly named: Readonly<Record<string, 'process' | 'step' | 'post' | 'area'>>;
};

const words = (cn: string, tw: string, en: string): Words => ({ 'zh-CN': cn, 'zh-TW': tw, en });
const text = (title: Words): Column => ({ type: 'text', title });
const date = (title: Words): Column => ({ type: 'date', title });
const integer = (title: Words): Column => ({ type: 'integer', title });
const flag = (title: Words): Column => ({ type: 'flag', title });
const person = (title: Words): Column => ({ type: 'person', title });
const choice = (title: Words, options: Readonly<Record<string, Words>>): Column => ({
  type: 'choice',
  title,
  options: Object.entries(options).map(([id, label]) => ({ id, title: label })),
});

const PROCESS = text(words('流程', '流程', 'Process'));
const UNIT: Column = { type: 'unit', title: words('单位', '單位', 'Unit') };
const STARTER = person(words('发起人', '發起人', 'Starter'));
const DUE = date(words('期限', '期限', 'Due'));
const LATE = flag(words('逾期', '逾期', 'Overdue'));
const STATUS = choice(words('状态', '狀態', 'Status'), {
  open: words('办理中', '辦理中', 'Open'),
  completed: words('已完成', '已完成', 'Completed'),
  rejected: words('已驳回', '已駁回', 'Rejected'),
  withdrawn: words('已撤回', '已撤回', 'Withdrawn'),
  cancelled: words('已作废', '已作廢', 'Cancelled'),
  revoked: words('已撤销', '已撤銷', 'Revoked'),
});
const ENDED = date(words('结束日', '結束日', 'Ended'));
const areaOf = (from: string): DerivedColumn => ({
  from,
  as: 'area',
  column: text(words('业务领域', '業務領域', 'Area')),
});
const unitOf = (from: string): DerivedColumn => ({ from, as: 'unit', column: UNIT });

/** One row a case. */
const cases: BuiltInSource = {
  id: 'cases',
  title: words('单据', '單據', 'Cases'),
  columns: {
    process: PROCESS,
    starter: STARTER,
    status: STATUS,
    started: date(words('发起日', '發起日', 'Started')),
    ended: ENDED,
    days: integer(words('历时天数', '歷時天數', 'Days taken')),
    returns: integer(words('退回次数', '退回次數', 'Returns')),
    duty: flag(words('例行职责', '例行職責', 'Recurring duty')),
    version: integer(words('流程版本', '流程版本', 'Version of the process')),
    interventions: integer(words('管理员处理次数', '管理員處理次數', 'Changes by administrators')),
  },
  derived: { unit: unitOf('starter'), area: areaOf('process') },
  named: { process: 'process', area: 'area' },
};

/** One row for everybody who was asked in a round of a step. */
const steps: BuiltInSource = {
  id: 'steps',
  title: words('环节', '環節', 'Steps'),
  columns: {
    process: PROCESS,
    step: text(words('环节', '環節', 'Step')),
    person: person(words('办理人', '辦理人', 'Person')),
    opened: date(words('开始日', '開始日', 'Since')),
    due: DUE,
    closed: date(words('办结日', '辦結日', 'Closed')),
    hours: integer(words('历时小时', '歷時小時', 'Hours taken')),
    late: LATE,
    outcome: choice(words('结果', '結果', 'Outcome'), {
      submitted: words('已提交', '已提交', 'Submitted'),
      agreed: words('同意', '同意', 'Agreed'),
      abstained: words('弃权', '棄權', 'Abstained'),
      rejected: words('驳回', '駁回', 'Rejected'),
      returned: words('退回', '退回', 'Returned'),
      advised: words('已答复', '已答覆', 'Advised'),
      moved: words('转给别人', '轉給別人', 'Moved'),
      cancelled: words('不再需要', '不再需要', 'Not needed'),
      superseded: words('重新办理', '重新辦理', 'Asked again'),
    }),
    exception: choice(words('例外', '例外', 'Exception'), {
      placed: words('管理员指定', '管理員指定', 'Placed by an administrator'),
      conflict: words('本人回避', '本人迴避', 'Conflict of interest'),
      deputy: words('代理办理', '代理辦理', 'By a deputy'),
      deadline: words('改过期限', '改過期限', 'Deadline moved'),
      unasked: words('同意过不再问', '同意過不再問', 'Agreed before, not asked again'),
    }),
  },
  derived: {
    unit: unitOf('person'),
    post: { from: 'person', as: 'post', column: text(words('岗位', '崗位', 'Post')) },
    area: areaOf('process'),
  },
  named: { process: 'process', step: 'step', post: 'post', area: 'area' },
};

/** One row a period and subject of a recurring duty, once its case is there. */
const duties: BuiltInSource = {
  id: 'duties',
  title: words('例行职责', '例行職責', 'Duties'),
  columns: {
    process: PROCESS,
    period: text(words('期间', '期間', 'Period')),
    subject: text(words('对象', '對象', 'Subject')),
    person: person(words('负责人', '負責人', 'Person')),
    due: DUE,
    filed: date(words('提交日', '提交日', 'Filed')),
    late: LATE,
    ended: flag(words('未提交即结束', '未提交即結束', 'Ended without filing')),
  },
  derived: {
    unit: unitOf('person'),
    subjectUnit: { from: 'subject', as: 'subject', column: UNIT },
    area: areaOf('process'),
  },
  named: { process: 'process', area: 'area' },
};

/** One row a case and process of which it has started cases, however many of them. */
const successors: BuiltInSource = {
  id: 'successors',
  title: words('后续单据', '後續單據', 'Successors'),
  columns: {
    process: PROCESS,
    to: text(words('后续流程', '後續流程', 'Next process')),
    status: STATUS,
    ended: ENDED,
  },
  derived: { area: areaOf('process') },
  named: { process: 'process', to: 'process', area: 'area' },
};

export const BUILT_IN: Readonly<Record<BuiltInId, BuiltInSource>> = { cases, steps, duties, successors };

export const isBuiltIn = (source: string): source is BuiltInId => Object.hasOwn(BUILT_IN, source);
