import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaTypes } from '../../tools/schema-types.ts';

test('schemas/generated is what `npm run generate` makes of schemas/', async () => {
  const committed = readdirSync('schemas/generated').sort();
  const fresh = await schemaTypes('schemas');
  expect(committed).toEqual([...fresh.keys()].sort());
  for (const name of committed) expect(readFileSync(`schemas/generated/${name}`, 'utf8'), name).toBe(fresh.get(name));
});
