import type { Target } from './targets.ts';

/** One line of results: the least is the best. */
export type Row = {
  readonly name: string;
  readonly digits: number;
  /** By target; absent: could not be measured. */
  readonly values: Readonly<Record<string, number | undefined>>;
};

const shown = (value: number | undefined, digits: number): string => {
  if (value === undefined) return '–';
  if (value >= 10_000_000) return `${(value / 1_000_000).toFixed(0)} M`;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

const placed = ({ values }: Row, targets: readonly Target[]) =>
  targets
    .map(({ id, title }) => ({ id, title, value: values[id] ?? Number.POSITIVE_INFINITY }))
    .sort((one, other) => one.value - other.value);

/** Who is first; both forms of Formloop compete. */
export const firstOf = (row: Row, targets: readonly Target[]) => placed(row, targets)[0];

function lineOf(row: Row, targets: readonly Target[]): string {
  const first = firstOf(row, targets);
  const cells = targets.map(({ id }) => {
    const text = shown(row.values[id], row.digits);
    return id === first?.id ? `**${text}**` : text;
  });
  return `| ${[row.name, ...cells, first?.title ?? ''].join(' | ')} |`;
}

export function tableOf(rows: readonly Row[], targets: readonly Target[]): string {
  const heads = ['', ...targets.map(({ title }) => title), 'first'];
  return [
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...rows.map((row) => lineOf(row, targets)),
  ].join('\n');
}

/** Lines in which one of the two pages of Formloop is behind another library. */
export function behind(rows: readonly Row[], targets: readonly Target[], own: string): readonly string[] {
  return rows.flatMap((row) => {
    const peers = targets.filter(({ id }) => id === own || (id !== 'form' && id !== 'page'));
    const order = placed(row, peers);
    const place = order.findIndex(({ id }) => id === own);
    const [best] = order;
    const mine = order[place];
    if (place < 1 || best === undefined || mine === undefined) return [];
    const [ours, theirs] = [shown(mine.value, row.digits), shown(best.value, row.digits)];
    return [`${row.name}: ${ours} against ${theirs} (${best.title}), place ${place + 1}`];
  });
}
