import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import type { Definitions } from '../../cli/src/definitions.ts';
import { readFolder } from '../../cli/src/folder.ts';
import type { Instant } from '../../engine/index.ts';
import { Companies } from '../support/office-company.ts';
import { StoryPlayer } from '../support/story-player.ts';
import { Walk } from '../support/walk.ts';
import { WALKS } from './walks.ts';

/** Before the first story of the rule book. */
const BEGINNING = '2026-09-01T01:00:00.000Z' as Instant;

let definitions: Definitions;
let companies: Companies;

beforeAll(async () => {
  const checked = checkFiles(readFolder('process-defs')).definitions;
  if (checked === undefined) throw new Error('the rule book does not check');
  definitions = checked;
  companies = await Companies.founded(definitions, BEGINNING);
}, 120_000);
afterAll(() => companies?.end());

test('there is a way round for each walk of each loop', () => {
  const walks = definitions.workspace.links?.loops.map(({ id, walks: each }) => [id, each.length]);
  expect(Object.entries(WALKS).map(([id, tells]) => [id, tells.length])).toEqual(walks);
});

test.each(Object.entries(WALKS).flatMap(([loop, tells]) => tells.map((tell, index) => [loop, index, tell] as const)))(
  'loop %s, walk %i: each case is started or fed by the one before',
  async (loop, index, tell) => {
    const company = companies.open(BEGINNING);
    const stories = definitions.scenarios.map(({ document }) => document);
    const walk = new Walk(new StoryPlayer(company, stories, definitions.processes));
    await tell(walk);
    company.close();
    expect(walk.stages).toEqual(definitions.workspace.links?.loops.find(({ id }) => id === loop)?.walks[index]);
  },
  120_000,
);
