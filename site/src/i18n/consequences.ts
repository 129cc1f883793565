import { catalogue } from './locale.ts';

/** What happened along with an entry, one line each; the parts are names and titles already in the reader's language. */
export type ConsequenceWords = {
  /** `token`: the name of the start token that a machine used. */
  readonly byToken: (token: string) => string;
  readonly byLink: (link: string) => string;
  readonly entered: (step: string, people: string) => string;
  readonly autoAgreed: (step: string) => string;
  readonly returned: (step: string) => string;
  readonly moved: (person: string) => string;
  readonly cancelled: (count: number) => string;
  readonly ledger: (ledger: string) => string;
  readonly archived: string;
  readonly byRow: (date: string) => string;
  readonly started: (process: string) => string;
  readonly planned: (step: string, date: string) => string;
  readonly dropped: (step: string) => string;
  readonly series: (step: string, date: string) => string;
  readonly seriesClosed: (step: string) => string;
  readonly copied: (people: string) => string;
  readonly deadline: (step: string, time: string) => string;
  readonly withdrawnTo: (step: string) => string;
  readonly completed: string;
  /** `place`: how they take part. */
  readonly added: (place: string, people: string) => string;
  readonly delegated: (person: string) => string;
  readonly asked: (person: string, question: string) => string;
  readonly reopened: (step: string, people: string, fields: string) => string;
  readonly pathsReset: (steps: string) => string;
  readonly takenBack: (step: string) => string;
  readonly jumped: (step: string) => string;
  readonly passed: (steps: string) => string;
  readonly branchEnded: string;
  readonly byDeadline: (step: string, why: string) => string;
  readonly dueNow: (step: string, time: string) => string;
  readonly clockStopped: (step: string) => string;
  readonly reminded: (step: string) => string;
  readonly rowLate: (step: string) => string;
  readonly askedFirstLate: (step: string) => string;
  readonly childOpened: (number: string) => string;
  readonly childEnded: (status: string) => string;
  readonly childStopped: string;
  readonly revocation: string;
  readonly revoked: string;
};

