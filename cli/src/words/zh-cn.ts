import type { Catalogue, Params } from './catalogue.ts';
import { explainZhCN } from './explain-zh-cn.ts';

const TYPES: Params = {
  text: '文本',
  integer: '整数',
  decimal: '数值',
  flag: '是否',
  date: '日期',
  dateRange: '起止日期',
  choice: '选项',
  person: '人员',
  unit: '单位',
  week: '周',
  file: '附件',
  record: '记录',
  table: '表格',
  any: '任意值',
  null: '空值',
  name: '名称',
  field: '字段',
  function: '函数',
};

const type = (name = ''): string =>
  name.startsWith('list<') ? `${type(name.slice(5, -1))}的列表` : (TYPES[name] ?? name);

const JSON_TYPES: Params = {
  string: '文本',
  number: '数字',
  boolean: '是或否',
  object: '若干键值',
  array: '列表',
  null: '空',
};
const shape = (names = ''): string =>
  names
    .split(', ')
    .map((name) => JSON_TYPES[name] ?? name)
    .join('或');

const FORMATS: Params = {
  id: '用小写字母开头，只含字母、数字和连字符',
  path: '写成 表单.字段 或 表单.表格.列',
  duration: '写成 3d（天）、3wd（工作日）、4h（小时）、4wh（工作小时）或 friday 18:00',
  point: '写成 first + 2d、last + 3wd 18:00 或 workday 3，相差不超过 100 天',
  reminderSpan: '写成 3d（天）、1wd（工作日）或 4h（小时）',
  dateRule: '写成 today + 5wd 或 表单.日期字段 - 3d',
  date: '写成 2026-11-22',
  zone: '写成 Asia/Shanghai',
  dayTime: '写成 09:00',
  clock: '写成 2026-11-02T09:00',
  number: '写成数字',
  keep: '写成 10y',
  format: '要含一个 {seq:位数}，年月写 {yyyy} {mm}',
};

const SIZES: Params = {
  minLength: '至少要有 N 个字符',
  maxLength: '最多 N 个字符',
  minimum: '不能小于 N',
  maximum: '不能大于 N',
  minItems: '至少要有 N 项',
  maxItems: '最多 N 项',
  minProperties: '至少要有 N 个键',
  maxProperties: '最多 N 个键，请检查缩进',
};

const TYPE_ERRORS: Readonly<Record<string, (params: Params) => string>> = {
  operands: (p) => `“${p.operator}”不能用在${type(p.left)}和${type(p.right)}之间，请改成同类的值`,
  operand: (p) => `“${p.operator}”需要${type(p.expected)}，这里是${type(p.actual)}`,
  argument: (p) => `${p.function}() 需要${type(p.expected)}，这里是${type(p.actual)}`,
  arguments: (p) => `${p.function}() 需要 ${p.expected} 个参数，这里有 ${p.actual} 个`,
  branches: (p) => `“?:”的两个结果类型不同：${type(p.left)}和${type(p.right)}，请改成同类的值`,
  elements: (p) => `列表里的值类型不同：${type(p.left)}和${type(p.right)}，请改成同类的值`,
  result: (p) => `这里要得到${type(p.expected)}，表达式给出的是${type(p.actual)}`,
  field: (p) =>
    p.actual === 'person'
      ? `人员没有字段“${p.name}”；要用部门时，请设一个单位字段，写 default: case.unit`
      : `${type(p.actual)}没有字段“${p.name}”`,
  index: (p) => `“[]”要用在列表上，序号是整数，这里是${type(p.actual)}`,
};

