import type { Act } from '../../case/actions.ts';

/** What a dialog says of an action. `body`: what will happen; `label` names the words it asks for. */
export type ActText = {
  readonly name: string;
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly label: string;
  readonly missing: string;
};

/** Rejecting reads differently where it does not end the case. */
export type ActKey = Act | 'rejectBranch' | 'rejectVote' | 'rejectAsked';

const reason = { label: '原因', missing: '请写明原因' };

export const words: Readonly<Record<ActKey, ActText>> = {
  agree: {
    name: '同意',
    title: '同意',
    body: '您的同意与您此刻看到的内容绑定；内容日后有改动，会重新请您确认。',
    confirm: '确认同意',
    label: '意见',
    missing: '请写明意见',
  },
  return: {
    name: '退回',
    title: '退回修改',
    body: '退回后，所选环节重新办理，填写的内容都会保留。',
    confirm: '确认退回',
    label: '意见',
    missing: '请写明意见',
  },
  reject: {
    name: '驳回',
    title: '驳回这份单据',
    body: '驳回后单据立即结束，其他人的待办一并取消，不能恢复。如需对方修改后再办，请改用“退回”。',
    confirm: '确认驳回并结束',
    ...reason,
  },
  rejectBranch: {
    name: '驳回',
    title: '驳回这条分支',
    body: '这条分支到此结束，其中的其他待办一并取消；同时进行的其他分支照常办理。',
    confirm: '确认驳回',
    ...reason,
  },
  rejectVote: {
    name: '驳回',
    title: '投驳回票',
    body: '您的驳回会计入本环节的表决，是否结束由本环节的规则决定。',
    confirm: '确认驳回',
    ...reason,
  },
  rejectAsked: {
    name: '不同意',
    title: '不同意',
    body: '单据不会因此结束：您的意见回到请您先看的人那里，由其决定。',
    confirm: '确认不同意',
    ...reason,
  },
  transfer: {
    name: '转办',
    title: '转给他人办理',
    body: '转办后由对方办理，您不再需要处理，仍可查看您看过的内容。',
    confirm: '确认转办',
    ...reason,
  },
  withdraw: {
    name: '撤回',
    title: '撤回单据',
    body: '撤回后，所有人的待办立即取消。请选择撤回之后怎么办：',
    confirm: '确认撤回',
    ...reason,
  },
  comment: {
    name: '评论',
    title: '添加评论',
    body: '能看到这份单据的人都能看到评论。评论提交后不能修改。',
    confirm: '发表评论',
    label: '评论内容',
    missing: '请填写评论内容',
  },
  abstain: {
    name: '弃权',
    title: '弃权',
    body: '弃权即您不表态，会记入单据；其余人照常办理。',
    confirm: '确认弃权',
    ...reason,
  },
  addSigners: {
    name: '加签',
    title: '请他人一起把关',
    body: '可以请一位或几位同事参加本环节。他们看到的内容与您相同，但不能修改。',
    confirm: '确认加签',
    label: '请他们看什么',
    missing: '请写明请他们看什么',
  },
  removeSigner: {
    name: '减签',
    title: '撤下一位办理人',
    body: '对方的待办立即取消，由其再加签的人也一并取消。',
    confirm: '确认减签',
    ...reason,
  },
  delegate: {
    name: '委派',
    title: '委派他人先提供意见',
    body: '对方看过后给出意见，单据回到您，由您决定。等待期间期限暂停。',
    confirm: '确认委派',
    label: '请对方看什么',
    missing: '请写明请对方看什么',
  },
  advise: {
    name: '提供意见',
    title: '提供意见',
    body: '您的意见会交给委派您的人，由其作出决定。',
    confirm: '提交意见',
    label: '意见',
    missing: '请写明意见',
  },
  claim: {
    name: '认领',
    title: '认领这项待办',
    body: '认领后由您办理，其他人暂时不能办理，直到您办完或放回。',
    confirm: '确认认领',
    label: '意见',
    missing: '请写明意见',
  },
  release: {
    name: '放回',
    title: '放回待认领',
    body: '放回后，其他人又可以办理。',
    confirm: '确认放回',
    label: '意见',
    missing: '请写明意见',
  },
  consult: {
    name: '征询',
    title: '征询他人意见',
    body: '对方能看到您在本环节看到的内容并回复。征询不影响办理，您随时可以继续。',
    confirm: '发出征询',
    label: '问题',
    missing: '请写明要问什么',
  },
  reply: {
    name: '回复',
    title: '回复征询',
    body: '回复会显示在单据上，提交后不能修改。',
    confirm: '提交回复',
    label: '回复',
    missing: '请填写回复',
  },
  takeBack: {
    name: '拿回',
    title: '拿回我的决定',
    body: '您的决定作废，环节重新由您办理，随后开始的环节一并取消。后面的人已经查看或办理的，不能拿回。',
    confirm: '确认拿回',
    ...reason,
  },
  urge: {
    name: '催办',
    title: '催办',
    body: '正在办理的人会在待办中看到您的催办。同一份单据 4 小时内只能催办一次。',
    confirm: '发出催办',
    label: '留言',
    missing: '请填写留言',
  },
  cancel: {
    name: '作废',
    title: '作废这份单据',
    body: '单据立即结束，所有待办取消，不能恢复。',
    confirm: '确认作废',
    ...reason,
  },
  hold: {
    name: '挂起',
    title: '挂起这份单据',
    body: '挂起期间无人能够办理，期限停止计算，直到恢复。',
    confirm: '确认挂起',
    ...reason,
  },
  resume: {
    name: '恢复办理',
    title: '恢复办理',
    body: '所有待办恢复，期限按挂起时剩余的时间顺延。',
    confirm: '确认恢复',
    ...reason,
  },
  terminate: {
    name: '终止',
    title: '终止这份单据',
    body: '单据立即结束，所有待办取消，不能恢复。',
    confirm: '确认终止',
    ...reason,
  },
  jump: {
    name: '跳转',
    title: '跳转到其他环节',
    body: '跳到后面的环节时，中间的环节记为无人决定，其中的台账登记、发起和抄送都不执行；跳回前面的环节时，从所选环节起重新办理。',
    confirm: '确认跳转',
    ...reason,
  },
  reassign: {
    name: '改派',
    title: '改派待办',
    body: '所选待办改由他人办理。本人回避、职责分离等规则同样适用。',
    confirm: '确认改派',
    ...reason,
  },
  changeDue: {
    name: '改期限',
    title: '修改期限',
    body: '新的期限立即生效，提醒重新计算。',
    confirm: '确认修改',
    ...reason,
  },
  revoke: {
    name: '撤销',
    title: '申请撤销已完成的单据',
    body: '系统另行发起一张撤销单。撤销单通过后，已登记的台账按规定冲回，本单据记为已撤销；在此之前本单据照旧有效。',
    confirm: '申请撤销',
    ...reason,
  },
};

export type ActWords = typeof words;
