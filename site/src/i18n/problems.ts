import type { Problem, Words } from '../../../schemas/generated/api.ts';
import { connectionProblems, isConnectionCode, type ProblemText, say } from './connection-problems.ts';
import { catalogue, type Locale, pick } from './locale.ts';
import { refusalWords, whyWords } from './refusals.ts';

const byCode = catalogue({
  'zh-CN': {
    'wrong-credentials': say('人员编号或密码不正确。', '请检查后重新输入。'),
    'too-many-attempts': say('尝试次数过多，暂时不能登录。', '请过几分钟再试，或联系平台管理员。'),
    'not-found': say('没有找到，或者您无权查看。', '请检查链接，或回到工作台查找。'),
    conflict: say('内容刚刚被其他人更新。', '请刷新后再试。'),
    'too-large': say('内容太大。', '请减少内容或缩小附件。'),
    unexpected: say('服务器出了问题。', '请稍后重试；已经确认的操作不会丢失。'),
    'read-only': say('您可以查看这张单据，但不能处理。', '等待谁处理，请看单据上的流程图。'),
    'signed-out': say('登录已过期。', '请重新登录，登录后回到本页。'),
    stale: say('单据刚刚有了新的变化。', '请查看最新状态后再操作。'),
    'too-many-drafts': say('草稿已达上限（200 份）。', '请到工作台删除不用的草稿。'),
    'too-many-views': say('视图已达上限（50 个）。', '请删除不用的视图后再存。'),
    'too-many-templates': say('模板已达上限（100 个）。', '请删除不用的模板后再存。'),
    'draft-conflict': say('草稿在另一处已被修改。', '请选择保留哪一份。'),
    'idempotency-mismatch': say('同一操作提交了不同的内容。', '请刷新页面后重试。'),
    'unsupported-file': say('不支持这种文件。', '请换成常见的文档或图片格式。'),
    'disguised-file': say('文件内容与扩展名不符。', '请用原来的软件另存后再上传。'),
    'upload-limit': say('您今天上传的附件已达上限。', '请明天再传，或联系平台管理员。'),
    'ill-formed-text': say('文字中有无法保存的字符。', '请删除特殊字符后再试。'),
    'duty-filed': say('这一期已经上报，不能豁免。', '请刷新后查看。'),
    'duty-excused': say('这一期已经被豁免。', '请刷新后查看是谁豁免的。'),
    'duty-own': say('不能豁免自己的例行职责。', '请找您的上级或平台管理员。'),
    'duty-not-open': say('单据还没有开放完成。', '请稍等一分钟再试。'),
    busy: say('服务器正忙。', '请稍等几秒再试。'),
    'link-closed': say('链接不在开放时间内，或已停用。', '请向发给您链接的人索取新的链接。'),
    'link-full': say('名额已满。', '需要的份数已经收齐。'),
    'bad-ticket': say('页面打开太久，或提交得太快。', '请刷新页面后再提交。'),
    'already-sent': say('已经提交过了。', '同一份内容只收一次。'),
    unavailable: say('服务暂时不可用。', '请稍后重试；已经确认的操作不会丢失。'),
    'not-understood': say('提交的内容无法识别。', '请刷新页面后重试；若仍出现，请联系平台管理员。'),
  },
  'zh-TW': {
    'wrong-credentials': say('人員編號或密碼不正確。', '請檢查後重新輸入。'),
    'too-many-attempts': say('嘗試次數過多，暫時不能登入。', '請過幾分鐘再試，或聯絡平台管理員。'),
    'not-found': say('沒有找到，或者您無權查看。', '請檢查連結，或回到工作台查找。'),
    conflict: say('內容剛剛被其他人更新。', '請重新整理後再試。'),
    'too-large': say('內容太大。', '請減少內容或縮小附件。'),
    unexpected: say('伺服器出了問題。', '請稍後重試；已經確認的操作不會遺失。'),
    'read-only': say('您可以查看這張單據，但不能處理。', '等待誰處理，請看單據上的流程圖。'),
    'signed-out': say('登入已過期。', '請重新登入，登入後回到本頁。'),
    stale: say('單據剛剛有了新的變化。', '請查看最新狀態後再操作。'),
    'too-many-drafts': say('草稿已達上限（200 份）。', '請到工作台刪除不用的草稿。'),
    'too-many-views': say('檢視已達上限（50 個）。', '請刪除不用的檢視後再存。'),
    'too-many-templates': say('範本已達上限（100 個）。', '請刪除不用的範本後再存。'),
    'draft-conflict': say('草稿在另一處已被修改。', '請選擇保留哪一份。'),
    'idempotency-mismatch': say('同一操作提交了不同的內容。', '請重新整理頁面後重試。'),
    'unsupported-file': say('不支援這種檔案。', '請換成常見的文件或圖片格式。'),
    'disguised-file': say('檔案內容與副檔名不符。', '請用原來的軟體另存後再上傳。'),
    'upload-limit': say('您今天上傳的附件已達上限。', '請明天再傳，或聯絡平台管理員。'),
    'ill-formed-text': say('文字中有無法儲存的字元。', '請刪除特殊字元後再試。'),
    'duty-filed': say('這一期已經上報，不能豁免。', '請重新整理後查看。'),
    'duty-excused': say('這一期已經被豁免。', '請重新整理後查看是誰豁免的。'),
    'duty-own': say('不能豁免自己的例行職責。', '請找您的上級或平台管理員。'),
    'duty-not-open': say('單據還沒有開放完成。', '請稍等一分鐘再試。'),
    busy: say('伺服器正忙。', '請稍等幾秒再試。'),
    'link-closed': say('連結不在開放時間內，或已停用。', '請向發給您連結的人索取新的連結。'),
    'link-full': say('名額已滿。', '需要的份數已經收齊。'),
    'bad-ticket': say('頁面開啟太久，或提交得太快。', '請重新整理後再提交。'),
    'already-sent': say('已經提交過了。', '同一份內容只收一次。'),
    unavailable: say('服務暫時不可用。', '請稍後重試；已經確認的操作不會遺失。'),
    'not-understood': say('提交的內容無法識別。', '請重新整理頁面後重試；若仍出現，請聯絡平台管理員。'),
  },
  en: {
    'wrong-credentials': say('The person ID or the password is wrong.', 'Check them and try again.'),
    'too-many-attempts': say('Too many attempts.', 'Wait a few minutes, or ask the platform admin.'),
    'not-found': say('Not found, or not yours to see.', 'Check the link, or look for it on the workbench.'),
    conflict: say('Somebody has just updated this.', 'Reload and try again.'),
    'too-large': say('This is too large.', 'Send less, or make the files smaller.'),
    unexpected: say('Something went wrong on the server.', 'Try again; confirmed actions are never lost.'),
    'read-only': say('You may see this case but not act on it.', 'The process picture on the case shows who can.'),
    'signed-out': say('Your session has ended.', 'Sign in again; you will come back to this page.'),
    stale: say('The case has just changed.', 'Look at its present state, then act.'),
    'too-many-drafts': say('You have as many drafts as you can keep (200).', 'Delete some on the workbench.'),
    'too-many-views': say('You have as many views of this ledger as you can keep (50).', 'Delete some first.'),
    'too-many-templates': say('You have as many templates as you can keep (100).', 'Delete some first.'),
    'draft-conflict': say('The draft was changed elsewhere.', 'Choose which one to keep.'),
    'idempotency-mismatch': say('One action was sent with two contents.', 'Reload the page and try again.'),
    'unsupported-file': say('This kind of file is not accepted.', 'Use a common document or image format.'),
    'disguised-file': say('The file is not what its ending says.', 'Save it again in its program, then upload it.'),
    'upload-limit': say('You have uploaded as much as one day allows.', 'Go on tomorrow, or ask the platform admin.'),
    'ill-formed-text': say(
      'The text holds characters that cannot be stored.',
      'Remove special characters and try again.',
    ),
    'duty-filed': say('This period has been filed and cannot be excused.', 'Reload to see it.'),
    'duty-excused': say('This period has been excused already.', 'Reload to see by whom.'),
    'duty-own': say('Nobody can excuse their own duties.', 'Ask your manager or the platform admin.'),
    'duty-not-open': say('The case is still being opened.', 'Wait a minute and try again.'),
    busy: say('The server is busy.', 'Wait a few seconds and try again.'),
    'link-closed': say('This link is not open, or was stopped.', 'Ask whoever sent it for a new one.'),
    'link-full': say('All the answers needed are in.', 'Nothing more is collected.'),
    'bad-ticket': say(
      'The page was open for too long, or this was sent too fast.',
      'Reload the page and send it again.',
    ),
    'already-sent': say('This was sent already.', 'The same content counts once.'),
    unavailable: say('The service is not available right now.', 'Try again soon; confirmed actions are never lost.'),
    'not-understood': say(
      'What was sent could not be understood.',
      'Reload and try again; if it persists, tell the platform admin.',
    ),
  },
});

