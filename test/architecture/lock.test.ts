import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Manifest = { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> };

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

/** The lock's entry for `name` as the package at `from` would find it. */
function find(from: string, name: string): Locked | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules') - 1))) {
    const found = lock.packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`];
    if (found || place === '') return found;
  }
}

const binariesOf = (name: string) =>
  Object.entries(lock.packages).flatMap(([place, one]) =>
    place.endsWith(`node_modules/${name}`)
      ? Object.keys(one.optionalDependencies ?? {}).map((binary) => ({ place, binary, locked: find(place, binary) }))
      : [],
  );

describe('package-lock.json', () => {
  test('holds every optional package that any package declares, so that npm ci installs on every machine', () => {
    const missing = Object.entries(lock.packages).flatMap(([place, one]) =>
      Object.keys(one.optionalDependencies ?? {})
        .filter((name) => find(place, name) === undefined)
        .map((name) => `${place} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test.for([
    'workerd',
    '@biomejs/biome',
    '@astrojs/compiler-binding',
    'esbuild',
    'rolldown',
    'lightningcss',
    'oxc-parser',
    'oxc-resolver',
  ])('holds the binaries of %s for Linux, macOS and Windows', (name) => {
    const systems = new Set(binariesOf(name).flatMap(({ locked }) => locked?.os ?? []));
    expect([...systems]).toEqual(expect.arrayContaining(['linux', 'darwin', 'win32']));
  });

  test('takes packages from the public registry only', () => {
    const hosts = Object.values(lock.packages).flatMap((one) => (one.resolved ? [new URL(one.resolved).host] : []));
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });

  test.for([
    ['hono', '4.12.21'],
    ['drizzle-orm', '0.45.2'],
    ['ajv', '8.18.0'],
    ['astro', '7.2.8'],
  ] as const)('has no %s older than %s, which closed known holes', ([name, floor]) => {
    const version = lock.packages[`node_modules/${name}`]?.version ?? '0.0.0';
    expect(version.localeCompare(floor, 'en', { numeric: true })).toBeGreaterThanOrEqual(0);
  });
});

test('package.json names one exact version of every dependency, the one that is locked', () => {
  for (const [name, version] of Object.entries(direct)) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});
