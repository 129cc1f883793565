import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compileDefinition, compileWorkspace, digestOfPublished } from '#engine';
import { bookPages } from './book/markdown.ts';
import { bundleOf } from './bundle.ts';
import { type Checked, checkFiles } from './check.ts';
import { coverageOf } from './coverage.ts';
import { withoutFiles } from './definitions.ts';
import { explain } from './explain.ts';
import { readFolder, type SourceFile } from './folder.ts';
import { isError } from './problem.ts';
import { storiesOf } from './scenarios.ts';
import type { Catalogue, Locale } from './words/catalogue.ts';
import { catalogues, isLocale, lineOf } from './words/say.ts';

/** What a command is run with; `print` takes one line. */
export type Run = {
  readonly words: Catalogue;
  readonly locale: Locale;
  readonly json: boolean;
  readonly print: (line: string) => void;
};

/** How a command ended: all well, something is wrong with the definitions, the command was misused. */
export type ExitCode = 0 | 1 | 2;

type Command = (run: Run, args: readonly string[]) => ExitCode;

const COMMANDS: Readonly<Record<string, readonly [least: number, most: number, command: Command]>> = {
  check: [1, 1, check],
  test: [1, Number.POSITIVE_INFINITY, test],
  bundle: [2, 2, bundle],
  explain: [1, 1, explainProcess],
  coverage: [1, 1, coverage],
  book: [2, 2, book],
};

/** Runs a command line without the name of the program. */
export function main(argv: readonly string[], print: (line: string) => void): ExitCode {
  const parsed = parse(argv);
  const words = catalogues[parsed?.locale ?? 'zh-CN'];
  const [least = 0, most = 0, command] =
    parsed === undefined || !Object.hasOwn(COMMANDS, parsed.name) ? [] : (COMMANDS[parsed.name] ?? []);
  const count = parsed?.args.length ?? 0;
  if (parsed === undefined || command === undefined || count < least || count > most) {
    print(words.usage);
    return 2;
  }
  return command({ words, locale: parsed.locale, json: parsed.json, print }, parsed.args);
}