const NOBODY: Readonly<Record<string, (params: Params) => string>> = {
  'head-of-unit': (p) => `单位“${p.name}”和它的上级单位都没有负责人，请在 organisation.yaml 中写明 head`,
  post: (p) => `岗位“${p.name}”现在没有在职的人，请在 organisation.yaml 中安排，或换一个岗位`,
  unit: (p) =>
    `岗位“${p.name}”在 ${p.count} 个单位及其上级单位中没有人：${p.units}；遇到这些单位时由 rules.nobody 的人办理`,
  head: (p) => `${p.count} 个单位找不到负责人：${p.units}；遇到这些单位时由 rules.nobody 的人办理`,
  manager: (p) => `角色“${p.name}”的“${p.person}”没有上级，请在 organisation.yaml 中写明，或换一种找人的办法`,
};

const NO_END: Readonly<Record<string, (params: Params) => string>> = {
  readonly: (p) =>
    `字段“${p.name}”必填但不能填写，也没有默认值，填到这里的单据再也提交不了；请去掉 required 或 readonly，或给出 default`,
  check: () => '这条检查永远不成立，表单再也提交不了；请改正条件或去掉这条检查',
  nobody: (p) => `角色“${p.name}”没有人，rules.nobody 也找不到人，单据会停在这里；请安排岗位人员`,
};

const UNREACHABLE: Readonly<Record<string, (params: Params) => string>> = {
  never: (p) => `永远走不到环节“${p.name}”：条件“${p.when}”不可能成立，请改正条件或去掉这一支`,
  excluded: (p) => `永远走不到环节“${p.name}”：条件“${p.when}”成立时，${p.by} 已经走了别的路，请改正条件或去掉这一支`,
  exhausted: (p) => `走不到环节“${p.name}”：前面的条件已经包括所有情况，可以写成 else: []`,
};

const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'branch-outside': '只有在并行块里，驳回才能只结束一支；请写 ends: case',
  'reject-by-all': 'by: all 只用于或签（any）；其他方式由第一个驳回或票数决定；请去掉 by',
  'fail-without-reject': '这里不能驳回，也就不会因第一个驳回而不通过；请去掉 fail 或 reject',
  'claim-for-all': '要几个人一起决定的环节不能由一个人认领；请去掉 claim，或改用 any',
  'no-deadline': '这个环节没有期限，写在这里的事永远不会发生；请加上 due',
  'decides-for-a-row': '一行到期不能决定整个环节；请去掉 then',
  'decides-a-form': '到期不能代人填写表单；请去掉 then',
  'not-last': '到期已经作出决定，后面的安排不会再做；then 只能写一次，写在最后',
  'decides-repeatedly': '到期只决定一次；请去掉 times',
  'may-not-reject': '这个环节不能驳回，到期也不能；请去掉 then 或 reject: false',
  'waits-for-series': '周期发起在单据结束后还会继续，不能等它办完；请去掉 wait 或 every',
  'series-of-rows': '周期发起一次只发起一张单据，不能按行发起；请去掉 each 或 every',
  'aggregate-without-collect': 'aggregate 只用于 hit: collect',
  'priority-without-values': 'hit: priority 要在结果列写 values，先写的优先',
  'no-day-to-look': 'while 在某一天查看；请写 every 或 at',
};

/** A value between braces was cut at its comma. */
const CUT = (rest = ''): string => `“${rest}”像是表达式的后半段：花括号里逗号表示下一个键，请给整个表达式加引号`;

const FIXED: Readonly<Record<string, string>> = {
  later: '它不在第一张表单里',
  derived: '它的值由系统算出或查出',
  readonly: '发起时不能填写',
  files: '附件和签名只属于原来的单据',
  rows: '它的行是固定的',
};

const HIDDEN: Readonly<Record<string, string>> = {
  later: '它不在第一张表单里',
  kind: '这种字段会让外人看到公司内部的人员、单位、台账或附件',
  ledger: '它的值从台账查出，外人不能看',
  table: '它的值由决策表给出，外人不能看',
  required: '它必填，但外人看不到，链接也没有给出；请加入 fields 或 fixed',
};

const UNSAFE: Readonly<Record<string, (params: Params) => string>> = {
  form: (p) => `“${p.name}”要填写`,
  opinion: () => '同意时要写意见',
  apart: (p) => `“${p.name}”与其他角色职责分离`,
  money: (p) => `涉及金额“${p.name}”`,
};

