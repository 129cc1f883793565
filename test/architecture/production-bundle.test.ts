import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const out = mkdtempSync(join(tmpdir(), 'bundle-'));
afterAll(() => rmSync(out, { recursive: true }));

/** The code that the platform gets for an entry, as wrangler bundles it. */
function bundleOf(entry: string): string {
  const target = join(out, entry.replaceAll('/', '-'));
  const wrangler = 'node_modules/wrangler/wrangler-dist/cli.js';
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_WRITE_LOGS: 'false', CI: 'true' };
  execFileSync(process.execPath, ['--no-warnings', wrangler, 'deploy', entry, '--dry-run', '--outdir', target], {
    env,
    stdio: 'pipe',
  });
  return readdirSync(target)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(target, name), 'utf8'))
    .join('\n');
}

/** Words that only the local demo needs. */
const DEMO = ['/api/development', 'development_clock', 'formloop-demo', 'this machine'];

describe('what is deployed', () => {
  test('holds no demo password, no clock that can be moved and no opening data', { timeout: 60_000 }, () => {
    const production = bundleOf('worker/src/index.ts');
    expect(production).toContain('/api/cases/{id}/commands');
    expect(DEMO.filter((word) => production.includes(word))).toEqual([]);
  });

  test('unlike the local demo', { timeout: 60_000 }, () => {
    const demo = bundleOf('worker/src/dev.ts');
    expect(DEMO.filter((word) => !demo.includes(word))).toEqual([]);
  });
});
