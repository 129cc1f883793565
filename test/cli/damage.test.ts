import { expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import type { SourceFile } from '../../cli/src/folder.ts';
import { catalogues, lineOf } from '../../cli/src/words/say.ts';
import { overlaid } from './overlay.ts';

const base = overlaid('base');
const WAYS = 5;
const STRANGE = ['null', '1', '[]', '{}', "''", 'constructor', 'toString', 'a.b.c', 'true', '-'];

/** Every file with one of its lines changed, one after the other; each way to do so takes every fifth line. */
function* damaged(
  turn: number,
  change: (line: string, number: number) => string | undefined,
): Generator<readonly SourceFile[]> {
  for (const file of base) {
    const lines = file.text?.split('\n') ?? [];
    for (const [number, line] of lines.entries()) {
      const changed = number % WAYS === turn ? change(line, number) : line;
      if (changed === line) continue;
      const text = lines.toSpliced(number, 1, ...(changed === undefined ? [] : [changed])).join('\n');
      yield base.map((each) => (each === file ? { ...file, text } : each));
    }
  }
}

/** Findings that stand nowhere or say nothing. */
const senseless = (files: readonly SourceFile[]) =>
  checkFiles(files)
    .problems.filter(
      (problem) =>
        problem.line < 1 || problem.column < 1 || /undefined|\[object|NaN/.test(lineOf(problem, catalogues.en)),
    )
    .map((problem) => lineOf(problem, catalogues.en));

test.for<[turn: number, what: string, change: (line: string, number: number) => string | undefined]>([
  [0, 'a line is missing', () => undefined],
  [1, 'a line is indented further', (line) => `  ${line}`],
  [
    2,
    'a value is something else',
    (line, number) => line.replace(/: [^{[ ][^,}\]]*/, `: ${STRANGE[Math.floor(number / WAYS) % STRANGE.length]}`),
  ],
  [
    3,
    'the last word is something else',
    (line, number) => line.replace(/[A-Za-z]\w*(?=\W*$)/, STRANGE[Math.floor(number / WAYS) % STRANGE.length] ?? ''),
  ],
  [
    4,
    'a key is something else',
    (line, number) => line.replace(/[a-z]\w*:/, `${STRANGE[Math.floor(number / WAYS) % STRANGE.length]}:`),
  ],
])('whatever is broken, findings have a place and a sentence (%i): %s', { timeout: 30_000 }, ([turn, , change]) => {
  expect([...damaged(turn, change)].flatMap(senseless)).toEqual([]);
});