const STARTABLE: Readonly<Record<string, string>> = {
  itself: '它就是本流程',
  people: '现在可以由人发起；请写 startable: false',
  ledger: '现在会由台账发起；请去掉它的 triggers',
  process: '现在会由别的流程发起；请去掉那个环节',
};

/** 简体中文 */
export const zhCN: Catalogue = {
  findings: {
    syntax: (p) =>
      p.found === '='
        ? '表达式写法有误，问题在“=”处；比较是否相等写 =='
        : `表达式写法有误，问题在“${p.found}”处；请检查括号、引号和运算符`,
    'unknown-name': (p) =>
      (p.owner ? `“${p.owner}”里没有${type(p.kind)}“${p.name}”` : `没有叫“${p.name}”的${type(p.kind)}`) +
      (p.known ? `；可以用：${p.known}` : ''),
    type: (p) => TYPE_ERRORS[p.reason ?? '']?.(p) ?? '类型不符',
    'too-complex': (p) => `表达式太复杂（${p.limit} 最多 ${p.max}），请拆成几个计算字段`,
    'not-allowed': (p) => `表达式里不能用“${p.what}”，可用的写法见 docs/guide/expressions.md`,
    cycle: (p) => `字段互相依赖，算不出来：${p.fields}；请去掉其中一处引用`,
    'unresolved-list': (p) => `lists.yaml 中没有选项列表“${p.list}”`,
    'reserved-name': (p) => `“${p.name}”另有含义，不能用作名称，请换一个`,
    'unknown-section-field': (p) => `表单里没有字段“${p.name}”`,
    'repeated-section-field': (p) => `字段“${p.name}”已经在别的分区里，请去掉一处`,
    'nested-group': (p) => `“${p.name}”本身是分组，分组不能再放进分组`,
    'unknown-column': (p) => `没有列“${p.name}”`,
    'unknown-path': (p) => `没有表单或字段“${p.name}”`,
    'not-numeric': (p) => `列“${p.name}”不是数值，不能合计`,
    'unknown-ledger': (p) => `没有台账“${p.ledger}”`,
    'unknown-ledger-column': (p) => `台账“${p.ledger}”没有列“${p.name}”`,
    'unknown-sum': (p) => `台账“${p.ledger}”没有汇总“${p.name}”`,
    'sum-key-missing': (p) => `汇总按“${p.name}”分组，key 里要给出它的值`,
    'sum-key-unknown': (p) => `汇总不按“${p.name}”分组；请去掉`,
    'sum-key-type': (p) => `不能按 ${p.actual} 分组：用文字、选项、人员、单位、日期、期间、整数或是否`,
    'unknown-measure': (p) => `报表的这个部分没有指标或维度“${p.name}”`,
    'unknown-indicator': (p) => `指标字典里没有“${p.name}”`,
    'part-without-title': (p) => `“${p.name}”没有名称：不是直接取一列，请写 title`,
    'part-without-start': (p) => `${p.show} 要写 start：第一天在哪一列`,
    'part-keys': (p) => `${p.show} 的 by 不对：figures 和 gauge 不写，其他都要写；与 over 一起最多一个`,
    'filter-applies-nowhere': (p) => `筛选“${p.name}”对哪个部分都不起作用：数据来源里没有这一列，请写 of`,
    'sum-amount-type': (p) => `${p.actual} 不能相加：用数字，或是否（是算 1）`,
    'lookup-type': (p) => `台账列是${type(p.actual)}，字段要的是${type(p.expected)}，请改字段类型`,
    'lookup-key': (p) => `台账的键要写行号或引用字段，这里是${type(p.actual)}`,
    'computed-twice': () => 'compute、lookup、decide 一个字段只能写一个，请去掉多余的',
    'decide-type': (p) => `决策表给出的是${type(p.actual)}，字段要的是${type(p.expected)}，请改其中一个`,
    'limits-reversed': (p) => `下限 ${p.min} 大于上限 ${p.max}，请对调`,
    'bad-date-rule': (p) => `看不懂日期规则“${p.rule}”，${FORMATS.dateRule}，工作日不超过 2500`,
    'unknown-unit': (p) => `没有单位“${p.name}”`,
    'unknown-post': (p) => `没有岗位“${p.name}”`,
    'unknown-person': (p) => `没有人员“${p.name}”`,
    'unit-cycle': (p) => `单位“${p.name}”成了自己的上级，请改 parent`,
    'manager-cycle': (p) => `人员“${p.name}”成了自己的上级，请改 manager`,
    'seat-without-unit': (p) => `岗位“${p.post}”要写明在哪个单位（unit）；只有外部人员可以不写`,
    'post-without-holder': (p) => `岗位“${p.name}”现在没有在职的人`,
    'missing-translation': (p) => `缺少 ${p.locale} 的文字，请补上`,
    'no-such-date': (p) => `没有 ${p.date} 这一天`,
    'dates-reversed': (p) => `结束 ${p.to} 早于开始 ${p.from}，请对调`,
    'outside-year': (p) => `${p.date} 不属于 ${p.year} 年，请移到相应年份`,
    'make-up-on-weekday': (p) => `${p.date} 本来就是工作日，调休上班日只能是周末`,
    'make-up-in-holiday': (p) => `${p.date} 在假期里，不能同时是上班日`,
    'hours-out-of-order': (p) => `工作时段 ${p.from}–${p.to} 次序不对，请按先后写，不要重叠`,
    'unknown-key': (p) => (p.why ? CUT(p.name) : `这里没有键“${p.name}”，请改正或去掉`),
    'missing-key': (p) => `缺少“${p.name}”，请补上`,
    'wrong-shape': (p) =>
      p.kind === 'expression'
        ? `这里要写表达式，现在是${shape(p.actual)}；请加引号`
        : `这里要写${shape(p.expected)}，现在是${shape(p.actual)}`,
    'wrong-size': (p) => (SIZES[p.limit ?? ''] ?? 'N').replace('N', p.size ?? ''),
    'not-allowed-value': (p) => `不能是“${p.value}”，可以是：${p.allowed}`,
    'no-variant': (p) => `看不出这是什么，请写下列键之一：${p.keys}`,
    'bad-format': (p) => `“${p.value}”写法不对，请${FORMATS[p.kind ?? ''] ?? `符合 ${p.pattern}`}`,
    'bad-key': (p) => (p.why ? CUT(p.name) : `键“${p.name}”写法不对，请${FORMATS.id}`),
    'repeated-item': () => '这一项前面已经有了，请去掉',
    'unknown-form': (p) => `没有表单“${p.name}”`,
    'unknown-field': (p) =>
      p.process
        ? `流程“${p.process}”没有字段“${p.name}”`
        : p.why === 'unit'
          ? `“${p.name}”是单位，这里要写一个单位字段；固定单位的负责人写 headOf: { unit: ${p.name} }`
          : `没有字段“${p.name}”`,
    'unknown-role': (p) => `没有角色“${p.name}”，请在 roles 中定义`,
    'unknown-step': (p) => `没有环节“${p.name}”`,
    'unknown-process': (p) => `没有流程“${p.name}”`,
    'unknown-table': (p) => `没有决策表“${p.name}”`,
    'clause-uncovered': (p) => `条款 ${p.name} 没有任何流程、环节或 covers 落实`,
    'repeated-clause': (p) => `条款 ${p.name} 前面已经有了`,
    'unknown-clause': (p) => `clauses.yaml 中没有条款“${p.name}”`,
    'unknown-document': (p) => `没有来源文件“${p.name}”`,
    'link-uncarried': (p) => `${p.from} 到 ${p.to} 的联系（${p.kind}）没有在流程定义中实现`,
    'loop-broken': (p) => `闭环 ${p.name} 在 ${p.from} 到 ${p.to} 之间断开`,
    'unknown-setting': (p) => `没有设置“${p.name}”`,
    'unknown-calendar': (p) => `没有工作日历“${p.name}”`,
    'unknown-area': (p) => `areas.yaml 中没有业务领域“${p.name}”`,
    'unknown-values': (p) => `values 中没有“${p.name}”`,
    'wrong-field-type': (p) => `字段“${p.name}”的类型是 ${p.actual}，这里要用 ${p.expected}`,
    'not-in-first-form': (p) => `发起“${p.process}”时只能带入第一张表单“${p.form}”的字段，“${p.name}”不在其中`,
    'not-prefillable': (p) => `“${p.name}”不能带出上期内容：${FIXED[p.why ?? ''] ?? ''}；请去掉`,
    'not-public': (p) => `公开表单不能用“${p.name}”：${HIDDEN[p.why ?? ''] ?? ''}`,
    'duplicate-step': (p) => `环节“${p.name}”重名，请换一个名称`,
    'first-step-not-fill': (p) => `第一个环节要由发起人填写（fill），“${p.name}”不是`,
    'first-step-not-starter': (p) => `第一个环节由发起人填写，角色“${p.name}”要写成 { starter: true }`,
    'return-not-earlier': (p) =>
      `从“${p.from}”不能退回“${p.name}”：它不在前面，或在已经离开的并行分支里；请换一个更早的环节`,
    'return-to-effect': (p) => `“${p.name}”不需要人办理，不能退回到那里；请退回填写或审批环节`,
    'bad-duration': (p) => `看不懂期限“${p.text}”，请${FORMATS.duration}，不超过一年`,
    'bad-point': (p) => `看不懂时点“${p.text}”，请${FORMATS.point}`,
    'duty-order': (p) => `${p.period} 这一期的时间次序不对：开放要早于到期，关闭不能早于到期`,
    'duty-nobody': () => '例行职责没有发起人，rules.nobody 要写一个有人在职的岗位',
    'no-else': (p) =>
      p.case
        ? `选择“${p.name}”没有 else，有的情况不知道往哪走：${p.case}；请在最后加上 else`
        : `选择“${p.name}”没有 else，条件都不成立时不知道往哪走；请在最后加上 else`,
    'else-not-last': () => 'else 要写在最后，它后面的条件不会再看',
    'branches-overlap': (p) => `${p.case} 时“${p.first}”和“${p.second}”都成立，会走前一支；如果不是本意，请划清界限`,
    'return-never-done': (p) => `从“${p.from}”永远不能退回“${p.name}”：没有单据会先后经过这两个环节；请换一个环节`,
    'withdraw-never': (p) => `一提交“${p.name}”就办完了，单据永远不能撤回；请写后面的环节`,
    'wait-cycle': (p) =>
      p.why === 'always'
        ? `流程互相等待，没有尽头：${p.round}；这样的单据永远办不完。请去掉 wait，或用选择绕过它`
        : `流程互相等待：${p.round}；请确认每一轮都更接近结束`,
    'waits-for-stuck': (p) => `单据要等“${p.name}”办完，而它可能永远办不完（${p.flaw}）；请先改正那个流程`,
    contradiction: (p) => CONTRADICTIONS[p.why ?? ''] ?? '',
    race: (p) =>
      p.why === 'write'
        ? `同时进行的两支都填写表单“${p.form}”，后填的会盖掉先填的；请各用各的表单`
        : `读取“${p.field}”时，旁边的一支正在填写它，结果全凭先后；请排出先后次序`,
    'counts-twice': (p) => `从“${p.from}”可以退回“${p.to}”，再走到这里时“${p.column}”会重复累计；请加上 undo`,
    'not-undone': (p) => `撤销单据时，“${p.name}”写入台账“${p.ledger}”的内容不会改回来；请加上 undo`,
    'revoke-startable': (p) => `“${p.name}”只能由撤销申请发起，${STARTABLE[p.why ?? ''] ?? ''}`,
    'trigger-never': (p) => `永远不会由台账发起单据：条件“${p.when}”不可能成立，请改正条件`,
    'public-asks-starter': (p) => `公开表单的填写人没有账号，环节“${p.name}”不能由他办理，也不能退回给他`,
    'nobody-left': (p) =>
      p.administrators
        ? `“${p.starter}”发起时，角色“${p.name}”的人不够，只剩系统管理员；请让 rules.nobody 找到别的人`
        : p.apart
          ? `“${p.starter}”发起时，能担任“${p.name}”的人可能都已担任过要与它分离的角色；请让 rules.nobody 找到更多的人`
          : `“${p.starter}”发起时，角色“${p.name}”没有人可办：本人不能审批自己的单据，rules.self 和 rules.nobody 也找不到别人；请在那里写上别的人`,
    'too-few-people': (p) =>
      `这个环节要 ${p.needed} 人，“${p.starter}”发起时“${p.name}”只找得到 ${p.found} 人；请减少人数，或让 rules.nobody 找到更多的人`,
    'bad-ratio': (p) => `${p.ratio} 不是票数的比例；要大于零，不超过全部，例如 2/3、66.7%`,
    'escalates-to-itself': (p) => `“${p.name}”就是逾期的“${p.role}”，同样的人；请写由别人担任的角色`,
    'unsafe-deadline-agreement': (p) =>
      `这里不能到期自动同意：${UNSAFE[p.why ?? '']?.(p) ?? ''}；请改用 escalate，或到期驳回`,
    'apart-impossible': (p) => `角色 ${p.roles} 要职责分离，但一共只有 ${p.people} 能担任；请安排别的人`,
    'apart-one-person': (p) => `与其他角色分离以后，“${p.name}”只剩“${p.person}”一人；此人不在时单据就要等`,
    'unreachable-step': (p) => UNREACHABLE[p.why ?? '']?.(p) ?? '',
    'no-way-to-end': (p) => NO_END[p.why ?? '']?.(p) ?? '',
    'role-cycle': (p) => `角色“${p.name}”最后要找的是自己的上级，请改 managerOf`,
    'role-finds-nobody': (p) => NOBODY[p.why ?? '']?.(p) ?? '',
    'nobody-finds-nobody': () => '找不到人时的最后人选也可能没有人；请写一个有人在职的岗位，不要依赖表单内容',
    'read-before-set': (p) =>
      p.case
        ? `走到这里时，表单“${p.form}”可能还没有填写：${p.case}；这时“${p.field}”是空值。请让每条路都先填写，或用 filled() 判断`
        : p.some
          ? `有的路走到这里时，表单“${p.form}”还没有填写，“${p.field}”会是空值`
          : `走到这里时，表单“${p.form}”还没有人填写，“${p.field}”总是空值；请调整环节次序`,
    'insert-missing': (p) =>
      `环节“${p.name}”要改本单据在台账“${p.ledger}”的那一行，但前面没有登记（insert）；请先登记，或用 key 指明哪一行`,
    'bad-cell': (p) => `看不懂条件“${p.cell}”，请写 <= 100000、(100000..500000]、用逗号分开的值，或 - 表示任意`,
    'missing-output': (p) => `缺少结果列“${p.name}”`,
    'missing-input': (p) => `没有给出决策表的输入“${p.name}”`,
    'unknown-option': (p) => `选项列表“${p.list}”里没有“${p.name}”`,
    'table-without-answer': (p) => `有的情况没有答案：${p.case}；请补一条规则`,
    'table-overlap': (p) => `第 ${p.first} 条和第 ${p.second} 条规则都适用于 ${p.case}，请划清界限，或改为 hit: first`,
    'table-rule-never': (p) => `第 ${p.rule} 条规则永远轮不到：前面的规则已经包括了所有情况`,
    'table-test-fails': (p) => `这个例子应当得到 ${p.expected}，决策表给出的是 ${p.actual}，请改其中一个`,
    'opening-cell': (p) => `这个值不能放进列“${p.column}”，请按列的类型书写`,
    'opening-repeated': (p) => `已经有一行“${p.key}”，请去掉一行`,
    'missing-file': (p) => `缺少文件 ${p.name}`,
    'unexpected-file': (p) =>
      `不知道 ${p.name} 是什么；文件名以 .yaml 结尾，流程放在 <领域>/<流程>.yaml，测试放在 <领域>/<流程>.test.yaml`,
    'wrong-id': (p) => `文件名说的是“${p.expected}”，里面写的是“${p.name}”，请改成一致`,
    'wrong-area': (p) => `文件在 ${p.expected}/ 里，领域却写着“${p.name}”，请改成一致`,
    'duplicate-id': (p) => `“${p.name}”已经在 ${p.file} 中定义，请换一个名称`,
    'yaml-syntax': (p) => `不是正确的 YAML（${p.reason}），请检查缩进、冒号和引号`,
    'yaml-encoding': () => '文件不是 UTF-8 编码，请另存为 UTF-8',
    'yaml-duplicate-key': (p) => `键“${p.name}”写了两次，请去掉一个`,
    'yaml-reserved-key': (p) => `不能用“${p.name}”作键`,
    'yaml-reference': (p) => `不能用锚点和别名（${p.text}），请写出内容`,
    'yaml-tag': (p) => `不能用标签和指令（${p.text}），请去掉`,
    'yaml-number': (p) => `数字 ${p.text} 不能准确保存，请加引号写成文本`,
    'yaml-too-large': (p) => `文件超过 ${p.max} 字节，请拆开`,
    'yaml-too-deep': (p) => `嵌套超过 ${p.max} 层，请简化`,
  },
  warning: '（提醒）',
  fullStop: '。',
  didYouMean: (name) => `是不是“${name}”？`,
  checked: ({ files, errors, warnings }) => `检查了 ${files} 个文件：${errors} 个错误，${warnings} 个提醒`,
  bundled: (file, processes) => `已写入 ${file}：${processes} 个流程`,
  notBundled: '有错误，没有写入',
  scenarios: ({ passed, failed }) => `${passed} 个场景通过，${failed} 个不通过`,
  bound: (target, pages) => `制度文本已写入 ${target}：${pages} 页`,
  covered: (kind, { covered, all }) => {
    const what = {
      clauses: '条款',
      links: '流程间的联系',
      loops: '闭环',
      steps: '场景到达的环节',
      branches: '场景走过的分支',
      returns: '可退回且场景里退回过的流程',
      rejections: '可否决且场景里否决过的流程',
      overdue: '超期有动作且场景里超期过的流程',
    };
    return `${what[kind]}：${covered}/${all}`;
  },
  scenarioPassed: (title) => `通过  ${title}`,
  scenarioFailed: (title) => `不通过  ${title}`,
  mismatch: ({ action, what, expected, actual }) => `第 ${action} 步 ${what}：应为 ${expected}，实为 ${actual}`,
  noSuchFolder: (folder) => `读不到文件夹 ${folder}`,
  noSuchProcess: (file) => `${file} 不是所在文件夹中的流程定义`,
  usage: `用法：formloop <命令> [--locale zh-CN|zh-TW|en]
  check <文件夹> [--json]      检查所有定义
  test <文件夹> [流程 …]       运行场景测试；写了流程就只运行它们的，不管其他流程有没有问题
  book <文件夹> <输出文件夹>   生成制度文本
  coverage <文件夹> [--json]   条款、联系、闭环和环节的覆盖情况
  bundle <文件夹> <输出.json>  检查后打包
  explain <流程.yaml>          列出权限和环节`,
  explain: explainZhCN,
};
