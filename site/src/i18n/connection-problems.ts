import type { LocalCode } from '../api/answer.ts';
import { catalogue } from './locale.ts';

/** What happened, and what to do next; the words of a refusal by the engine say both in one sentence. */
export interface ProblemText {
  readonly what: string;
  readonly next?: string | undefined;
}
export const say = (what: string, next: string): ProblemText => ({ what, next });

/** Problems on this side of the wire: their words are at hand when nothing can be fetched any more. */
export const connectionProblems = catalogue<Readonly<Record<LocalCode, ProblemText>>>({
  'zh-CN': {
    offline: say('网络已断开。', '恢复连接后再试，已填写的内容不会丢失。'),
    'no-answer': say('连不上服务器。', '请检查网络后重试。'),
    'too-slow': say('服务器长时间没有响应。', '请稍后重试；重复提交不会产生两张单据。'),
    cancelled: say('操作已取消。', '需要时请重新操作。'),
    'not-readable': say('服务器的回答无法识别。', '请刷新页面；若仍出现，请联系平台管理员。'),
  },
  'zh-TW': {
    offline: say('網路已斷開。', '恢復連線後再試，已填寫的內容不會遺失。'),
    'no-answer': say('連不上伺服器。', '請檢查網路後重試。'),
    'too-slow': say('伺服器長時間沒有回應。', '請稍後重試；重複提交不會產生兩張單據。'),
    cancelled: say('操作已取消。', '需要時請重新操作。'),
    'not-readable': say('伺服器的回答無法識別。', '請重新整理頁面；若仍出現，請聯絡平台管理員。'),
  },
  en: {
    offline: say('You are offline.', 'Try again once connected; nothing you typed is lost.'),
    'no-answer': say('The server cannot be reached.', 'Check your connection and try again.'),
    'too-slow': say('The server did not answer in time.', 'Try again in a moment; sending twice has one effect.'),
    cancelled: say('The action was cancelled.', 'Start it again when you need it.'),
    'not-readable': say('The server’s answer could not be read.', 'Reload; if it persists, tell the platform admin.'),
  },
});

export const isConnectionCode = (code: string): code is LocalCode => Object.hasOwn(connectionProblems['zh-CN'], code);
