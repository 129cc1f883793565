import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** Code that biome.json must refuse, or must let pass. A guard that never bit guards nothing. */
type Probe = readonly [file: string, code: string, verdict: 'refused' | 'passes'];

const scratch: string[] = [];
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true });
});

/** Lints the probes in a tree of their own and answers which files broke the rule. */
function refusedBy(rule: string, probes: readonly Probe[]): string[] {
  const root = mkdtempSync(join(tmpdir(), 'boundaries-'));
  scratch.push(root);
  mkdirSync(join(root, 'tools'));
  for (const name of ['biome.json', 'tools/engine-purity.grit']) cpSync(name, join(root, name));
  for (const [file, code] of probes) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), `${code}\n`);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--vcs-enabled=false',
      '--reporter=json',
      '--max-diagnostics=none',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  const report: { diagnostics: { category: string; location: { path: string | { file: string } } }[] } =
    JSON.parse(stdout);
  const broken = report.diagnostics.filter((one) => one.category === rule);
  return [...new Set(broken.map(({ location: { path } }) => (typeof path === 'string' ? path : path.file)))].sort();
}

const refused = (probes: readonly Probe[]) =>
  probes
    .filter(([, , verdict]) => verdict === 'refused')
    .map(([file]) => file)
    .sort();

const imports = (file: string, from: string, verdict: Probe[2]): Probe => [
  file,
  `export { x } from '${from}';`,
  verdict,
];

test('an import across a boundary is refused, and no other', () => {
  const probes = [
    imports('engine/case/a.ts', 'hono', 'refused'),
    imports('engine/case/b.ts', 'node:fs', 'refused'),
    imports('engine/case/c.ts', '../../worker/src/index.ts', 'refused'),
    imports('engine/case/d.ts', '../shared/result.ts', 'passes'),
    imports('engine/case/e.ts', './decide.ts', 'passes'),
    imports('engine/case/f.ts', 'big.js', 'passes'),
    imports('engine/case/g.ts', 'ajv', 'refused'),
    imports('engine/case/h.ts', '@noble/hashes/sha2.js', 'refused'),
    imports('engine/case/i.ts', 'yaml', 'refused'),
    imports('engine/case/j.ts', '../../test/support/given.ts', 'refused'),
    imports('engine/case/k.ts', '../../schemas/generated/process.ts', 'passes'),
    imports('engine/case/l.ts', '../../vitest.config.ts', 'refused'),
    imports('engine/case/n.ts', '../organisation/organisation.ts', 'passes'),
    imports('engine/case/m.ts', 'drizzle-orm', 'refused'),
    imports('engine/definition/checks/a.ts', '../../form/values.ts', 'passes'),
    imports('engine/definition/checks/b.ts', '../findings.ts', 'passes'),
    imports('engine/definition/checks/c.ts', '../../../schemas/generated/process.ts', 'passes'),
    imports('engine/definition/checks/d.ts', '../../../worker/src/index.ts', 'refused'),
    imports('engine/definition/yaml.ts', 'yaml', 'passes'),
    imports('engine/definition/parse.ts', 'yaml', 'refused'),
    imports('engine/expression/a.ts', 'yaml', 'refused'),
    imports('engine/expression/b.ts', '@noble/hashes/sha2.js', 'refused'),
    imports('engine/audit/a.ts', '@noble/hashes/sha2.js', 'passes'),
    imports('engine/audit/b.ts', 'yaml', 'refused'),
    imports('engine/index.ts', './case/decide.ts', 'passes'),
    imports('engine/types.ts', '../schemas/generated/process.ts', 'passes'),
    imports('engine/form/kinds/a.ts', '../../../fields/money/kind.ts', 'passes'),
    imports('engine/form/kinds/b.ts', '../../../fields/money/view.tsx', 'refused'),
    imports('engine/form/c.ts', '../../fields/reference/kind.ts', 'passes'),
    imports('fields/money/kind.ts', '../../engine/form/issue.ts', 'passes'),
    imports('fields/money/kind-parts.ts', '../integer/kind.ts', 'passes'),
    imports('fields/date/kind.ts', './view.tsx', 'refused'),
    imports('fields/week/kind.ts', 'react', 'refused'),
    imports('fields/year/kind.ts', '../../site/src/fields/props.ts', 'refused'),
    imports('fields/unit/kind.ts', '../../worker/src/index.ts', 'refused'),
    imports('fields/money/view.tsx', '../../site/src/fields/props.ts', 'passes'),
    imports('fields/money/read.tsx', 'react', 'passes'),
    imports('fields/date/view.tsx', '../../engine/form/issue.ts', 'refused'),
    imports('fields/date/text.ts', '#engine', 'passes'),
    imports('fields/date/kind.test.ts', '../../test/engine/form/fixture.ts', 'passes'),
    imports('fields/flag/view.tsx', '../../worker/src/index.ts', 'refused'),
    imports('site/src/a.ts', '../../worker/src/index.ts', 'refused'),
    imports('site/src/b.ts', '../../engine/case/state.ts', 'refused'),
    imports('site/src/c.ts', '#engine', 'passes'),
    imports('site/src/d.ts', '../../cli/src/check.ts', 'refused'),
    imports('site/src/e.ts', '../../schemas/generated/process.ts', 'passes'),
    imports('site/src/f.ts', '../../test/support/given.ts', 'refused'),
    imports('site/src/g.tsx', 'react', 'passes'),
    imports('site/src/h.ts', 'drizzle-orm', 'refused'),
    imports('site/src/i.ts', 'yaml', 'refused'),
    imports('worker/src/a.ts', '../../site/src/i18n/refusals.ts', 'refused'),
    imports('worker/src/b.ts', 'hono', 'passes'),
    imports('worker/src/c.ts', '#engine', 'passes'),
    imports('worker/src/d.ts', '../../engine/index.ts', 'refused'),
    imports('worker/src/e.ts', '../../cli/src/check.ts', 'refused'),
    imports('worker/src/f.ts', 'react', 'refused'),
    imports('worker/src/g.ts', '../../test/support/given.ts', 'refused'),
    imports('worker/src/http/a.ts', 'drizzle-orm/d1', 'refused'),
    imports('worker/src/http/b.ts', '../../../engine/index.ts', 'refused'),
    imports('worker/src/http/c.ts', '../../../schemas/generated/process.ts', 'passes'),
    imports('worker/src/store/a.ts', 'drizzle-orm/d1', 'passes'),
    imports('worker/src/store/b.ts', '../../../site/src/a.ts', 'refused'),
    imports('cli/src/a.ts', '#engine', 'passes'),
    imports('cli/src/b.ts', '../../engine/index.ts', 'refused'),
    imports('cli/src/c.ts', '../../worker/src/index.ts', 'refused'),
    imports('cli/src/d.ts', '../../site/src/a.ts', 'refused'),
    imports('cli/src/e.ts', '../../test/support/given.ts', 'refused'),
    imports('cli/src/f.ts', 'node:fs', 'passes'),
    imports('tools/a.ts', '../test/support/given.ts', 'refused'),
    imports('tools/b.ts', '#engine', 'passes'),
  ];
  expect(refusedBy('lint/style/noRestrictedImports', probes)).toEqual(refused(probes));
});

