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
  dateRule: '写成 today + 5wd 或 表单.日期字段 - 3d',
  date: '写成 2026-11-22',
  zone: '写成 Asia/Shanghai',
  dayTime: '写成 09:00',
  clock: '写成 2026-11-02T09:00',
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
  field: (p) => `${type(p.actual)}没有字段“${p.name}”`,
  index: (p) => `“[]”要用在列表上，序号是整数，这里是${type(p.actual)}`,
};

const NOBODY: Readonly<Record<string, (params: Params) => string>> = {
  post: (p) => `岗位“${p.name}”现在没有在职的人，请在 organisation.yaml 中安排，或换一个岗位`,
  unit: (p) =>
    `岗位“${p.name}”在 ${p.count} 个单位及其上级单位中没有人：${p.units}；遇到这些单位时由 rules.nobody 的人办理`,
  head: (p) => `${p.count} 个单位找不到负责人：${p.units}；遇到这些单位时由 rules.nobody 的人办理`,
};

const NO_END: Readonly<Record<string, (params: Params) => string>> = {
  readonly: (p) =>
    `字段“${p.name}”必填但不能填写，也没有默认值，填到这里的单据再也提交不了；请去掉 required 或 readonly，或给出 default`,
  check: () => '这条检查永远不成立，表单再也提交不了；请改正条件或去掉这条检查',
  nobody: (p) => `角色“${p.name}”没有人，rules.nobody 也找不到人，单据会停在这里；请安排岗位人员`,
};

const UNREACHABLE: Readonly<Record<string, (params: Params) => string>> = {
  never: (p) => `永远走不到环节“${p.name}”：条件“${p.when}”不可能成立，请改正条件或去掉这一支`,
  excluded: (p) =>
    `永远走不到环节“${p.name}”：条件“${p.when}”成立时，前面或外层的条件已经走了别的路，请改正条件或去掉这一支`,
  exhausted: (p) => `走不到环节“${p.name}”：前面的条件已经包括所有情况，可以写成 else: []`,
};

