import type { Catalogue, Params } from './catalogue.ts';
import { explainZhTW } from './explain-zh-tw.ts';

const TYPES: Params = {
  text: '文本',
  integer: '整數',
  decimal: '數值',
  flag: '是否',
  date: '日期',
  dateRange: '起止日期',
  choice: '選項',
  person: '人員',
  unit: '單位',
  week: '週',
  file: '附件',
  record: '記錄',
  table: '表格',
  any: '任意值',
  null: '空值',
  name: '名稱',
  field: '欄位',
  function: '函數',
};

const type = (name = ''): string =>
  name.startsWith('list<') ? `${type(name.slice(5, -1))}的清單` : (TYPES[name] ?? name);

const JSON_TYPES: Params = {
  string: '文本',
  number: '數字',
  boolean: '是或否',
  object: '若干鍵值',
  array: '清單',
  null: '空',
};
const shape = (names = ''): string =>
  names
    .split(', ')
    .map((name) => JSON_TYPES[name] ?? name)
    .join('或');

const FORMATS: Params = {
  id: '用小寫字母開頭，只含字母、數字和連字號',
  path: '寫成 表單.欄位 或 表單.表格.欄',
  duration: '寫成 3d（天）、3wd（工作日）、4h（小時）、4wh（工作小時）或 friday 18:00',
  point: '寫成 first + 2d、last + 3wd 18:00 或 workday 3，相差不超過 100 天',
  reminderSpan: '寫成 3d（天）、1wd（工作日）或 4h（小時）',
  dateRule: '寫成 today + 5wd 或 表單.日期欄位 - 3d',
  date: '寫成 2026-11-22',
  zone: '寫成 Asia/Shanghai',
  dayTime: '寫成 09:00',
  clock: '寫成 2026-11-02T09:00',
  number: '寫成數字',
  keep: '寫成 10y',
  format: '要含一個 {seq:位數}，年月寫 {yyyy} {mm}',
};

const SIZES: Params = {
  minLength: '至少要有 N 個字元',
  maxLength: '最多 N 個字元',
  minimum: '不能小於 N',
  maximum: '不能大於 N',
  minItems: '至少要有 N 項',
  maxItems: '最多 N 項',
  minProperties: '至少要有 N 個鍵',
  maxProperties: '最多 N 個鍵，請檢查縮排',
};

const TYPE_ERRORS: Readonly<Record<string, (params: Params) => string>> = {
  operands: (p) => `「${p.operator}」不能用在${type(p.left)}和${type(p.right)}之間，請改成同類的值`,
  operand: (p) => `「${p.operator}」需要${type(p.expected)}，這裡是${type(p.actual)}`,
  argument: (p) => `${p.function}() 需要${type(p.expected)}，這裡是${type(p.actual)}`,
  arguments: (p) => `${p.function}() 需要 ${p.expected} 個參數，這裡有 ${p.actual} 個`,
  branches: (p) => `「?:」的兩個結果類型不同：${type(p.left)}和${type(p.right)}，請改成同類的值`,
  elements: (p) => `清單裡的值類型不同：${type(p.left)}和${type(p.right)}，請改成同類的值`,
  result: (p) => `這裡要得到${type(p.expected)}，表達式給出的是${type(p.actual)}`,
  field: (p) =>
    p.actual === 'person'
      ? `人員沒有欄位「${p.name}」；要用部門時，請設一個單位欄位，寫 default: case.unit`
      : `${type(p.actual)}沒有欄位「${p.name}」`,
  index: (p) => `「[]」要用在清單上，序號是整數，這裡是${type(p.actual)}`,
};

const NOBODY: Readonly<Record<string, (params: Params) => string>> = {
  'head-of-unit': (p) => `單位「${p.name}」和它的上級單位都沒有負責人，請在 organisation.yaml 中寫明 head`,
  post: (p) => `崗位「${p.name}」現在沒有在職的人，請在 organisation.yaml 中安排，或換一個崗位`,
  unit: (p) =>
    `崗位「${p.name}」在 ${p.count} 個單位及其上級單位中沒有人：${p.units}；遇到這些單位時由 rules.nobody 的人辦理`,
  head: (p) => `${p.count} 個單位找不到負責人：${p.units}；遇到這些單位時由 rules.nobody 的人辦理`,
  manager: (p) => `角色「${p.name}」的「${p.person}」沒有上級，請在 organisation.yaml 中寫明，或換一種找人的辦法`,
};

