import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const LIMIT = 400;
const BINARY = /\.(png|jpg|ico|woff2?|pdf|xlsx)$/;
const CODE = /\.(ts|tsx|astro|mjs|css)$/;

const git = (...args: readonly string[]) =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .filter((name) => name !== '');
const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard')
  .filter((name) => existsSync(name) && !BINARY.test(name))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }));
const code = files.filter(({ name }) => CODE.test(name) && !name.startsWith('schemas/generated/'));

/** Every line among `among` that matches, as `file:line text`. */
const linesWith = (pattern: RegExp, among: typeof files) =>
  among.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${name}:${i + 1} ${line.trim()}`] : [])),
  );
const under = (...folders: readonly string[]) => code.filter(({ name }) => folders.some((at) => name.startsWith(at)));

describe('what the project is made of', () => {
  test('the files are found', () => {
    expect(code.map(({ name }) => name)).toContain('test/architecture/sources.test.ts');
  });

  test('no file names a path of one machine or the host of a package mirror', () => {
    const place = new RegExp(`(^|[^.\\w])/(${['work', 'farm', 'root', 'home/\\w+'].join('|')})/`);
    const host = new RegExp(`https?://[a-z.-]*(${['registry', 'mirror'].join('|')})`);
    const ours = files.filter(({ name }) => name !== 'package-lock.json');
    expect([...linesWith(place, ours), ...linesWith(host, ours)]).toEqual([]);
  });

  test(`no hand-written source file is longer than ${LIMIT} lines`, () => {
    const long = code.map(({ name, text }) => ({ name, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > LIMIT)).toEqual([]);
  });

  test('no check is switched off and nothing is left for later', () => {
    const words = ['@ts-ignore', '@ts-nocheck', '@ts-expect-error', 'TODO', 'FIXME', 'XXX', 'HACK'].join('|');
    const skips = '\\b(test|describe|it)\\.(skip|only|todo)\\b';
    const here = 'test/architecture/sources.test.ts';
    expect(
      linesWith(
        new RegExp(`(${words})\\b|${skips}`),
        code.filter(({ name }) => name !== here),
      ),
    ).toEqual([]);
  });
});

describe('who may name what', () => {
  test('only worker/src/store speaks to the database; the type of its bindings may name it', () => {
    const allowed = /^worker\/src\/(store\/|profile\.ts$)/;
    const others = under('worker/', 'site/', 'cli/', 'engine/').filter(({ name }) => !allowed.test(name));
    expect(linesWith(/\bD1Database\b|\.prepare\(/, others)).toEqual([]);
  });

  test('what serves the public never reaches the demo password or the clock that can be moved', () => {
    const others = under('worker/src/').filter(({ name }) => !/^worker\/src\/dev(\.ts$|\/)/.test(name));
    expect(linesWith(/\bFORMLOOP_DEV\b|from '.*\/dev(\.ts|\/.*)'/, others)).toEqual([]);
    expect(readFileSync('wrangler.toml', 'utf8')).not.toMatch(/FORMLOOP_DEV|dev\.ts/);
  });

  test('no page and no answer is built from strings of markup or code', () => {
    const pattern = /\bset:html\b|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bnew Function\b/;
    expect(linesWith(pattern, under('site/', 'worker/src/', 'engine/'))).toEqual([]);
  });
});
