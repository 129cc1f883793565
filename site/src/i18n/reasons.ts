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
    because: 'Before that: ',
  },
});