const NO_END: Readonly<Record<string, (params: Params) => string>> = {
  readonly: (p) =>
    `欄位「${p.name}」必填但不能填寫，也沒有預設值，填到這裡的單據再也提交不了；請去掉 required 或 readonly，或給出 default`,
  check: () => '這條檢查永遠不成立，表單再也提交不了；請改正條件或去掉這條檢查',
  nobody: (p) => `角色「${p.name}」沒有人，rules.nobody 也找不到人，單據會停在這裡；請安排崗位人員`,
};

const UNREACHABLE: Readonly<Record<string, (params: Params) => string>> = {
  never: (p) => `永遠走不到環節「${p.name}」：條件「${p.when}」不可能成立，請改正條件或去掉這一支`,
  excluded: (p) =>
    `永遠走不到環節「${p.name}」：條件「${p.when}」成立時，${p.by} 已經走了別的路，請改正條件或去掉這一支`,
  exhausted: (p) => `走不到環節「${p.name}」：前面的條件已經包括所有情況，可以寫成 else: []`,
};

const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'branch-outside': '只有在並行塊裡，駁回才能只結束一支；請寫 ends: case',
  'reject-by-all': 'by: all 只用於或簽（any）；其他方式由第一個駁回或票數決定；請去掉 by',
  'fail-without-reject': '這裡不能駁回，也就不會因第一個駁回而不通過；請去掉 fail 或 reject',
  'claim-for-all': '要幾個人一起決定的環節不能由一個人認領；請去掉 claim，或改用 any',
  'no-deadline': '這個環節沒有期限，寫在這裡的事永遠不會發生；請加上 due',
  'decides-for-a-row': '一列到期不能決定整個環節；請去掉 then',
  'decides-a-form': '到期不能代人填寫表單；請去掉 then',
  'not-last': '到期已經作出決定，後面的安排不會再做；then 只能寫一次，寫在最後',
  'decides-repeatedly': '到期只決定一次；請去掉 times',
  'may-not-reject': '這個環節不能駁回，到期也不能；請去掉 then 或 reject: false',
  'waits-for-series': '週期發起在單據結束後還會繼續，不能等它辦完；請去掉 wait 或 every',
  'series-of-rows': '週期發起一次只發起一張單據，不能按列發起；請去掉 each 或 every',
  'aggregate-without-collect': 'aggregate 只用於 hit: collect',
  'priority-without-values': 'hit: priority 要在結果欄寫 values，先寫的優先',
  'no-day-to-look': 'while 在某一天查看；請寫 every 或 at',
};

/** A value between braces was cut at its comma. */
const CUT = (rest = ''): string => `「${rest}」像是表達式的後半段：花括號裡逗號表示下一個鍵，請給整個表達式加引號`;

const FIXED: Readonly<Record<string, string>> = {
  later: '它不在第一張表單裡',
  derived: '它的值由系統算出或查出',
  readonly: '發起時不能填寫',
  files: '附件和簽名只屬於原來的單據',
  rows: '它的列是固定的',
};

const HIDDEN: Readonly<Record<string, string>> = {
  later: '它不在第一張表單裡',
  kind: '這種欄位會讓外人看到公司內部的人員、單位、臺賬或附件',
  ledger: '它的值從臺賬查出，外人不能看',
  table: '它的值由決策表給出，外人不能看',
  required: '它必填，但外人看不到，連結也沒有給出；請加入 fields 或 fixed',
};

const UNSAFE: Readonly<Record<string, (params: Params) => string>> = {
  form: (p) => `「${p.name}」要填寫`,
  opinion: () => '同意時要寫意見',
  apart: (p) => `「${p.name}」與其他角色職責分離`,
  money: (p) => `涉及金額「${p.name}」`,
};