type KnownCode = keyof (typeof byCode)['zh-CN'];
type RefusalCode = keyof (typeof refusalWords)['zh-CN'];
const isKnown = (code: string): code is KnownCode => Object.hasOwn(byCode['zh-CN'], code);
const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(refusalWords['zh-CN'], code);

/** Mistakes that only a program can make: this page should have sent something else. */
const technical: ReadonlySet<string> = new Set([
  'malformed-json',
  'duplicate-key',
  'inexact-number',
  'invalid-query',
  'missing-idempotency-key',
  'cross-site',
  'method-not-allowed',
  'not-json',
  'encoded-body',
  'too-deep',
  'forbidden-key',
  'invalid-body',
]);

/** Whether a code is explained in words of its own, not by the general "something went wrong". */
export const isExplained = (code: string): boolean =>
  isConnectionCode(code) || isKnown(code) || isRefusal(code) || technical.has(code);

export function problemText(problem: Problem, locale: Locale): ProblemText {
  const { code } = problem;
  if (isConnectionCode(code)) return connectionProblems[locale][code];
  if (isRefusal(code)) return { what: refusalWords[locale][code], next: whyText(problem, locale) };
  if (technical.has(code)) return byCode[locale]['not-understood'];
  return byCode[locale][isKnown(code) ? code : 'unexpected'];
}

/** Why an action or a person was refused, where the refusal says more than its code. */
function whyText({ code, params }: Problem, locale: Locale): string | undefined {
  if (code === 'ledger-limit') return isWords(params?.words) ? pick(params.words, locale) : undefined;
  const words: Readonly<Record<string, string>> = whyWords[locale];
  return typeof params?.why === 'string' ? words[params.why] : undefined;
}

/** The words of a definition, as a refusal hands them on. */
const isWords = (value: unknown): value is Words =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'zh-CN' in value);
