import type { SqliteD1 } from './sqlite-d1.ts';

type Count = { readonly name: string; readonly n: number; readonly open: number };
type Sums = {
  readonly cases: number;
  readonly entries: number;
  readonly rows: number;
  readonly tasks: number;
  readonly overdue: number;
};
/** What a year has left behind, counted. */
export type Numbers = Sums & { readonly processes: readonly Count[]; readonly statuses: readonly Count[] };

export async function numbersIn(database: SqliteD1, now: string): Promise<Numbers> {
  const asked = async <Row>(text: string, ...values: readonly string[]): Promise<readonly Row[]> =>
    (
      await database
        .prepare(text)
        .bind(...values)
        .all()
    ).results as readonly Row[];
  const [sums] = await asked<Sums>(
    `SELECT (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM entries) AS entries,
       (SELECT count(*) FROM ledger_rows) AS rows,
       (SELECT count(*) FROM tasks WHERE open = 1 AND kind <> 'copy') AS tasks,
       (SELECT count(*) FROM tasks WHERE open = 1 AND kind <> 'copy' AND due_at < ?) AS overdue`,
    now,
  );
  if (sums === undefined) throw new Error('the database counts nothing');
  return {
    ...sums,
    processes: await asked<Count>(
      "SELECT process AS name, count(*) AS n, sum(status = 'open') AS open FROM cases GROUP BY process ORDER BY n DESC, name",
    ),
    statuses: await asked<Count>(
      'SELECT status AS name, count(*) AS n, 0 AS open FROM cases GROUP BY status ORDER BY n DESC, name',
    ),
  };
}

const COLUMNS = 3;
const WIDTH = 36;

/** The numbers for the person who started it. */
export function tableOf(numbers: Numbers, titles: ReadonlyMap<string, string>, seconds: number): string {
  const { cases, entries, rows, tasks, overdue, processes, statuses } = numbers;
  const cells = processes.map(({ name, n, open }) => {
    const title = titles.get(name) ?? name;
    const count = open === 0 ? String(n) : `${n} (${open})`;
    return `${title}${' '.repeat(Math.max(1, WIDTH - widthOf(title) - count.length))}${count}`;
  });
  const height = Math.ceil(cells.length / COLUMNS);
  const lines = Array.from({ length: height }, (_, line) =>
    Array.from({ length: COLUMNS }, (__, column) => cells[line + column * height] ?? '').join('    '),
  );
  return [
    '',
    `2026 年 · the year 2026: ${cases} 件 cases, ${entries} 条记录 entries, ${rows} 行台账 ledger rows`,
    `${statuses.map(({ name, n }) => `${STATUS[name] ?? name} ${n}`).join(', ')}; 待办 open tasks ${tasks}, 其中超期 overdue ${overdue}; ${seconds.toFixed(0)} s`,
    '',
    '各流程件数（括号内为在办） · cases by process (still open):',
    ...lines.map((line) => `  ${line.trimEnd()}`),
    '',
  ].join('\n');
}

const STATUS: Readonly<Record<string, string>> = {
  open: '在办 open',
  completed: '已办结 completed',
  rejected: '已驳回 rejected',
  withdrawn: '已撤回 withdrawn',
  cancelled: '已取消 cancelled',
  revoked: '已撤销 revoked',
};

/** Chinese letters take two places of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
