import { catalogue } from './locale.ts';

type Part = string | number;

/** Why somebody acts or a branch is taken; every part is a name already in the reader's language. */
export type ReasonWords = Readonly<{
  starter: string;
  post: (post: Part) => string;
  postInUnit: (unit: Part, post: Part) => string;
  managerOf: (person: Part) => string;
  headOf: (unit: Part) => string;
  field: (field: Part) => string;
  table: (row: Part, inputs: Part) => string;
  transfer: (person: Part) => string;
  self: string;
  nobody: string;
  only: string;
  chosen: string;
  otherwise: string;
  notChosen: string;
  sameContent: string;
  proxy: (person: Part, from: Part, until: Part) => string;
  leaver: (person: Part) => string;
  addedBefore: (person: Part) => string;
  addedAfter: (person: Part) => string;
  addedParallel: (person: Part) => string;
  delegated: (person: Part) => string;
  consulted: (person: Part) => string;
  escalated: (person: Part) => string;
  reassigned: (by: Part, person: Part) => string;
  shortage: string;
  apart: (person: Part) => string;
  lastResort: string;
  familiar: string;
  reopened: (fields: Part) => string;
  claimedBy: (person: Part) => string;
  decidedAny: (person: Part) => string;
  decidedAll: string;
  votesReached: string;
  votesImpossible: string;
  handedIn: (person: Part) => string;
  returned: (person: Part) => string;
  rejected: (person: Part) => string;
  branchRejected: (person: Part) => string;
  withdrawn: (person: Part) => string;
  voided: (person: Part) => string;
  terminated: (person: Part) => string;
  jumped: (person: Part) => string;
  jumpedBranch: string;
  takenBack: (person: Part) => string;
  removed: (person: Part) => string;
  deadline: string;
  because: string;
}>;

