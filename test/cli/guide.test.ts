import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { storiesOf } from '../../cli/src/scenarios.ts';
import { catalogues } from '../../cli/src/words/say.ts';
import { compileExpression } from '../../engine/expression/expression.ts';

const GUIDE = 'docs/guide';
const page = (name: string): string => readFileSync(`${GUIDE}/${name}`, 'utf8');

/** The files the guide writes out: a heading with the name, and the text below it. */
const files = [...page('first-process.md').matchAll(/^### `([^`]+)`\n\n```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, name = '', text = '']) => ({ name, text }),
);

describe('the first process of the guide', () => {
  const { definitions, problems } = checkFiles(files);
  if (definitions === undefined) throw new Error('the files of the guide cannot be read');

  test('is a whole company in which nothing is wrong', () => {
    expect(files.length).toBeGreaterThan(7);
    expect(problems).toEqual([]);
  });

  test.for(storiesOf(definitions).map((story) => [story.title, story] as const))('%s', ([, { play }]) => {
    expect(play()).toEqual([]);
  });
});

describe('the page about expressions', () => {
  const text = page('expressions.md');

  test('lists every function there is', () => {
    const unknown = compileExpression('xyzzy()', {});
    const known = unknown.ok ? '' : (unknown.error[0]?.params.known ?? '');
    const functions = known.split(', ');
    expect(functions).toContain('workdays');
    expect(functions.filter((name) => !text.includes(`\`${name}(`))).toEqual([]);
  });

  test('no message sends the reader to a page that is not there', () => {
    for (const { findings } of Object.values(catalogues))
      expect(findings['not-allowed']({ what: '%' })).toContain('docs/guide/expressions.md');
  });
});

describe('the page about stories', () => {
  test('its example comes true', () => {
    const [, text = ''] = /```yaml\n(format: scenario[\s\S]*?)```/.exec(page('stories.md')) ?? [];
    const company = readFolder('test/fixtures/held-back').filter(({ name }) => !name.endsWith('.test.yaml'));
    const story = { name: 'people/leave-request.test.yaml', text };
    const { definitions, problems } = checkFiles([...company, story]);
    expect(problems).toEqual([]);
    expect((definitions ? storiesOf(definitions) : []).map(({ play }) => play())).toEqual([[]]);
  });

  test('names every action', () => {
    const schema: { properties: { scenarios: { items: { properties: { do: { items: { oneOf: Shape[] } } } } } } } =
      JSON.parse(readFileSync('schemas/scenario.schema.json', 'utf8'));
    const actions = schema.properties.scenarios.items.properties.do.items.oneOf.map(
      ({ required }) => required.find((key) => key !== 'by') ?? '',
    );
    expect(actions.filter((action) => !page('stories.md').includes(`\`${action}\``))).toEqual([]);
  });
});

type Shape = { readonly required: readonly string[] };
