import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { patternTables, tableOf } from '../../tools/pattern-table.ts';
import { schemaTypes } from '../../tools/schema-types.ts';

test('schemas/generated is what `npm run generate` makes of schemas/', async () => {
  const committed = readdirSync('schemas/generated').sort();
  const fresh = await schemaTypes('schemas');
  expect(committed).toEqual([...fresh.keys()].sort());
  for (const name of committed) expect(readFileSync(`schemas/generated/${name}`, 'utf8'), name).toBe(fresh.get(name));
});

test('docs/patterns.md is what `npm run generate` makes of the patterns and their tests', async () => {
  expect(readFileSync('docs/patterns.md', 'utf8')).toBe(await patternTables());
});

test('a pattern is claimed exactly when a test shows it', () => {
  const sequence = { number: 1, name: 'Sequence', use: 'one desk after the other', key: '`steps`' };
  const loop = { number: 10, name: 'Arbitrary Cycles', not: 'Blocks only.' };
  const shown = (number: number, name: string) => [{ kind: 'WCP', number, name, says: 'It is so', file: 'a.test.ts' }];
  expect(tableOf('WCP', [sequence, loop], shown(1, 'sequence'))).toContain(
    '| 1 | Sequence | one desk after the other |',
  );
  expect(() => tableOf('WCP', [sequence, loop], [])).toThrow('WCP 1 Sequence: claimed, but no test shows it');
  expect(() => tableOf('WCP', [loop], shown(10, 'arbitrary cycles'))).toThrow('no such pattern is claimed');
  expect(() => tableOf('WCP', [sequence], shown(1, 'parallel split'))).toThrow('no such pattern is claimed');
});
