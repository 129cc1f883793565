/** What rules are said with around the titles of the definitions: on the page and in the generated book alike. */
export type RuleWords = {
  /** Of a duty: week, month, quarter, half-year, year. */
  readonly duty: (every: string, open: string, due: string) => string;
  readonly periods: Readonly<Record<string, string>>;
  /** Days of a period, the n-th working day among them (from the end when negative), some days before or after one, and a time of day. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly workday: (n: number) => string;
  readonly moved: (day: string, span: string, isBefore: boolean) => string;
  readonly atTime: (day: string, time: string) => string;
  /** How those who are asked at a step decide together; one alone is nothing to say. */
  readonly modes: Readonly<Record<string, string>>;
  readonly share: (pass: string) => string;
  readonly fill: (form: string) => string;
  readonly approve: (form: string) => string;
  readonly choose: string;
  readonly parallel: string;
  readonly otherwise: string;
  readonly start: (process: string, each: boolean, waits: boolean) => string;
  readonly write: (ledger: string, each: boolean) => string;
  readonly copy: string;
  readonly starter: string;
  readonly nobody: string;
  readonly inUnit: (unit: string, post: string) => string;
  readonly managerOf: (whom: string) => string;
  readonly headOf: (field: string) => string;
  readonly headOfUnit: (unit: string) => string;
  readonly inField: (field: string) => string;
  readonly byTable: (table: string) => string;
  readonly required: Readonly<Record<'always' | 'sometimes' | 'no', string>>;
  readonly derived: string;
  readonly columns: (titles: string) => string;
  /** A length of time: 3 working days, 5 years. */
  readonly span: (count: number, unit: string) => string;
  readonly and: string;
};

const zhCN: RuleWords = {
  duty: (every, open, due) => `例行职责：每${every}，${open}开放，${due}到期`,
  periods: { week: '周', month: '月', quarter: '季度', 'half-year': '半年', year: '年' },
  firstDay: '期初日',
  lastDay: '期末日',
  workday: (n) => `${n < 0 ? '倒数' : ''}第 ${Math.abs(n)} 个工作日`,
  moved: (day, span, isBefore) => `${day}${isBefore ? '前' : '后'} ${span}`,
  atTime: (day, time) => `${day} ${time} `,
  modes: { all: '所有人同意', sequential: '依次同意' },
  share: (pass) => `票数达到 ${pass}`,
  fill: (form) => `填写《${form}》`,
  approve: (form) => `审批，填写《${form}》`,
  choose: '按情况选择一支',
  parallel: '以下各支同时进行',
  otherwise: '其他情况',
  start: (process, each, waits) => `${each ? '逐行' : ''}发起“${process}”${waits ? '，等它办完' : ''}`,
  write: (ledger, each) => `${each ? '逐行' : ''}登记“${ledger}”`,
  copy: '告知',
  starter: '发起人',
  nobody: '—',
  inUnit: (unit, post) => `${unit}的${post}`,
  managerOf: (whom) => `${whom}的直接上级`,
  headOf: (field) => `“${field}”的负责人`,
  headOfUnit: (unit) => `${unit}负责人`,
  inField: (field) => `“${field}”中的人`,
  byTable: (table) => `由“${table}”确定`,
  required: { always: '是', sometimes: '视情况', no: '否' },
  derived: '自动',
  columns: (titles) => `列：${titles}`,
  span: (count, unit) => `${count} ${{ d: '天', wd: '个工作日', h: '小时', wh: '个工作小时', y: '年' }[unit] ?? unit}`,
  and: '、',
};

const zhTW: RuleWords = {
  duty: (every, open, due) => `例行職責：每${every}，${open}開放，${due}到期`,
  periods: { week: '週', month: '月', quarter: '季度', 'half-year': '半年', year: '年' },
  firstDay: '期初日',
  lastDay: '期末日',
  workday: (n) => `${n < 0 ? '倒數' : ''}第 ${Math.abs(n)} 個工作日`,
  moved: (day, span, isBefore) => `${day}${isBefore ? '前' : '後'} ${span}`,
  atTime: (day, time) => `${day} ${time} `,
  modes: { all: '所有人同意', sequential: '依次同意' },
  share: (pass) => `票數達到 ${pass}`,
  fill: (form) => `填寫《${form}》`,
  approve: (form) => `簽核，填寫《${form}》`,
  choose: '按情況選擇一支',
  parallel: '以下各支同時進行',
  otherwise: '其他情況',
  start: (process, each, waits) => `${each ? '逐列' : ''}發起「${process}」${waits ? '，等它辦完' : ''}`,
  write: (ledger, each) => `${each ? '逐列' : ''}登記「${ledger}」`,
  copy: '告知',
  starter: '發起人',
  nobody: '—',
  inUnit: (unit, post) => `${unit}的${post}`,
  managerOf: (whom) => `${whom}的直接上級`,
  headOf: (field) => `「${field}」的負責人`,
  headOfUnit: (unit) => `${unit}負責人`,
  inField: (field) => `「${field}」中的人`,
  byTable: (table) => `由「${table}」確定`,
  required: { always: '是', sometimes: '視情況', no: '否' },
  derived: '自動',
  columns: (titles) => `欄：${titles}`,
  span: (count, unit) => `${count} ${{ d: '天', wd: '個工作日', h: '小時', wh: '個工作小時', y: '年' }[unit] ?? unit}`,
  and: '、',
};

const en: RuleWords = {
  duty: (every, open, due) => `A duty of every ${every}: opens on ${open}, due on ${due}`,
  periods: { week: 'week', month: 'month', quarter: 'quarter', 'half-year': 'half-year', year: 'year' },
  firstDay: 'its first day',
  lastDay: 'its last day',
  workday: (n) => `working day ${Math.abs(n)}${n < 0 ? ' from the end' : ''}`,
  moved: (day, span, isBefore) => `${span} ${isBefore ? 'before' : 'after'} ${day}`,
  atTime: (day, time) => `${day} at ${time}`,
  modes: { all: 'everybody agrees', sequential: 'one after the other' },
  share: (pass) => `${pass} of the votes`,
  fill: (form) => `Fill in “${form}”`,
  approve: (form) => `Decide and fill in “${form}”`,
  choose: 'One of the following, as the case may be',
  parallel: 'The following side by side',
  otherwise: 'Otherwise',
  start: (process, each, waits) =>
    `Start “${process}”${each ? ', one for each row' : ''}${waits ? ', and wait until it has ended' : ''}`,
  write: (ledger, each) => `Enter in “${ledger}”${each ? ', one row for each' : ''}`,
  copy: 'Tell',
  starter: 'whoever starts it',
  nobody: '—',
  inUnit: (unit, post) => `${post} of “${unit}”`,
  managerOf: (whom) => `line manager of ${whom}`,
  headOf: (field) => `head of “${field}”`,
  headOfUnit: (unit) => `head of ${unit}`,
  inField: (field) => `people named in “${field}”`,
  byTable: (table) => `as “${table}” says`,
  required: { always: 'yes', sometimes: 'depends', no: 'no' },
  derived: 'computed',
  columns: (titles) => `columns: ${titles}`,
  span: spanInEnglish,
  and: ', ',
};

function spanInEnglish(count: number, unit: string): string {
  const name = { d: 'day', wd: 'working day', h: 'hour', wh: 'working hour', y: 'year' }[unit];
  return name === undefined ? `${count} ${unit}` : `${count} ${name}${count === 1 ? '' : 's'}`;
}

export const ruleWords: Readonly<Record<'zh-CN' | 'zh-TW' | 'en', RuleWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