const STARTABLE: Readonly<Record<string, string>> = {
  itself: '它就是本流程',
  people: '現在可以由人發起；請寫 startable: false',
  ledger: '現在會由臺賬發起；請去掉它的 triggers',
  process: '現在會由別的流程發起；請去掉那個環節',
};

/** 繁體中文 */
export const zhTW: Catalogue = {
  findings: {
    syntax: (p) =>
      p.found === '='
        ? '表達式寫法有誤，問題在「=」處；比較是否相等寫 =='
        : `表達式寫法有誤，問題在「${p.found}」處；請檢查括號、引號和運算符`,
    'unknown-name': (p) =>
      (p.owner ? `「${p.owner}」裡沒有${type(p.kind)}「${p.name}」` : `沒有叫「${p.name}」的${type(p.kind)}`) +
      (p.known ? `；可以用：${p.known}` : ''),
    type: (p) => TYPE_ERRORS[p.reason ?? '']?.(p) ?? '類型不符',
    'too-complex': (p) => `表達式太複雜（${p.limit} 最多 ${p.max}），請拆成幾個計算欄位`,
    'not-allowed': (p) => `表達式裡不能用「${p.what}」，可用的寫法見 docs/guide/expressions.md`,
    cycle: (p) => `欄位互相依賴，算不出來：${p.fields}；請去掉其中一處引用`,
    'unresolved-list': (p) => `lists.yaml 中沒有選項清單「${p.list}」`,
    'reserved-name': (p) => `「${p.name}」另有含義，不能用作名稱，請換一個`,
    'unknown-section-field': (p) => `表單裡沒有欄位「${p.name}」`,
    'repeated-section-field': (p) => `欄位「${p.name}」已經在別的分區裡，請去掉一處`,
    'nested-group': (p) => `「${p.name}」本身是群組，群組不能再放進群組`,
    'unknown-column': (p) => `沒有欄「${p.name}」`,
    'unknown-path': (p) => `沒有表單或欄位「${p.name}」`,
    'not-numeric': (p) => `欄「${p.name}」不是數值，不能合計`,
    'unknown-ledger': (p) => `沒有臺賬「${p.ledger}」`,
    'unknown-ledger-column': (p) => `臺賬「${p.ledger}」沒有欄「${p.name}」`,
    'unknown-sum': (p) => `臺賬「${p.ledger}」沒有彙總「${p.name}」`,
    'sum-key-missing': (p) => `彙總按「${p.name}」分組，key 裡要給出它的值`,
    'sum-key-unknown': (p) => `彙總不按「${p.name}」分組；請去掉`,
    'sum-key-type': (p) => `不能按 ${p.actual} 分組：用文字、選項、人員、單位、日期、期間、整數或是否`,
    'unknown-measure': (p) => `報表的這個部分沒有指標或維度「${p.name}」`,
    'unknown-indicator': (p) => `指標字典裡沒有「${p.name}」`,
    'part-without-title': (p) => `「${p.name}」沒有名稱：不是直接取一欄，請寫 title`,
    'part-without-start': (p) => `${p.show} 要寫 start：第一天在哪一欄`,
    'part-keys': (p) => `${p.show} 的 by 不對：figures 和 gauge 不寫，其他都要寫；與 over 一起最多一個`,
    'filter-applies-nowhere': (p) => `篩選「${p.name}」對哪個部分都不起作用：資料來源裡沒有這一欄，請寫 of`,
    'sum-amount-type': (p) => `${p.actual} 不能相加：用數字，或是否（是算 1）`,
    'lookup-type': (p) => `臺賬欄是${type(p.actual)}，欄位要的是${type(p.expected)}，請改欄位類型`,
    'lookup-key': (p) => `臺賬的鍵要寫列號或引用欄位，這裡是${type(p.actual)}`,
    'computed-twice': () => 'compute、lookup、decide 一個欄位只能寫一個，請去掉多餘的',
    'decide-type': (p) => `決策表給出的是${type(p.actual)}，欄位要的是${type(p.expected)}，請改其中一個`,
    'limits-reversed': (p) => `下限 ${p.min} 大於上限 ${p.max}，請對調`,
    'bad-date-rule': (p) => `看不懂日期規則「${p.rule}」，${FORMATS.dateRule}，工作日不超過 2500`,
    'unknown-unit': (p) => `沒有單位「${p.name}」`,
    'unknown-post': (p) => `沒有崗位「${p.name}」`,
    'unknown-person': (p) => `沒有人員「${p.name}」`,
    'unit-cycle': (p) => `單位「${p.name}」成了自己的上級，請改 parent`,
    'manager-cycle': (p) => `人員「${p.name}」成了自己的上級，請改 manager`,
    'seat-without-unit': (p) => `崗位「${p.post}」要寫明在哪個單位（unit）；只有外部人員可以不寫`,
    'post-without-holder': (p) => `崗位「${p.name}」現在沒有在職的人`,
    'missing-translation': (p) => `缺少 ${p.locale} 的文字，請補上`,
    'no-such-date': (p) => `沒有 ${p.date} 這一天`,
    'dates-reversed': (p) => `結束 ${p.to} 早於開始 ${p.from}，請對調`,
    'outside-year': (p) => `${p.date} 不屬於 ${p.year} 年，請移到相應年份`,
    'make-up-on-weekday': (p) => `${p.date} 本來就是工作日，調休上班日只能是週末`,
    'make-up-in-holiday': (p) => `${p.date} 在假期裡，不能同時是上班日`,
    'hours-out-of-order': (p) => `工作時段 ${p.from}–${p.to} 次序不對，請按先後寫，不要重疊`,
    'unknown-key': (p) => (p.why ? CUT(p.name) : `這裡沒有鍵「${p.name}」，請改正或去掉`),
    'missing-key': (p) => `缺少「${p.name}」，請補上`,
    'wrong-shape': (p) =>
      p.kind === 'expression'
        ? `這裡要寫表達式，現在是${shape(p.actual)}；請加引號`
        : `這裡要寫${shape(p.expected)}，現在是${shape(p.actual)}`,
    'wrong-size': (p) => (SIZES[p.limit ?? ''] ?? 'N').replace('N', p.size ?? ''),
    'not-allowed-value': (p) => `不能是「${p.value}」，可以是：${p.allowed}`,
    'no-variant': (p) => `看不出這是什麼，請寫下列鍵之一：${p.keys}`,
    'bad-format': (p) => `「${p.value}」寫法不對，請${FORMATS[p.kind ?? ''] ?? `符合 ${p.pattern}`}`,
    'bad-key': (p) => (p.why ? CUT(p.name) : `鍵「${p.name}」寫法不對，請${FORMATS.id}`),
    'repeated-item': () => '這一項前面已經有了，請去掉',
    'unknown-form': (p) => `沒有表單「${p.name}」`,
    'unknown-field': (p) =>
      p.process
        ? `流程「${p.process}」沒有欄位「${p.name}」`
        : p.why === 'unit'
          ? `「${p.name}」是單位，這裡要寫一個單位欄位；固定單位的負責人寫 headOf: { unit: ${p.name} }`
          : `沒有欄位「${p.name}」`,
    'unknown-role': (p) => `沒有角色「${p.name}」，請在 roles 中定義`,
    'unknown-step': (p) => `沒有環節「${p.name}」`,
    'unknown-process': (p) => `沒有流程「${p.name}」`,
    'unknown-table': (p) => `沒有決策表「${p.name}」`,
    'clause-uncovered': (p) => `條款 ${p.name} 沒有任何流程、環節或 covers 落實`,
    'repeated-clause': (p) => `條款 ${p.name} 前面已經有了`,
    'unknown-clause': (p) => `clauses.yaml 中沒有條款「${p.name}」`,
    'unknown-document': (p) => `沒有來源文件「${p.name}」`,
    'link-uncarried': (p) => `${p.from} 到 ${p.to} 的聯繫（${p.kind}）沒有在流程定義中實現`,
    'loop-broken': (p) => `閉環 ${p.name} 在 ${p.from} 到 ${p.to} 之間斷開`,
    'unknown-setting': (p) => `沒有設定「${p.name}」`,
    'unknown-calendar': (p) => `沒有工作日曆「${p.name}」`,
    'unknown-area': (p) => `areas.yaml 中沒有業務領域「${p.name}」`,
    'unknown-values': (p) => `values 中沒有「${p.name}」`,
    'wrong-field-type': (p) => `欄位「${p.name}」的類型是 ${p.actual}，這裡要用 ${p.expected}`,
    'not-in-first-form': (p) => `發起「${p.process}」時只能帶入第一張表單「${p.form}」的欄位，「${p.name}」不在其中`,
    'not-prefillable': (p) => `「${p.name}」不能帶出上期內容：${FIXED[p.why ?? ''] ?? ''}；請去掉`,
    'not-public': (p) => `公開表單不能用「${p.name}」：${HIDDEN[p.why ?? ''] ?? ''}`,
    'duplicate-step': (p) => `環節「${p.name}」重名，請換一個名稱`,
    'first-step-not-fill': (p) => `第一個環節要由發起人填寫（fill），「${p.name}」不是`,
    'first-step-not-starter': (p) => `第一個環節由發起人填寫，角色「${p.name}」要寫成 { starter: true }`,
    'return-not-earlier': (p) =>
      `從「${p.from}」不能退回「${p.name}」：它不在前面，或在已經離開的並行分支裡；請換一個更早的環節`,
    'return-to-effect': (p) => `「${p.name}」不需要人辦理，不能退回到那裡；請退回填寫或審批環節`,
    'bad-duration': (p) => `看不懂期限「${p.text}」，請${FORMATS.duration}，不超過一年`,
    'bad-point': (p) => `看不懂時點「${p.text}」，請${FORMATS.point}`,
    'duty-order': (p) => `${p.period} 這一期的時間次序不對：開放要早於到期，關閉不能早於到期`,
    'duty-nobody': () => '例行職責沒有發起人，rules.nobody 要寫一個有人在職的崗位',
    'no-else': (p) =>
      p.case
        ? `選擇「${p.name}」沒有 else，有的情況不知道往哪走：${p.case}；請在最後加上 else`
        : `選擇「${p.name}」沒有 else，條件都不成立時不知道往哪走；請在最後加上 else`,
    'else-not-last': () => 'else 要寫在最後，它後面的條件不會再看',
    'branches-overlap': (p) =>
      `${p.case} 時「${p.first}」和「${p.second}」都成立，會走前一支；如果不是本意，請劃清界限`,
    'return-never-done': (p) => `從「${p.from}」永遠不能退回「${p.name}」：沒有單據會先後經過這兩個環節；請換一個環節`,
    'withdraw-never': (p) => `一提交「${p.name}」就辦完了，單據永遠不能撤回；請寫後面的環節`,
    'wait-cycle': (p) =>
      p.why === 'always'
        ? `流程互相等待，沒有盡頭：${p.round}；這樣的單據永遠辦不完。請去掉 wait，或用選擇繞過它`
        : `流程互相等待：${p.round}；請確認每一輪都更接近結束`,
    'waits-for-stuck': (p) => `單據要等「${p.name}」辦完，而它可能永遠辦不完（${p.flaw}）；請先改正那個流程`,
    contradiction: (p) => CONTRADICTIONS[p.why ?? ''] ?? '',
    race: (p) =>
      p.why === 'write'
        ? `同時進行的兩支都填寫表單「${p.form}」，後填的會蓋掉先填的；請各用各的表單`
        : `讀取「${p.field}」時，旁邊的一支正在填寫它，結果全憑先後；請排出先後次序`,
    'counts-twice': (p) => `從「${p.from}」可以退回「${p.to}」，再走到這裡時「${p.column}」會重複累計；請加上 undo`,
    'not-undone': (p) => `撤銷單據時，「${p.name}」寫入臺賬「${p.ledger}」的內容不會改回來；請加上 undo`,
    'revoke-startable': (p) => `「${p.name}」只能由撤銷申請發起，${STARTABLE[p.why ?? ''] ?? ''}`,
    'trigger-never': (p) => `永遠不會由臺賬發起單據：條件「${p.when}」不可能成立，請改正條件`,
    'public-asks-starter': (p) => `公開表單的填寫人沒有帳號，環節「${p.name}」不能由他辦理，也不能退回給他`,
    'nobody-left': (p) =>
      p.administrators
        ? `「${p.starter}」發起時，角色「${p.name}」的人不夠，只剩系統管理員；請讓 rules.nobody 找到別的人`
        : p.apart
          ? `「${p.starter}」發起時，能擔任「${p.name}」的人可能都已擔任過要與它分離的角色；請讓 rules.nobody 找到更多的人`
          : `「${p.starter}」發起時，角色「${p.name}」沒有人可辦：本人不能審批自己的單據，rules.self 和 rules.nobody 也找不到別人；請在那裡寫上別的人`,
    'too-few-people': (p) =>
      `這個環節要 ${p.needed} 人，「${p.starter}」發起時「${p.name}」只找得到 ${p.found} 人；請減少人數，或讓 rules.nobody 找到更多的人`,
    'bad-ratio': (p) => `${p.ratio} 不是票數的比例；要大於零，不超過全部，例如 2/3、66.7%`,
    'escalates-to-itself': (p) => `「${p.name}」就是逾期的「${p.role}」，同樣的人；請寫由別人擔任的角色`,
    'unsafe-deadline-agreement': (p) =>
      `這裡不能到期自動同意：${UNSAFE[p.why ?? '']?.(p) ?? ''}；請改用 escalate，或到期駁回`,
    'apart-impossible': (p) => `角色 ${p.roles} 要職責分離，但一共只有 ${p.people} 能擔任；請安排別的人`,
    'apart-one-person': (p) => `與其他角色分離以後，「${p.name}」只剩「${p.person}」一人；此人不在時單據就要等`,
    'unreachable-step': (p) => UNREACHABLE[p.why ?? '']?.(p) ?? '',
    'no-way-to-end': (p) => NO_END[p.why ?? '']?.(p) ?? '',
    'role-cycle': (p) => `角色「${p.name}」最後要找的是自己的上級，請改 managerOf`,
    'role-finds-nobody': (p) => NOBODY[p.why ?? '']?.(p) ?? '',
    'nobody-finds-nobody': () => '找不到人時的最後人選也可能沒有人；請寫一個有人在職的崗位，不要依賴表單內容',
    'read-before-set': (p) =>
      p.case
        ? `走到這裡時，表單「${p.form}」可能還沒有填寫：${p.case}；這時「${p.field}」是空值。請讓每條路都先填寫，或用 filled() 判斷`
        : p.some
          ? `有的路走到這裡時，表單「${p.form}」還沒有填寫，「${p.field}」會是空值`
          : `走到這裡時，表單「${p.form}」還沒有人填寫，「${p.field}」總是空值；請調整環節次序`,
    'insert-missing': (p) =>
      `環節「${p.name}」要改本單據在臺賬「${p.ledger}」的那一列，但前面沒有登記（insert）；請先登記，或用 key 指明哪一列`,
    'bad-cell': (p) => `看不懂條件「${p.cell}」，請寫 <= 100000、(100000..500000]、用逗號分開的值，或 - 表示任意`,
    'missing-output': (p) => `缺少結果欄「${p.name}」`,
    'missing-input': (p) => `沒有給出決策表的輸入「${p.name}」`,
    'unknown-option': (p) => `選項清單「${p.list}」裡沒有「${p.name}」`,
    'table-without-answer': (p) => `有的情況沒有答案：${p.case}；請補一條規則`,
    'table-overlap': (p) => `第 ${p.first} 條和第 ${p.second} 條規則都適用於 ${p.case}，請劃清界限，或改為 hit: first`,
    'table-rule-never': (p) => `第 ${p.rule} 條規則永遠輪不到：前面的規則已經包括了所有情況`,
    'table-test-fails': (p) => `這個例子應當得到 ${p.expected}，決策表給出的是 ${p.actual}，請改其中一個`,
    'opening-cell': (p) => `這個值不能放進欄「${p.column}」，請按欄的類型書寫`,
    'opening-repeated': (p) => `已經有一列「${p.key}」，請去掉一列`,
    'missing-file': (p) => `缺少檔案 ${p.name}`,
    'unexpected-file': (p) =>
      `不知道 ${p.name} 是什麼；檔名以 .yaml 結尾，流程放在 <領域>/<流程>.yaml，測試放在 <領域>/<流程>.test.yaml`,
    'wrong-id': (p) => `檔名說的是「${p.expected}」，裡面寫的是「${p.name}」，請改成一致`,
    'wrong-area': (p) => `檔案在 ${p.expected}/ 裡，領域卻寫著「${p.name}」，請改成一致`,
    'duplicate-id': (p) => `「${p.name}」已經在 ${p.file} 中定義，請換一個名稱`,
    'yaml-syntax': (p) => `不是正確的 YAML（${p.reason}），請檢查縮排、冒號和引號`,
    'yaml-encoding': () => '檔案不是 UTF-8 編碼，請另存為 UTF-8',
    'yaml-duplicate-key': (p) => `鍵「${p.name}」寫了兩次，請去掉一個`,
    'yaml-reserved-key': (p) => `不能用「${p.name}」作鍵`,
    'yaml-reference': (p) => `不能用錨點和別名（${p.text}），請寫出內容`,
    'yaml-tag': (p) => `不能用標簽和指令（${p.text}），請去掉`,
    'yaml-number': (p) => `數字 ${p.text} 不能準確保存，請加引號寫成文本`,
    'yaml-too-large': (p) => `檔案超過 ${p.max} 字節，請拆開`,
    'yaml-too-deep': (p) => `嵌套超過 ${p.max} 層，請簡化`,
  },
  warning: '（提醒）',
  fullStop: '。',
  didYouMean: (name) => `是不是「${name}」？`,
  checked: ({ files, errors, warnings }) => `檢查了 ${files} 個檔案：${errors} 個錯誤，${warnings} 個提醒`,
  bundled: (file, processes) => `已寫入 ${file}：${processes} 個流程`,
  notBundled: '有錯誤，沒有寫入',
  scenarios: ({ passed, failed }) => `${passed} 個場景通過，${failed} 個不通過`,
  bound: (target, pages) => `制度文本已寫入 ${target}：${pages} 頁`,
  covered: (kind, { covered, all }) => {
    const what = {
      clauses: '條款',
      links: '流程間的聯繫',
      loops: '閉環',
      steps: '場景到達的環節',
      branches: '場景走過的分支',
      returns: '可退回且場景裡退回過的流程',
      rejections: '可否決且場景裡否決過的流程',
      overdue: '逾期有動作且場景裡逾期過的流程',
    };
    return `${what[kind]}：${covered}/${all}`;
  },
  scenarioPassed: (title) => `通過  ${title}`,
  scenarioFailed: (title) => `不通過  ${title}`,
  mismatch: ({ action, what, expected, actual }) => `第 ${action} 步 ${what}：應為 ${expected}，實為 ${actual}`,
  noSuchFolder: (folder) => `讀不到資料夾 ${folder}`,
  noSuchProcess: (file) => `${file} 不是所在資料夾中的流程定義`,
  usage: `用法：formloop <命令> [--locale zh-CN|zh-TW|en]
  check <資料夾> [--json]      檢查所有定義
  test <資料夾> [流程 …]       運行場景測試；寫了流程就只運行它們的，不管其他流程有沒有問題
  book <資料夾> <輸出資料夾>   產生制度文本
  coverage <資料夾> [--json]   條款、聯繫、閉環和環節的覆蓋情況
  bundle <資料夾> <輸出.json>  檢查後打包
  explain <流程.yaml>          列出權限和環節`,
  explain: explainZhTW,
};
