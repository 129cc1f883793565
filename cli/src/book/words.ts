import type { BookField } from '#engine';
import type { Locale } from '../words/catalogue.ts';

/** What the rule book says around the titles of the definitions. */
export type BookWords = {
  readonly title: string;
  readonly contents: string;
  readonly posts: string;
  readonly postsHelp: string;
  readonly coverage: string;
  readonly clause: string;
  readonly clauses: string;
  readonly carriedBy: string;
  readonly nothing: string;
  readonly steps: readonly [what: string, who: string, due: string, back: string, clause: string];
  readonly fields: readonly [field: string, kind: string, required: string];
  readonly flow: string;
  readonly forms: string;
  readonly readers: string;
  readonly records: string;
  readonly links: string;
  readonly number: (format: string) => string;
  readonly keep: (years: string) => string;
  readonly ledgers: (titles: string) => string;
  readonly tables: (titles: string) => string;
  readonly starts: (titles: string) => string;
  readonly startedBy: (titles: string) => string;
  readonly duty: (every: string, open: string, due: string) => string;
  readonly periods: Readonly<Record<string, string>>;
  readonly modes: Readonly<Record<string, string>>;
  readonly share: (pass: string) => string;
  readonly fill: (form: string) => string;
  readonly approve: (form: string | undefined) => string;
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
  readonly inField: (field: string) => string;
  readonly byTable: (table: string) => string;
  readonly required: Readonly<Record<BookField['required'], string>>;
  readonly derived: string;
  readonly kinds: Readonly<Record<BookField['kind'], string>>;
  /** A length of time: `3wd`, `4h`. */
  readonly span: (count: string, unit: string) => string;
  readonly columns: (titles: string) => string;
  readonly and: string;
};

const zhCN: BookWords = {
  title: '制度文本',
  contents: '目录',
  posts: '岗位职责',
  postsHelp: '每个岗位在各流程中办理的环节。',
  coverage: '条款对照',
  clause: '条款',
  clauses: '依据条款',
  carriedBy: '落实',
  nothing: '无',
  steps: ['环节', '谁', '期限', '可退回', '条款'],
  fields: ['字段', '类型', '必填'],
  flow: '流程',
  forms: '表单',
  readers: '谁可以查阅',
  records: '记录',
  links: '与其他流程的联系',
  number: (format) => `编号：\`${format}\``,
  keep: (years) => `归档保存：${years}`,
  ledgers: (titles) => `登记台账：${titles}`,
  tables: (titles) => `决策表：${titles}`,
  starts: (titles) => `发起：${titles}`,
  startedBy: (titles) => `由以下流程发起：${titles}`,
  duty: (every, open, due) => `例行职责：每${every}，开放 \`${open}\`，到期 \`${due}\``,
  periods: { week: '周', month: '月', quarter: '季度', 'half-year': '半年', year: '年' },
  modes: { any: '一人同意即可', all: '所有人同意', sequential: '依次同意' },
  share: (pass) => `票数达到 ${pass}`,
  fill: (form) => `填写《${form}》`,
  approve: (form) => (form === undefined ? '审批' : `审批，填写《${form}》`),
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
  inField: (field) => `“${field}”中的人`,
  byTable: (table) => `由“${table}”确定`,
  required: { always: '是', sometimes: '视情况', no: '' },
  derived: '自动',
  kinds: {
    text: '单行文字',
    longText: '多行文字',
    richText: '格式文字',
    integer: '整数',
    decimal: '数值',
    money: '金额',
    percent: '百分比',
    rating: '评分',
    flag: '是否',
    choice: '单选',
    choices: '多选',
    date: '日期',
    time: '时间',
    dateTime: '日期时间',
    dateRange: '起止日期',
    week: '周',
    month: '月份',
    quarter: '季度',
    year: '年度',
    person: '人员',
    people: '多名人员',
    unit: '单位',
    units: '多个单位',
    region: '省市',
    phone: '电话',
    email: '邮箱',
    link: '网址',
    identityCode: '身份证号',
    companyCode: '统一社会信用代码',
    reference: '引用',
    files: '附件',
    signature: '签名',
    matrix: '矩阵',
    questions: '问卷题目',
    answers: '问卷答案',
    table: '明细表',
    heading: '标题',
    group: '分组',
  },
  span: (count, unit) => `${count} ${{ d: '天', wd: '个工作日', h: '小时', wh: '个工作小时' }[unit] ?? unit}`,
  columns: (titles) => `列：${titles}`,
  and: '、',
};

