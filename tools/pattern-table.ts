import { readdir, readFile } from 'node:fs/promises';
import { controlFlow } from './patterns/control-flow.ts';
import type { Pattern } from './patterns/pattern.ts';
import { resource } from './patterns/resource.ts';

/** The test of a pattern, by its title: `WCP 1 sequence: a step is asked when the one before it is done`. */
export type Shown = {
  readonly kind: string;
  readonly number: number;
  readonly name: string;
  readonly says: string;
  readonly file: string;
};

const TESTS = 'test/engine/patterns';
const TITLE = /\btest\(\s*'(WCP|WRP) (\d+) ([^:']+): ([^']+)'/g;
const HEAD = '| No | Pattern | In approvals | Key | Its test says |\n|---|---|---|---|---|';

/**
 * The text of docs/patterns.md: every pattern with its test, or with the reason why there is none.
 *
 * @throws Error when a claimed pattern has no test, or a test names a pattern that is not claimed.
 */
export async function patternTables(): Promise<string> {
  const files = (await readdir(TESTS)).filter((name) => name.endsWith('.test.ts')).sort();
  const texts = await Promise.all(files.map((name) => readFile(`${TESTS}/${name}`, 'utf8')));
  const shown = texts.flatMap((text, index) => shownIn(text, files[index] ?? ''));
  return `# Workflow patterns

Which of the workflow patterns the definition language gives, and the test that shows it. Numbers and names are those of
[workflowpatterns.com](http://www.workflowpatterns.com). Written by \`npm run generate\` from
[\`tools/patterns\`](../tools/patterns) and the titles in [\`${TESTS}\`](../${TESTS}).

## Control flow

${summaryOf(controlFlow)}

${tableOf('WCP', controlFlow, shown)}

## Resources

${summaryOf(resource)}

${tableOf('WRP', resource, shown)}
`;
}

/** The patterns that the tests of a file show. */
const shownIn = (text: string, file: string): readonly Shown[] =>
  [...text.matchAll(TITLE)].map(([, kind = '', number, name = '', says = '']) => ({
    kind,
    number: Number(number),
    name,
    says,
    file,
  }));

const summaryOf = (patterns: readonly Pattern[]) =>
  `${patterns.filter((pattern) => 'key' in pattern).length} of ${patterns.length} are given.`;

/** One row a pattern. @throws Error when the tests and what is claimed are not the same. */
export function tableOf(kind: string, patterns: readonly Pattern[], shown: readonly Shown[]): string {
  const tests = shown.filter((test) => test.kind === kind);
  const stray = tests.find((test) => !patterns.some((pattern) => 'key' in pattern && isOf(pattern, test)));
  if (stray !== undefined) throw new Error(`${kind} ${stray.number} ${stray.name}: no such pattern is claimed`);
  return [HEAD, ...patterns.map((pattern) => rowOf(kind, pattern, tests))].join('\n');
}

const isOf = ({ number, name }: Pattern, test: Shown) =>
  number === test.number && name.toLowerCase() === test.name.toLowerCase();

function rowOf(kind: string, pattern: Pattern, tests: readonly Shown[]): string {
  const start = `| ${pattern.number} | ${pattern.name} |`;
  if ('not' in pattern) return `${start} *Not given.* ${pattern.not} | – | – |`;
  const own = tests.filter((test) => isOf(pattern, test));
  if (own.length === 0) throw new Error(`${kind} ${pattern.number} ${pattern.name}: claimed, but no test shows it`);
  const links = own.map(({ says, file }) => `[${says}](../${TESTS}/${file})`);
  return `${start} ${pattern.use} | ${pattern.key} | ${links.join('; ')} |`;
}
