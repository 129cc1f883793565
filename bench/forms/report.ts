import { readFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import type { Counts } from './counts.ts';
import { SIZES, type Size } from './form-spec.ts';
import { cellOf } from './measure.ts';
import { POLICIES } from './policies.ts';
import type { Fare } from './policy.ts';
import { median, quantile } from './statistics.ts';
import { behind, type Row, tableOf } from './table.ts';
import { TARGETS, type Target } from './targets.ts';
import type { Times } from './times.ts';

export type Results = {
  readonly counts: ReadonlyMap<string, Counts>;
  readonly times: ReadonlyMap<string, readonly Times[]>;
  readonly fares: ReadonlyMap<string, Fare>;
  readonly runs: number;
  readonly browser: string;
};

type Read = (target: Target, size: Size) => number | undefined;

const rowOf = (name: string, size: Size, digits: number, read: Read): Row => ({
  name: `${name}, ${size}`,
  digits,
  values: Object.fromEntries(TARGETS.map((target) => [target.id, read(target, size)])),
});

const rowsOf = (name: string, digits: number, read: Read): readonly Row[] =>
  SIZES.map((size) => rowOf(name, size, digits, read));

function countRows({ counts }: Results): readonly Row[] {
  const of = (target: Target, size: Size) => counts.get(cellOf(target, size));
  const kilobytes = (bytes: number | undefined) => (bytes === undefined ? undefined : bytes / 1000);
  return [
    ...rowsOf('JavaScript KB', 0, (target, size) => kilobytes(of(target, size)?.raw)),
    ...rowsOf('JavaScript KB gzip', 1, (target, size) => kilobytes(of(target, size)?.gzip)),
    ...rowsOf('JavaScript KB brotli', 1, (target, size) => kilobytes(of(target, size)?.brotli)),
    ...rowsOf('calls to mount', 0, (target, size) => of(target, size)?.mountCalls),
    ...rowsOf('calls a key in a text', 0, (target, size) => of(target, size)?.textCalls),
    rowOf('calls a key in the table', 't100', 0, (target, size) => of(target, size)?.amountCalls),
  ];
}

function timeRows({ times }: Results): readonly Row[] {
  const middle = (read: (each: Times) => number, slower = 1) => {
    return (target: Target, size: Size) => median((times.get(cellOf(target, size, slower)) ?? []).map(read));
  };
  const paint = (share: number, slower: number) => (target: Target, size: Size) =>
    quantile(
      (times.get(cellOf(target, size, slower)) ?? []).flatMap(({ paints }) => paints),
      share,
    );
  return [
    ...rowsOf(
      'interactive ms',
      0,
      middle(({ interactive }) => interactive),
    ),
    ...rowsOf(
      'interactive ms at 4 ×',
      0,
      middle(({ interactive }) => interactive, 4),
    ),
    ...rowsOf(
      'script ms to mount',
      0,
      middle(({ mountScript }) => mountScript),
    ),
    ...rowsOf(
      'script ms a key',
      2,
      middle(({ keyScript }) => keyScript),
    ),
    ...rowsOf(
      'main thread ms a key',
      1,
      middle(({ keyTask }) => keyTask),
    ),
    ...rowsOf('key to paint ms p50', 0, paint(0.5, 1)),
    ...rowsOf('key to paint ms p95', 0, paint(0.95, 1)),
    ...rowsOf('key to paint ms p50 at 4 ×', 0, paint(0.5, 4)),
    ...rowsOf('key to paint ms p95 at 4 ×', 0, paint(0.95, 4)),
    ...rowsOf('heap MB', 1, (target, size) => {
      const heap = middle((each) => each.heap)(target, size);
      return heap === undefined ? undefined : heap / 1_000_000;
    }),
  ];
}

const fareText = ({ renders, submits, violations }: Fare): string =>
  `${renders ? (submits ? 'works' : 'shows, **does not submit**') : '**shows nothing**'}, ${violations} violations`;

function fareTable({ fares }: Results): string {
  const line = (policy: string, text: string) => {
    const cells = TARGETS.map(({ id }) => fares.get(`${id} ${policy}`)).map((fare) => (fare ? fareText(fare) : '–'));
    return `| ${[text, ...cells].join(' | ')} |`;
  };
  const heads = ['policy', ...TARGETS.map(({ title }) => title)];
  const policies = Object.entries(POLICIES).filter(([, text]) => text !== '');
  return [
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    line('none', 'as the page itself asks'),
    ...policies.map(([policy, text]) => line(policy, `\`${text}\``)),
  ].join('\n');
}

const totalsLine = ({ counts }: Results): string =>
  TARGETS.map((target) => `${target.title} “${counts.get(cellOf(target, 't100'))?.total ?? ''}”`).join(', ');

async function versions(): Promise<string> {
  const text = await readFile(new URL('package.json', import.meta.url), 'utf8');
  const { dependencies } = JSON.parse(text) as { readonly dependencies: Readonly<Record<string, string>> };
  return Object.entries(dependencies)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
}

const listed = (lines: readonly string[]): string =>
  lines.length === 0 ? 'Nowhere.' : lines.map((line) => `- ${line}`).join('\n');

/** The whole page of results. */
export async function reportOf(results: Results, day: string): Promise<string> {
  const [counts, times] = [countRows(results), timeRows(results)];
  const all = [...counts, ...times];
  return `# Forms, measured

${day}, ${cpus().length} × ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, Chromium ${results.browser}.
${await versions()}.

What the lines mean and how to repeat them: [README.md](README.md). Less is better; the best is bold.

## Counts

The same on every machine.

${tableOf(counts, TARGETS)}

## Times

Median of ${results.runs} interleaved runs; script and main thread are processor time. The machine also did other work.

${tableOf(times, TARGETS)}

## Content security policy

${fareTable(results)}

## The total after the same keys

${totalsLine(results)}.

## Where Formloop is not first

The form alone:

${listed(behind(all, TARGETS, 'form'))}

The whole page, which also brings the frame, the session, drafts and the server:

${listed(behind(all, TARGETS, 'page'))}
`;
}