const zhTW: BookWords = {
  title: '制度文本',
  contents: '目錄',
  posts: '崗位職責',
  postsHelp: '每個崗位在各流程中辦理的環節。',
  coverage: '條款對照',
  clause: '條款',
  clauses: '依據條款',
  carriedBy: '落實',
  nothing: '無',
  steps: ['環節', '誰', '期限', '可退回', '條款'],
  fields: ['欄位', '類型', '必填'],
  flow: '流程',
  forms: '表單',
  readers: '誰可以查閱',
  records: '記錄',
  links: '與其他流程的聯繫',
  number: (format) => `編號：\`${format}\``,
  keep: (years) => `歸檔保存：${years}`,
  ledgers: (titles) => `登記臺賬：${titles}`,
  tables: (titles) => `決策表：${titles}`,
  starts: (titles) => `發起：${titles}`,
  startedBy: (titles) => `由以下流程發起：${titles}`,
  duty: (every, open, due) => `例行職責：每${every}，開放 \`${open}\`，到期 \`${due}\``,
  periods: { week: '週', month: '月', quarter: '季度', 'half-year': '半年', year: '年' },
  modes: { any: '一人同意即可', all: '所有人同意', sequential: '依次同意' },
  share: (pass) => `票數達到 ${pass}`,
  fill: (form) => `填寫《${form}》`,
  approve: (form) => (form === undefined ? '審批' : `審批，填寫《${form}》`),
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
  inField: (field) => `「${field}」中的人`,
  byTable: (table) => `由「${table}」確定`,
  required: { always: '是', sometimes: '視情況', no: '' },
  derived: '自動',
  kinds: {
    text: '單行文字',
    longText: '多行文字',
    richText: '格式文字',
    integer: '整數',
    decimal: '數值',
    money: '金額',
    percent: '百分比',
    rating: '評分',
    flag: '是否',
    choice: '單選',
    choices: '多選',
    date: '日期',
    time: '時間',
    dateTime: '日期時間',
    dateRange: '起止日期',
    week: '週',
    month: '月份',
    quarter: '季度',
    year: '年度',
    person: '人員',
    people: '多名人員',
    unit: '單位',
    units: '多個單位',
    region: '省市',
    phone: '電話',
    email: '郵箱',
    link: '網址',
    identityCode: '身分證號',
    companyCode: '統一社會信用代碼',
    reference: '引用',
    files: '附件',
    signature: '簽名',
    matrix: '矩陣',
    questions: '問卷題目',
    answers: '問卷答案',
    table: '明細表',
    heading: '標題',
    group: '分組',
  },
  span: (count, unit) => `${count} ${{ d: '天', wd: '個工作日', h: '小時', wh: '個工作小時' }[unit] ?? unit}`,
  columns: (titles) => `欄：${titles}`,
  and: '、',
};

const en: BookWords = {
  title: 'Rule book',
  contents: 'Contents',
  posts: 'Posts and their steps',
  postsHelp: 'What each post does in each process.',
  coverage: 'Clauses and what carries them',
  clause: 'Clause',
  clauses: 'Source clauses',
  carriedBy: 'Carried by',
  nothing: 'None',
  steps: ['Step', 'Who', 'Due', 'May return to', 'Clause'],
  fields: ['Field', 'Kind', 'Required'],
  flow: 'Steps',
  forms: 'Forms',
  readers: 'Who may read it',
  records: 'Records',
  links: 'Links to other processes',
  number: (format) => `Number: \`${format}\``,
  keep: (years) => `Kept for: ${years}`,
  ledgers: (titles) => `Written to: ${titles}`,
  tables: (titles) => `Decision tables: ${titles}`,
  starts: (titles) => `Starts: ${titles}`,
  startedBy: (titles) => `Started by: ${titles}`,
  duty: (every, open, due) => `Duty: every ${every}, opens \`${open}\`, due \`${due}\``,
  periods: { week: 'week', month: 'month', quarter: 'quarter', 'half-year': 'half-year', year: 'year' },
  modes: { any: 'one is enough', all: 'everybody agrees', sequential: 'one after the other' },
  share: (pass) => `${pass} of the votes`,
  fill: (form) => `Fill in “${form}”`,
  approve: (form) => (form === undefined ? 'Decide' : `Decide and fill in “${form}”`),
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
  inField: (field) => `people named in “${field}”`,
  byTable: (table) => `as “${table}” says`,
  required: { always: 'yes', sometimes: 'depends', no: '' },
  derived: 'computed',
  kinds: {
    text: 'text',
    longText: 'long text',
    richText: 'formatted text',
    integer: 'whole number',
    decimal: 'number',
    money: 'amount',
    percent: 'percent',
    rating: 'rating',
    flag: 'yes or no',
    choice: 'one of a list',
    choices: 'several of a list',
    date: 'date',
    time: 'time',
    dateTime: 'date and time',
    dateRange: 'period of days',
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    year: 'year',
    person: 'person',
    people: 'people',
    unit: 'unit',
    units: 'units',
    region: 'province and city',
    phone: 'phone',
    email: 'e-mail',
    link: 'web address',
    identityCode: 'identity number',
    companyCode: 'company code',
    reference: 'reference',
    files: 'files',
    signature: 'signature',
    matrix: 'matrix',
    questions: 'questions',
    answers: 'answers',
    table: 'table',
    heading: 'heading',
    group: 'group',
  },
  span: (count, unit) => `${count} ${{ d: 'days', wd: 'working days', h: 'hours', wh: 'working hours' }[unit] ?? unit}`,
  columns: (titles) => `columns: ${titles}`,
  and: ', ',
};

export const bookWords: Readonly<Record<Locale, BookWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