export const reasonWords = catalogue<ReasonWords>({
  'zh-CN': {
    starter: '发起人本人',
    post: (post) => `任“${post}”岗位`,
    postInUnit: (unit, post) => `任 ${unit} 的“${post}”`,
    managerOf: (person) => `是 ${person} 的直接上级`,
    headOf: (unit) => `是 ${unit} 的负责人`,
    field: (field) => `表单“${field}”中指定`,
    table: (row, inputs) => `审批权限表第 ${row} 行（${inputs}）`,
    transfer: (person) => `由 ${person} 转办`,
    self: '原应由本人办理自己的单据，按规定改由他人',
    nobody: '原定的办理人空缺，按规定改由他人',
    only: '唯一的分支',
    chosen: '满足条件',
    otherwise: '其他条件都不满足',
    notChosen: '不满足条件',
    sameContent: '此前已同意相同内容',
    proxy: (person, from, until) => `${person} 于 ${from} 至 ${until} 不在，由本人代理`,
    leaver: (person) => `${person} 已离职，由本人接手`,
    addedBefore: (person) => `${person} 加签，请其先看`,
    addedAfter: (person) => `${person} 加签，请其后看`,
    addedParallel: (person) => `${person} 加签，请其一起办理`,
    delegated: (person) => `${person} 委派其提供意见`,
    consulted: (person) => `${person} 向其征询`,
    escalated: (person) => `${person} 逾期未办，按规定升级`,
    reassigned: (by, person) => `管理员 ${by} 由 ${person} 改派`,
    shortage: '办理人不足，按规定补足',
    apart: (person) => `${person} 已承担另一项须分离的职责，不能再办理`,
    lastResort: '按规定也找不到办理人，最后由系统管理员处理',
    familiar: '上一次由本人办理',
    reopened: (fields) => `所见内容有改动（${fields}），重新请其确认`,
    claimedBy: (person) => `${person} 已认领`,
    decidedAny: (person) => `${person} 已决定，本环节任一人决定即可`,
    decidedAll: '本环节已经办完',
    votesReached: '同意票已够',
    votesImpossible: '同意票已不可能够',
    handedIn: (person) => `${person} 已提交`,
    returned: (person) => `${person} 退回了单据`,
    rejected: (person) => `${person} 驳回了单据`,
    branchRejected: (person) => `${person} 驳回了这条分支`,
    withdrawn: (person) => `${person} 撤回了单据`,
    voided: (person) => `${person} 作废了单据`,
    terminated: (person) => `管理员 ${person} 终止了单据`,
    jumped: (person) => `管理员 ${person} 把单据跳转到了别的环节`,
    jumpedBranch: '由管理员跳转决定',
    takenBack: (person) => `${person} 拿回了自己的决定`,
    removed: (person) => `${person} 撤下了这项待办`,
    deadline: '到期自动处理',
    because: '原本：',
  },
  'zh-TW': {
    starter: '發起人本人',
    post: (post) => `任「${post}」崗位`,
    postInUnit: (unit, post) => `任 ${unit} 的「${post}」`,
    managerOf: (person) => `是 ${person} 的直接上級`,
    headOf: (unit) => `是 ${unit} 的負責人`,
    field: (field) => `表單「${field}」中指定`,
    table: (row, inputs) => `審批權限表第 ${row} 列（${inputs}）`,
    transfer: (person) => `由 ${person} 轉辦`,
    self: '原應由本人辦理自己的單據，按規定改由他人',
    nobody: '原定的辦理人空缺，按規定改由他人',
    only: '唯一的分支',
    chosen: '滿足條件',
    otherwise: '其他條件都不滿足',
    notChosen: '不滿足條件',
    sameContent: '此前已同意相同內容',
    proxy: (person, from, until) => `${person} 於 ${from} 至 ${until} 不在，由本人代理`,
    leaver: (person) => `${person} 已離職，由本人接手`,
    addedBefore: (person) => `${person} 加簽，請其先看`,
    addedAfter: (person) => `${person} 加簽，請其後看`,
    addedParallel: (person) => `${person} 加簽，請其一起辦理`,
    delegated: (person) => `${person} 委派其提供意見`,
    consulted: (person) => `${person} 向其徵詢`,
    escalated: (person) => `${person} 逾期未辦，按規定升級`,
    reassigned: (by, person) => `管理員 ${by} 由 ${person} 改派`,
    shortage: '辦理人不足，按規定補足',
    apart: (person) => `${person} 已承擔另一項須分離的職責，不能再辦理`,
    lastResort: '按規定也找不到辦理人，最後由系統管理員處理',
    familiar: '上一次由本人辦理',
    reopened: (fields) => `所見內容有改動（${fields}），重新請其確認`,
    claimedBy: (person) => `${person} 已認領`,
    decidedAny: (person) => `${person} 已決定，本環節任一人決定即可`,
    decidedAll: '本環節已經辦完',
    votesReached: '同意票已夠',
    votesImpossible: '同意票已不可能夠',
    handedIn: (person) => `${person} 已提交`,
    returned: (person) => `${person} 退回了單據`,
    rejected: (person) => `${person} 駁回了單據`,
    branchRejected: (person) => `${person} 駁回了這條分支`,
    withdrawn: (person) => `${person} 撤回了單據`,
    voided: (person) => `${person} 作廢了單據`,
    terminated: (person) => `管理員 ${person} 終止了單據`,
    jumped: (person) => `管理員 ${person} 把單據跳轉到了別的環節`,
    jumpedBranch: '由管理員跳轉決定',
    takenBack: (person) => `${person} 拿回了自己的決定`,
    removed: (person) => `${person} 撤下了這項待辦`,
    deadline: '到期自動處理',
    because: '原本：',
  },
  en: {
    starter: 'is the person who started the case',
    post: (post) => `holds the post “${post}”`,
    postInUnit: (unit, post) => `holds the post “${post}” in ${unit}`,
    managerOf: (person) => `is the line manager of ${person}`,
    headOf: (unit) => `heads ${unit}`,
    field: (field) => `was named in “${field}”`,
    table: (row, inputs) => `row ${row} of the authority table (${inputs})`,
    transfer: (person) => `was handed it by ${person}`,
    self: 'steps in because people do not decide on their own cases',
    nobody: 'steps in because nobody was found',
    only: 'the only branch',
    chosen: 'its condition holds',
    otherwise: 'no other condition holds',
    notChosen: 'its condition does not hold',
    sameContent: 'agreed to the same contents before',
    proxy: (person, from, until) => `stands in for ${person}, who is away from ${from} to ${until}`,
    leaver: (person) => `takes over from ${person}, who has left`,
    addedBefore: (person) => `was asked by ${person} to look first`,
    addedAfter: (person) => `was asked by ${person} to agree as well`,
    addedParallel: (person) => `was asked by ${person} to decide as well`,
    delegated: (person) => `was asked by ${person} for advice`,
    consulted: (person) => `was asked a question by ${person}`,
    escalated: (person) => `takes over because ${person} is late`,
    reassigned: (by, person) => `was given it by the administrator ${by} instead of ${person}`,
    shortage: 'fills up because too few people were found',
    apart: (person) => `${person} acts for a duty that is kept apart from this one`,
    lastResort: 'as administrator, because the rules found nobody',
    familiar: 'decided it the last time',
    reopened: (fields) => `what was agreed to has changed (${fields})`,
    claimedBy: (person) => `${person} has claimed it`,
    decidedAny: (person) => `${person} has decided; one decision is enough here`,
    decidedAll: 'the step is done',
    votesReached: 'enough people have agreed',
    votesImpossible: 'the agreements needed can no longer be reached',
    handedIn: (person) => `${person} has handed it in`,
    returned: (person) => `${person} returned the case`,
    rejected: (person) => `${person} rejected the case`,
    branchRejected: (person) => `${person} rejected this branch`,
    withdrawn: (person) => `${person} withdrew the case`,
    voided: (person) => `${person} cancelled the case`,
    terminated: (person) => `the administrator ${person} terminated the case`,
    jumped: (person) => `the administrator ${person} moved the case`,
    jumpedBranch: 'an administrator moved the case',
    takenBack: (person) => `${person} took a decision back`,
    removed: (person) => `${person} removed it`,
    deadline: 'the deadline decided',
    because: 'Before that: ',
  },
});