function parse(argv: readonly string[]) {
  try {
    const options = {
      locale: { type: 'string', default: 'zh-CN' },
      json: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [name = '', ...args] = positionals;
    return isLocale(values.locale) ? { name, args, locale: values.locale, json: values.json } : undefined;
  } catch {
    return undefined;
  }
}

function check(run: Run, [folder = '']: readonly string[]): ExitCode {
  const files = readOrSay(run, folder);
  return files === undefined ? 2 : report(run, checkFiles(files), files.length);
}

/** Says everything that was found; with `json` as one list, its sentences included. */
function report({ words, json, print }: Run, { problems }: Checked, files: number): ExitCode {
  const errors = problems.filter(isError).length;
  if (json) {
    print(
      JSON.stringify(
        problems.map((problem) => ({ ...problem, sentence: words.findings[problem.code](problem.params) })),
        null,
        2,
      ),
    );
  } else {
    for (const problem of problems) print(lineOf(problem, words));
    print(words.checked({ files, errors, warnings: problems.length - errors }));
  }
  return errors > 0 ? 1 : 0;
}

function readOrSay({ words, print }: Run, folder: string): readonly SourceFile[] | undefined {
  try {
    return readFolder(folder);
  } catch {
    print(words.noSuchFolder(folder));
    return undefined;
  }
}

/** Definitions without errors; what is wrong is said otherwise. */
function checkedOrSay(run: Run, folder: string): Checked['definitions'] | ExitCode {
  const files = readOrSay(run, folder);
  if (files === undefined) return 2;
  const checked = checkFiles(files);
  return checked.problems.some(isError) ? report(run, checked, files.length) : (checked.definitions ?? 1);
}

/** Definitions without what has errors; those of the named processes are said, and the processes that are not there. */
function soundOrSay(run: Run, folder: string, only: readonly string[]): Checked['definitions'] | ExitCode {
  const files = readOrSay(run, folder);
  if (files === undefined) return 2;
  const { problems, definitions } = checkFiles(files);
  const broken = new Set(problems.filter(isError).map(({ file }) => file));
  const named = (file: string) => only.some((id) => file.endsWith(`/${id}.yaml`) || file.endsWith(`/${id}.test.yaml`));
  const own = problems.filter(({ file }) => named(file));
  if (definitions === undefined || own.some(isError)) return report(run, { problems: own }, files.length);
  const missing = only.find((id) => definitions.processes[id] === undefined);
  if (missing === undefined) return withoutFiles(definitions, broken);
  run.print(run.words.noSuchProcess(missing));
  return 2;
}

/** Plays all stories of a folder without errors, or those of some processes, whatever is wrong with the others. */
function test(run: Run, [folder = '', ...only]: readonly string[]): ExitCode {
  const definitions = only.length === 0 ? checkedOrSay(run, folder) : soundOrSay(run, folder, only);
  if (typeof definitions !== 'object') return definitions ?? 1;
  const { words, print } = run;
  const stories = storiesOf(definitions).filter(({ process }) => only.length === 0 || only.includes(process));
  const results = stories.map(({ file, title, play, line }) => {
    const failures = play();
    print(
      failures.length === 0 ? words.scenarioPassed(`${file}: ${title}`) : words.scenarioFailed(`${file}: ${title}`),
    );
    for (const { action, what, expected, actual } of failures) {
      print(
        `    ${file}:${line(action)} ${words.mismatch({ action: action + 1, what, expected: JSON.stringify(expected), actual: JSON.stringify(actual) })}`,
      );
    }
    return failures.length === 0;
  });
  const passed = results.filter(Boolean).length;
  print(words.scenarios({ passed, failed: results.length - passed }));
  return passed === results.length ? 0 : 1;
}

const COVERED = ['clauses', 'links', 'loops', 'steps', 'branches', 'returns', 'rejections', 'overdue'] as const;

/** What the definitions carry of the rule books, and what the stories reach of the definitions. */
function coverage(run: Run, [folder = '']: readonly string[]): ExitCode {
  const definitions = checkedOrSay(run, folder);
  if (typeof definitions !== 'object') return definitions ?? 1;
  const { words, print, json } = run;
  const found = coverageOf(definitions);
  if (json) print(JSON.stringify(found, null, 2));
  else
    for (const kind of COVERED) {
      print(words.covered(kind, found[kind]));
      for (const name of found[kind].missing) print(`    ${name}`);
    }
  return Object.values(found).some(({ missing }) => missing.length > 0) ? 1 : 0;
}

/** Writes the rule book in the language asked for. */
function book(run: Run, [folder = '', target = '']: readonly string[]): ExitCode {
  const definitions = checkedOrSay(run, folder);
  if (typeof definitions !== 'object') return definitions ?? 1;
  const pages = bookPages(definitions, run.locale);
  mkdirSync(resolve(target), { recursive: true });
  for (const { name, text } of pages) writeFileSync(join(target, name), text);
  run.print(run.words.bound(target, pages.length));
  return 0;
}

function bundle(run: Run, [folder = '', target = '']: readonly string[]): ExitCode {
  const definitions = checkedOrSay(run, folder);
  if (typeof definitions !== 'object') {
    if (definitions === 1) run.print(run.words.notBundled);
    return definitions ?? 1;
  }
  mkdirSync(dirname(resolve(target)), { recursive: true });
  writeFileSync(target, bundleOf(definitions));
  run.print(run.words.bundled(target, Object.keys(definitions.processes).length));
  return 0;
}

/** A process lies in the folder of its area, which lies in the folder of all definitions. */
function explainProcess(run: Run, [file = '']: readonly string[]): ExitCode {
  const folder = dirname(dirname(resolve(file)));
  const definitions = checkedOrSay(run, folder);
  if (typeof definitions !== 'object') return definitions ?? 1;
  const name = relative(folder, resolve(file)).replaceAll('\\', '/');
  const found = Object.entries(definitions.sources.processes).find(([, source]) => source.file === name);
  const published = found && definitions.processes[found[0]];
  const workspace = compileWorkspace({ ...definitions.workspace, reports: {} });
  const compiled =
    published && compileDefinition(published, workspace, { version: 1, digest: digestOfPublished(published) });
  if (compiled?.ok !== true) {
    run.print(run.words.noSuchProcess(file));
    return 2;
  }
  run.print(explain(compiled.value, run.words, run.locale));
  return 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2), console.log);
