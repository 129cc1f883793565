import { describe, expect, test } from 'vitest';
import { mergeEdits } from '../../../site/src/form/merge-edits.ts';

const row = (id: string, cells: Record<string, unknown>) => ({ _row: id, ...cells });
const before = {
  plan: { name: 'a', note: 'b', items: [row('r1', { what: 'pen', cost: '1' }), row('r2', { what: 'ink' })] },
};

describe('what I changed while somebody else changed the case', () => {
  test('is laid over what it became; what I left alone is theirs', () => {
    const mine = { plan: { ...before.plan, name: 'mine' } };
    const present = { plan: { ...before.plan, name: 'theirs', note: 'theirs' } };
    expect(mergeEdits(before, mine, present)).toEqual({ plan: { name: 'mine' } });
  });

  test('keeps a value that I took out, out', () => {
    expect(mergeEdits(before, { plan: { note: null } }, before)).toEqual({ plan: { note: null } });
  });

  test('of a table goes by row and cell', () => {
    const mine = { plan: { items: [row('r1', { what: 'pens', cost: '1' }), row('r3', { what: 'cap' })] } };
    const theirs = [row('r1', { what: 'pen', cost: '2' }), row('r2', { what: 'ink' }), row('r4', { what: 'bag' })];
    expect(mergeEdits(before, mine, { plan: { ...before.plan, items: theirs } })).toEqual({
      plan: { items: [row('r1', { what: 'pens', cost: '2' }), row('r3', { what: 'cap' }), row('r4', { what: 'bag' })] },
    });
  });

  test('leaves out a row that they removed', () => {
    const mine = { plan: { items: [row('r1', { what: 'pens', cost: '1' }), row('r2', { what: 'ink' })] } };
    expect(mergeEdits(before, mine, { plan: { items: [row('r2', { what: 'ink' })] } })).toEqual({
      plan: { items: [row('r2', { what: 'ink' })] },
    });
  });
});