test('the engine may not read a clock, dice or a setting of the machine, and others may', () => {
  const probes: Probe[] = [
    ['engine/case/a.ts', 'export const a = Date.now();', 'refused'],
    ['engine/case/b.ts', 'export const a = new Date();', 'refused'],
    ['engine/case/c.ts', 'export const a = Math.random();', 'refused'],
    ['fields/date/kind.ts', 'export const a = Date.now();', 'refused'],
    ['fields/date/view.tsx', 'export const a = Date.now();', 'passes'],
    ['engine/case/d.ts', 'export const a = new Date(0).getTimezoneOffset();', 'refused'],
    ['engine/case/e.ts', 'export const a = crypto.randomUUID();', 'refused'],
    ['engine/case/f.ts', "export const a = (1).toLocaleString('en');", 'refused'],
    ['engine/case/g.ts', 'export const a = new Date(0).getUTCDay();', 'passes'],
    ['engine/case/h.ts', 'export const a = Date.UTC(2026, 0, 1);', 'passes'],
    ['worker/src/a.ts', 'export const a = Date.now();', 'passes'],
  ];
  expect(refusedBy('plugin', probes)).toEqual(refused(probes));
});

test.for<[rule: string, probes: Probe[]]>([
  [
    'lint/security/noDangerouslySetInnerHtml',
    [
      ['site/src/a.tsx', "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;", 'refused'],
      ['site/src/b.tsx', 'export const A = () => <p>a</p>;', 'passes'],
    ],
  ],
  ['lint/security/noGlobalEval', [['worker/src/a.ts', "export const a = eval('1');", 'refused']]],
  [
    'lint/suspicious/noConsole',
    [
      ['engine/case/a.ts', "console.log('a');", 'refused'],
      ['worker/src/a.ts', "console.log('a');", 'refused'],
      ['cli/src/a.ts', "console.log('a');", 'passes'],
    ],
  ],
  ['lint/suspicious/noExplicitAny', [['engine/case/a.ts', 'export const a: any = 1;', 'refused']]],
  ['lint/style/noNonNullAssertion', [['engine/case/a.ts', 'export const a = (b?: number[]) => b!.length;', 'refused']]],
  [
    'lint/style/noDefaultExport',
    [
      ['engine/case/a.ts', 'export default 1;', 'refused'],
      ['worker/src/index.ts', 'export default 1;', 'passes'],
    ],
  ],
  [
    'lint/suspicious/noImportCycles',
    [
      ['engine/case/a.ts', "import { b } from './b.ts';\nexport const a = () => b;", 'refused'],
      ['engine/case/b.ts', "import { a } from './a.ts';\nexport const b = () => a;", 'refused'],
    ],
  ],
])('%s bites', ([rule, probes]) => {
  expect(refusedBy(rule, probes)).toEqual(refused(probes));
});
