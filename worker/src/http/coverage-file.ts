import type { CoverageView } from '../../../schemas/generated/api.ts';
import type { Words } from '../../../schemas/generated/common.ts';
import { type Cell, csvOf } from './csv.ts';
import { workbook } from './xlsx.ts';

type Language = 'zh-CN' | 'zh-TW' | 'en';

const HEADS = {
  'zh-CN': { sheet: '条款覆盖', head: ['条款', '标题', '流程', '环节', '发起', '结束', '办理中', '情况'] },
  'zh-TW': { sheet: '條款覆蓋', head: ['條款', '標題', '流程', '環節', '發起', '結束', '辦理中', '情況'] },
  en: { sheet: 'Clauses', head: ['Clause', 'Heading', 'Process', 'Steps', 'Started', 'Ended', 'Open', 'State'] },
} as const;
const STATES = {
  'zh-CN': { lived: '已执行', idle: '期间内没有单据', beside: '不由流程落实' },
  'zh-TW': { lived: '已執行', idle: '期間內沒有單據', beside: '不由流程落實' },
  en: { lived: 'Lived', idle: 'No cases in the period', beside: 'Not carried by a process' },
} as const;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The coverage of clauses as a table: one line a clause and process. */
export function coverageFile(view: CoverageView, format: 'csv' | 'xlsx', language: string): Response {
  const { sheet, head } = HEADS[language as Language];
  const rows = [
    [`${view.number} ${sheet}`],
    [`${view.from} – ${view.asOf}`],
    [],
    [...head],
    ...linesOf(view, language as Language),
  ];
  const body = format === 'xlsx' ? workbook([{ name: sheet, rows }]) : csvOf(rows);
  return new Response(body, {
    headers: {
      'Content-Type': format === 'xlsx' ? XLSX : 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${view.number}-${view.asOf}.${format}"`,
    },
  });
}

function linesOf({ clauses, processes }: CoverageView, language: Language): readonly (readonly Cell[])[] {
  const known = new Map(processes.map((process) => [process.id, process]));
  return clauses.flatMap(({ id, heading, carriers, covers, state }): readonly (readonly Cell[])[] => {
    const first = [id, say(heading, language)];
    const last = STATES[language][state];
    const besides = covers.map((because) => [...first, '', say(because, language), '', '', '', last]);
    const lines = carriers.map(({ process, steps }) => {
      const of = known.get(process);
      const numbers = [of?.started, of?.ended, of?.open].map((n): Cell => ({ number: String(n ?? 0) }));
      const titles = steps.map((step) => say(step, language)).join(' / ');
      return [...first, say(of?.title ?? process, language), titles, ...numbers, last];
    });
    return [...lines, ...besides];
  });
}

const say = (words: Words, language: Language): string =>
  typeof words === 'string' ? words : (words[language] ?? words['zh-CN']);
