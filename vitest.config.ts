import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** The projects run one after the other: two of them start a runtime or a browser, and small machines have two cores. */
const turn = (groupOrder: number) => ({ groupOrder });

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        test: {
          name: 'engine',
          include: ['test/{engine,architecture,cli,demo,model,process-defs,site}/**/*.test.ts', 'fields/**/*.test.ts'],
          setupFiles: ['./test/support/console-guard.ts'],
          sequence: turn(1),
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations('worker/migrations') } },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          globalSetup: ['./test/support/bundle-company.ts'],
          setupFiles: ['./test/support/console-guard.ts', './test/worker/apply-migrations.ts'],
          sequence: turn(2),
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: turn(3),
        },
      },
    ],
  },
}));