/** 简体中文 */
export const zhCN: Catalogue = {
  findings: {
    syntax: (p) => `表达式写法有误，问题在“${p.found}”处；请检查括号、引号和运算符`,
    'unknown-name': (p) =>
      p.owner ? `“${p.owner}”里没有${type(p.kind)}“${p.name}”` : `没有叫“${p.name}”的${type(p.kind)}`,
    type: (p) => TYPE_ERRORS[p.reason ?? '']?.(p) ?? '类型不符',
    'too-complex': (p) => `表达式太复杂（${p.limit} 最多 ${p.max}），请拆成几个计算字段`,
    'not-allowed': (p) => `表达式里不能用“${p.what}”，可用的写法见 docs/guide`,
    cycle: (p) => `字段互相依赖，算不出来：${p.fields}；请去掉其中一处引用`,
    'unresolved-list': (p) => `lists.yaml 中没有选项列表“${p.list}”`,
    'reserved-name': (p) => `“${p.name}”另有含义，不能用作名称，请换一个`,
    'unknown-section-field': (p) => `表单里没有字段“${p.name}”`,
    'repeated-section-field': (p) => `字段“${p.name}”已经在别的分区里，请去掉一处`,
    'unknown-column': (p) => `没有列“${p.name}”`,
    'unknown-path': (p) => `没有表单或字段“${p.name}”`,
    'not-numeric': (p) => `列“${p.name}”不是数值，不能合计`,
    'unknown-ledger': (p) => `没有台账“${p.ledger}”`,
    'unknown-ledger-column': (p) => `台账“${p.ledger}”没有列“${p.name}”`,
    'lookup-type': (p) => `台账列是${type(p.actual)}，字段要的是${type(p.expected)}，请改字段类型`,
    'lookup-key': (p) => `台账的键要写行号或引用字段，这里是${type(p.actual)}`,
    'computed-twice': () => '一个字段不能既有 compute 又有 lookup，请去掉一个',
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
    'unknown-key': (p) => `这里没有键“${p.name}”，请改正或去掉`,
    'missing-key': (p) => `缺少“${p.name}”，请补上`,
    'wrong-shape': (p) => `这里要写${shape(p.expected)}，现在是${shape(p.actual)}`,
    'wrong-size': (p) => (SIZES[p.limit ?? ''] ?? 'N').replace('N', p.size ?? ''),
    'not-allowed-value': (p) => `不能是“${p.value}”，可以是：${p.allowed}`,
    'no-variant': (p) => `看不出这是什么，请写下列键之一：${p.keys}`,
    'bad-format': (p) => `“${p.value}”写法不对，请${FORMATS[p.kind ?? ''] ?? `符合 ${p.pattern}`}`,
    'bad-key': (p) => `键“${p.name}”写法不对，请${FORMATS.id}`,
    'repeated-item': () => '这一项前面已经有了，请去掉',
    'unknown-form': (p) => `没有表单“${p.name}”`,
    'unknown-field': (p) => (p.process ? `流程“${p.process}”没有字段“${p.name}”` : `没有字段“${p.name}”`),
    'unknown-role': (p) => `没有角色“${p.name}”，请在 roles 中定义`,
    'unknown-step': (p) => `没有环节“${p.name}”`,
    'unknown-process': (p) => `没有流程“${p.name}”`,
    'unknown-table': (p) => `没有决策表“${p.name}”`,
    'unknown-calendar': (p) => `没有工作日历“${p.name}”`,
    'unknown-area': (p) => `areas.yaml 中没有业务领域“${p.name}”`,
    'unknown-values': (p) => `values 中没有“${p.name}”`,
    'wrong-field-type': (p) => `字段“${p.name}”的类型是 ${p.actual}，这里要用 ${p.expected}`,
    'not-in-first-form': (p) => `发起“${p.process}”时只能带入第一张表单“${p.form}”的字段，“${p.name}”不在其中`,
    'duplicate-step': (p) => `环节“${p.name}”重名，请换一个名称`,
    'first-step-not-fill': (p) => `第一个环节要由发起人填写（fill），“${p.name}”不是`,
    'first-step-not-starter': (p) => `第一个环节由发起人填写，角色“${p.name}”要写成 { starter: true }`,
    'return-not-earlier': (p) =>
      `从“${p.from}”不能退回“${p.name}”：它不在前面，或在已经离开的并行分支里；请换一个更早的环节`,
    'return-to-effect': (p) => `“${p.name}”不需要人办理，不能退回到那里；请退回填写或审批环节`,
    'bad-duration': (p) => `看不懂期限“${p.text}”，请${FORMATS.duration}，不超过一年`,
    'no-else': (p) => `选择“${p.name}”没有 else，条件都不成立时不知道往哪走；请在最后加上 else`,
    'else-not-last': () => 'else 要写在最后，它后面的条件不会再看',
    'unreachable-step': (p) => UNREACHABLE[p.why ?? '']?.(p) ?? '',
    'no-way-to-end': (p) => NO_END[p.why ?? '']?.(p) ?? '',
    'role-cycle': (p) => `角色“${p.name}”最后要找的是自己的上级，请改 managerOf`,
    'role-finds-nobody': (p) => NOBODY[p.why ?? '']?.(p) ?? '',
    'nobody-finds-nobody': () => '找不到人时的最后人选也可能没有人；请写一个有人在职的岗位，不要依赖表单内容',
    'read-before-set': (p) =>
      p.some
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
  scenarioPassed: (title) => `通过  ${title}`,
  scenarioFailed: (title) => `不通过  ${title}`,
  mismatch: ({ action, what, expected, actual }) => `第 ${action} 步 ${what}：应为 ${expected}，实为 ${actual}`,
  noSuchFolder: (folder) => `读不到文件夹 ${folder}`,
  noSuchProcess: (file) => `${file} 不是所在文件夹中的流程定义`,
  usage: `用法：formloop <命令> [--locale zh-CN|zh-TW|en]
  check <文件夹> [--json]      检查所有定义
  test <文件夹>                运行场景测试
  bundle <文件夹> <输出.json>  检查后打包
  explain <流程.yaml>          列出权限和环节`,
  explain: explainZhCN,
};
