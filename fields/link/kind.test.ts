import { expect, test } from 'vitest';
import { accepted, modelOf } from '../../test/engine/form/fixture.ts';

const model = modelOf({ f: { x: { type: 'link', title: '网址' } } });

test.each([
  ['www.example.com', 'https://www.example.com'],
  ['example.com/a?b#c', 'https://example.com/a?b#c'],
  [' https://example.com/Ａ ', 'https://example.com/Ａ'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['evil.example:alert(1)', 'evil.example:alert(1)'],
  ['mailto.example', 'https://mailto.example'],
])('%j is kept as %j', (typed, kept) => {
  expect(accepted(model, {}, { f: { x: typed } })).toEqual({ f: { x: kept } });
});
