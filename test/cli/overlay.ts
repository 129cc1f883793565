import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder, type SourceFile } from '../../cli/src/folder.ts';
import type { Problem } from '../../cli/src/problem.ts';

const ROOT = 'test/fixtures/definitions';
const base = readFolder(join(ROOT, 'base'));

/** Names of the fixtures; each is a few files laid over a folder in which nothing is wrong. */
export const fixtures = readdirSync(ROOT).filter((name) => name !== 'base');

/** The base with the files of a fixture in place of its own; one that only says `# absent` takes a file away. */
export function overlaid(name: string): readonly SourceFile[] {
  const files = new Map(base.map((file) => [file.name, file]));
  for (const file of readFolder(join(ROOT, name))) {
    if (file.text?.endsWith('# absent\n') === true) files.delete(file.name);
    else files.set(file.name, file);
  }
  return [...files.values()];
}

/** What the comments at the head of a fixture's files expect: `# expect 12:7 unknown-field -> plan.name`. */
export function expected(name: string): readonly string[] {
  return readFolder(join(ROOT, name)).flatMap(({ name: file }) => {
    const lines = readFileSync(join(ROOT, name, file), 'latin1').split('\n');
    return lines.flatMap((line) => (line.startsWith('# expect ') ? [`${file}:${line.slice('# expect '.length)}`] : []));
  });
}

/** A problem as the fixtures write it. */
export const found = ({ file, line, column, code, severity, suggestion }: Problem): string =>
  `${file}:${line}:${column} ${code}${severity === 'warning' ? ' warning' : ''}${suggestion === undefined ? '' : ` -> ${suggestion}`}`;
