import type { Refusal } from '#engine';
import { catalogue } from './locale.ts';

/** Why the engine turned a command down and what to do next. A new `Refusal` does not compile until all three say it. */
export type RefusalWords = Readonly<Record<Refusal['code'], string>>;

export const refusalWords = catalogue<RefusalWords>({
  'zh-CN': {
    'not-startable': '这个流程不能由您手工发起',
    'not-open': '单据已经结束，不能再办理',
    'step-moved': '单据已流转到别的环节，请刷新后再看',
    'not-your-task': '这个环节现在不由您办理，可能已由他人办完或转走',
    'content-changed': '您打开之后内容有改动，请再看一眼后确认',
    'invalid-values': '有内容需要修改后才能提交',
    'opinion-required': '请写明意见',
    'reject-not-allowed': '这个环节不能驳回，可以改用“退回”',
    'return-not-allowed': '不能退回到所选环节',
    'return-limit': '退回次数已用完，请同意、驳回或联系流程管理员',
    'transfer-not-allowed': '不能转给此人，请换一位在职且未在本环节办理的人',
    'withdraw-not-allowed': '单据已过可撤回的环节，不能撤回',
    nobody: '下一个环节找不到办理人，请联系流程管理员。您填写的内容都在。',
    'no-such-row': '要更新的台账记录不存在，请联系流程管理员。您填写的内容都在。',
  },
  'zh-TW': {
    'not-startable': '這個流程不能由您手動發起',
    'not-open': '單據已經結束，不能再辦理',
    'step-moved': '單據已流轉到別的環節，請重新整理後再看',
    'not-your-task': '這個環節現在不由您辦理，可能已由他人辦完或轉走',
    'content-changed': '您開啟之後內容有改動，請再看一眼後確認',
    'invalid-values': '有內容需要修改後才能提交',
    'opinion-required': '請寫明意見',
    'reject-not-allowed': '這個環節不能駁回，可以改用「退回」',
    'return-not-allowed': '不能退回到所選環節',
    'return-limit': '退回次數已用完，請同意、駁回或聯絡流程管理員',
    'transfer-not-allowed': '不能轉給此人，請換一位在職且未在本環節辦理的人',
    'withdraw-not-allowed': '單據已過可撤回的環節，不能撤回',
    nobody: '下一個環節找不到辦理人，請聯絡流程管理員。您填寫的內容都在。',
    'no-such-row': '要更新的臺賬記錄不存在，請聯絡流程管理員。您填寫的內容都在。',
  },
  en: {
    'not-startable': 'You cannot start this process by hand',
    'not-open': 'The case has ended; nothing more can be done in it',
    'step-moved': 'The case has moved on to another step. Reload to see it.',
    'not-your-task': 'This step is not yours now; someone else may have acted on it or taken it over',
    'content-changed': 'Something changed since you opened it. Look again, then confirm.',
    'invalid-values': 'Some values need to be changed first',
    'opinion-required': 'Please write your opinion',
    'reject-not-allowed': 'This step cannot reject; use “Return” instead',
    'return-not-allowed': 'The case cannot be returned to that step',
    'return-limit': 'No returns are left. Agree, reject, or ask the administrator.',
    'transfer-not-allowed':
      'This person cannot take it over; choose someone active who does not hold this step already',
    'withdraw-not-allowed': 'The case is past the step until which it could be withdrawn',
    nobody: 'Nobody was found for the next step. Ask the administrator; everything you typed is kept.',
    'no-such-row': 'The ledger record to update does not exist. Ask the administrator; everything you typed is kept.',
  },
});