export const consequenceWords = catalogue<ConsequenceWords>({
  'zh-CN': {
    byToken: (token) => `由外部系统用发起令牌“${token}”发起`,
    byLink: (link) => `由外部人员通过公开链接“${link}”提交`,
    entered: (step, people) => `“${step}”交由 ${people} 办理`,
    autoAgreed: (step) => `“${step}”：内容与此前同意的相同，自动同意`,
    returned: (step) => `退回到“${step}”`,
    moved: (person) => `转给 ${person}`,
    cancelled: (count) => `同时取消 ${count} 个待办`,
    ledger: (ledger) => `已登记到台账“${ledger}”`,
    archived: '已登记到档案台账',
    byRow: (date) => `台账记录的日期 ${date} 已到，自动发起`,
    started: (process) => `已发起“${process}”`,
    planned: (step, date) => `“${step}”将于 ${date} 发起`,
    dropped: (step) => `“${step}”的条件已不成立，没有发起`,
    series: (step, date) => `“${step}”下次于 ${date} 发起`,
    seriesClosed: (step) => `“${step}”不再定期发起`,
    copied: (people) => `抄送给 ${people}`,
    deadline: (step, time) => `“${step}”已过截止时间 ${time}`,
    withdrawnTo: (step) => `回到“${step}”，内容保留`,
    completed: '全部环节已办完',
    added: (place, people) => `${place}：${people}`,
    delegated: (person) => `请 ${person} 先提供意见`,
    asked: (person, question) => `问 ${person}：${question}`,
    reopened: (step, people, fields) =>
      `“${step}”所见内容有改动${fields === '' ? '' : `（${fields}）`}，请 ${people} 重新确认`,
    pathsReset: (steps) => `内容有改动，重新经过：${steps}`,
    takenBack: (step) => `“${step}”重新由本人办理`,
    jumped: (step) => `跳转到“${step}”`,
    passed: (steps) => `跳过，无人决定：${steps}`,
    branchEnded: '本分支到此结束，其他分支照常',
    byDeadline: (step, why) => `“${step}”到期自动完成：${why}`,
    dueNow: (step, time) => `“${step}”的期限为 ${time}`,
    clockStopped: (step) => `“${step}”的期限暂停`,
    reminded: (step) => `提醒“${step}”的办理人`,
    rowLate: (step) => `“${step}”中有明细到期`,
    askedFirstLate: (step) => `“${step}”先请的人到期未办`,
    childOpened: (number) => `关联单据 ${number} 已发起`,
    childEnded: (status) => `关联单据${status}`,
    childStopped: '停止由本单据发起的关联单据',
    revocation: '另行发起撤销单，通过后本单据撤销',
    revoked: '撤销单已通过，本单据撤销',
  },
  'zh-TW': {
    byToken: (token) => `由外部系統用發起權杖「${token}」發起`,
    byLink: (link) => `由外部人員透過公開連結「${link}」提交`,
    entered: (step, people) => `「${step}」交由 ${people} 辦理`,
    autoAgreed: (step) => `「${step}」：內容與此前同意的相同，自動同意`,
    returned: (step) => `退回到「${step}」`,
    moved: (person) => `轉給 ${person}`,
    cancelled: (count) => `同時取消 ${count} 個待辦`,
    ledger: (ledger) => `已登記到臺賬「${ledger}」`,
    archived: '已登記到檔案臺賬',
    byRow: (date) => `臺賬記錄的日期 ${date} 已到，自動發起`,
    started: (process) => `已發起「${process}」`,
    planned: (step, date) => `「${step}」將於 ${date} 發起`,
    dropped: (step) => `「${step}」的條件已不成立，沒有發起`,
    series: (step, date) => `「${step}」下次於 ${date} 發起`,
    seriesClosed: (step) => `「${step}」不再定期發起`,
    copied: (people) => `抄送給 ${people}`,
    deadline: (step, time) => `「${step}」已過截止時間 ${time}`,
    withdrawnTo: (step) => `回到「${step}」，內容保留`,
    completed: '全部環節已辦完',
    added: (place, people) => `${place}：${people}`,
    delegated: (person) => `請 ${person} 先提供意見`,
    asked: (person, question) => `問 ${person}：${question}`,
    reopened: (step, people, fields) =>
      `「${step}」所見內容有改動${fields === '' ? '' : `（${fields}）`}，請 ${people} 重新確認`,
    pathsReset: (steps) => `內容有改動，重新經過：${steps}`,
    takenBack: (step) => `「${step}」重新由本人辦理`,
    jumped: (step) => `跳轉到「${step}」`,
    passed: (steps) => `跳過，無人決定：${steps}`,
    branchEnded: '本分支到此結束，其他分支照常',
    byDeadline: (step, why) => `「${step}」到期自動完成：${why}`,
    dueNow: (step, time) => `「${step}」的期限為 ${time}`,
    clockStopped: (step) => `「${step}」的期限暫停`,
    reminded: (step) => `提醒「${step}」的辦理人`,
    rowLate: (step) => `「${step}」中有明細到期`,
    askedFirstLate: (step) => `「${step}」先請的人到期未辦`,
    childOpened: (number) => `關聯單據 ${number} 已發起`,
    childEnded: (status) => `關聯單據${status}`,
    childStopped: '停止由本單據發起的關聯單據',
    revocation: '另行發起撤銷單，通過後本單據撤銷',
    revoked: '撤銷單已通過，本單據撤銷',
  },
  en: {
    byToken: (token) => `Started by another system with the start token “${token}”`,
    byLink: (link) => `Sent by somebody outside through the public link “${link}”`,
    entered: (step, people) => `“${step}” went to ${people}`,
    autoAgreed: (step) => `“${step}” was agreed automatically: the contents are those agreed to before`,
    returned: (step) => `Back to “${step}”`,
    moved: (person) => `To ${person}`,
    cancelled: (count) => (count === 1 ? '1 open task was cancelled' : `${count} open tasks were cancelled`),
    ledger: (ledger) => `Recorded in “${ledger}”`,
    archived: 'Entered in the archive',
    byRow: (date) => `Started by itself: the date of a ledger record, ${date}, has come`,
    started: (process) => `Started “${process}”`,
    planned: (step, date) => `“${step}” will start on ${date}`,
    dropped: (step) => `“${step}” was no longer needed and was not started`,
    series: (step, date) => `“${step}” starts next on ${date}`,
    seriesClosed: (step) => `“${step}” no longer starts every week`,
    copied: (people) => `Copied to ${people}`,
    deadline: (step, time) => `“${step}” was due ${time}`,
    withdrawnTo: (step) => `Back to “${step}” with everything kept`,
    completed: 'All steps are done',
    added: (place, people) => `${people} (${place})`,
    delegated: (person) => `${person} gives advice first`,
    asked: (person, question) => `To ${person}: ${question}`,
    reopened: (step, people, fields) =>
      `“${step}”: what was agreed to changed${fields === '' ? '' : ` (${fields})`}; ${people} decide again`,
    pathsReset: (steps) => `Done again because of the changes: ${steps}`,
    takenBack: (step) => `“${step}” is with the same person again`,
    jumped: (step) => `To “${step}”`,
    passed: (steps) => `Passed, decided by nobody: ${steps}`,
    branchEnded: 'This branch ends here; the others go on',
    byDeadline: (step, why) => `“${step}” was completed by its deadline: ${why}`,
    dueNow: (step, time) => `“${step}” is due ${time}`,
    clockStopped: (step) => `The deadline of “${step}” stands still`,
    reminded: (step) => `The people of “${step}” were reminded`,
    rowLate: (step) => `A row of “${step}” is due`,
    askedFirstLate: (step) => `Those asked first at “${step}” are late`,
    childOpened: (number) => `Related case ${number} was opened`,
    childEnded: (status) => `The related case ended: ${status}`,
    childStopped: 'The related case this one had started is stopped',
    revocation: 'A case of its own asks for the revocation',
    revoked: 'The revocation was approved',
  },
});
