import type { IssueCode, IssueParams } from '#engine';
import { catalogue } from './locale.ts';

/** What to do about a value, in words; parameters as `IssueCode` documents them, dates and numbers already formatted. */
export type IssueWords = Readonly<Record<IssueCode, (params: IssueParams) => string>>;

/** One sentence for a lower bound, an upper bound, or both. */
const range =
  (both: (min: string, max: string) => string, least: (min: string) => string, most: (max: string) => string) =>
  ({ min, max }: IssueParams): string => {
    if (min !== undefined && max !== undefined) return both(`${min}`, `${max}`);
    return min === undefined ? most(`${max ?? ''}`) : least(`${min}`);
  };

export const issueWords = catalogue<IssueWords>({
  'zh-CN': {
    required: () => '请填写',
    'wrong-type': () => '格式不对，请重新填写',
    'ill-formed-text': () => '含有无法保存的字符，请删除后重新输入',
    'too-long': ({ max }) => `最多 ${max} 字，请删减`,
    'too-short': ({ min }) => `至少 ${min} 字`,
    'too-many': ({ max }) => `最多 ${max} 项`,
    'out-of-range': range(
      (min, max) => `应在 ${min} 到 ${max} 之间`,
      (min) => `不能小于 ${min}`,
      (max) => `不能大于 ${max}`,
    ),
    'too-precise': ({ scale }) => (scale === 0 ? '请填写整数' : `最多保留 ${scale} 位小数`),
    'not-an-option': () => '所选内容已不在可选范围，请重新选择',
    'not-a-date': () => '请填写完整的日期',
    'not-a-week': () => '请选择一周',
    'too-early': ({ min }) => `不能早于 ${min}`,
    'too-late': ({ max }) => `不能晚于 ${max}`,
    'range-reversed': ({ start }) => `结束不能早于开始（${start}）`,
    'unknown-person': () => '找不到此人，请重新选择',
    'unknown-unit': () => '找不到该部门，请重新选择',
    'unknown-row': () => '所选记录已不存在或您无权使用，请重新选择',
    'too-few-rows': ({ min }) => `至少填写 ${min} 行`,
    'too-many-rows': ({ max }) => `最多 ${max} 行，请删减`,
    'not-unique': () => '与前面的内容重复',
    'unknown-field': () => '表单中没有这一项，请刷新页面',
    'not-writable': () => '这一项不能由您填写，请刷新页面',
    'check-failed': () => '内容前后不一致，请核对',
  },
  'zh-TW': {
    required: () => '請填寫',
    'wrong-type': () => '格式不對，請重新填寫',
    'ill-formed-text': () => '含有無法儲存的字元，請刪除後重新輸入',
    'too-long': ({ max }) => `最多 ${max} 字，請刪減`,
    'too-short': ({ min }) => `至少 ${min} 字`,
    'too-many': ({ max }) => `最多 ${max} 項`,
    'out-of-range': range(
      (min, max) => `應在 ${min} 到 ${max} 之間`,
      (min) => `不能小於 ${min}`,
      (max) => `不能大於 ${max}`,
    ),
    'too-precise': ({ scale }) => (scale === 0 ? '請填寫整數' : `最多保留 ${scale} 位小數`),
    'not-an-option': () => '所選內容已不在可選範圍，請重新選擇',
    'not-a-date': () => '請填寫完整的日期',
    'not-a-week': () => '請選擇一週',
    'too-early': ({ min }) => `不能早於 ${min}`,
    'too-late': ({ max }) => `不能晚於 ${max}`,
    'range-reversed': ({ start }) => `結束不能早於開始（${start}）`,
    'unknown-person': () => '找不到此人，請重新選擇',
    'unknown-unit': () => '找不到該部門，請重新選擇',
    'unknown-row': () => '所選記錄已不存在或您無權使用，請重新選擇',
    'too-few-rows': ({ min }) => `至少填寫 ${min} 列`,
    'too-many-rows': ({ max }) => `最多 ${max} 列，請刪減`,
    'not-unique': () => '與前面的內容重複',
    'unknown-field': () => '表單中沒有這一項，請重新整理頁面',
    'not-writable': () => '這一項不能由您填寫，請重新整理頁面',
    'check-failed': () => '內容前後不一致，請核對',
  },
  en: {
    required: () => 'Please fill this in',
    'wrong-type': () => 'This is not in the right form; please enter it again',
    'ill-formed-text': () => 'Contains characters that cannot be saved; delete them and type again',
    'too-long': ({ max }) => `At most ${max} characters`,
    'too-short': ({ min }) => `At least ${min} characters`,
    'too-many': ({ max }) => `At most ${max} entries`,
    'out-of-range': range(
      (min, max) => `Must be between ${min} and ${max}`,
      (min) => `Must be at least ${min}`,
      (max) => `Must be at most ${max}`,
    ),
    'too-precise': ({ scale }) => (scale === 0 ? 'Must be a whole number' : `At most ${scale} digits after the point`),
    'not-an-option': () => 'No longer among the options; please choose again',
    'not-a-date': () => 'Enter a complete date',
    'not-a-week': () => 'Choose a week',
    'too-early': ({ min }) => `Not before ${min}`,
    'too-late': ({ max }) => `Not after ${max}`,
    'range-reversed': ({ start }) => `The end must not be before the start (${start})`,
    'unknown-person': () => 'This person was not found; please choose again',
    'unknown-unit': () => 'This unit was not found; please choose again',
    'unknown-row': () => 'This record no longer exists or is not yours to use; please choose again',
    'too-few-rows': ({ min }) => `At least ${min} ${min === 1 ? 'row' : 'rows'}`,
    'too-many-rows': ({ max }) => `At most ${max} rows`,
    'not-unique': () => 'Repeats something above',
    'unknown-field': () => 'This is not part of the form; please reload the page',
    'not-writable': () => 'This is not yours to fill in; please reload the page',
    'check-failed': () => 'This does not agree with the rest; please check',
  },
});
