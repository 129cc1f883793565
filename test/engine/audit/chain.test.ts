import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_PREVIOUS, type SealedEntry, sealEntry, verifyChain } from '../../../engine/audit/chain.ts';
import { agrees, comments, on, returns, starts, submits, ticks } from '../../support/acts.ts';
import { given } from '../../support/given.ts';
import { sealed } from '../../support/seal.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const process = processOf({
  steps: [
    { ask: fill('ask', 'starter') },
    { check: approve('lead', { mode: 'all', due: '1d', overdue: [{ copy: ['boss'] }], return: { to: ['ask'] } }) },
  ],
});
const { entries } = given(
  process,
  starts('ada', { ask: { what: 'a pen 笔', amount: '12.50' } }),
  comments('ben', 'Which colour?'),
  on('2026-11-02 10:00', returns('ben', 'check', 'ask')),
  on('2026-11-02 11:00', submits('ada', 'ask', { values: { ask: { what: 'a red pen' } } })),
  on('2026-11-03 09:00', agrees('dan', 'check', { opinion: 'Yes.' })),
  ticks('2026-11-04 00:00'),
  on('2026-11-04 09:00', agrees('ben', 'check')),
).told;

const chain = sealed('case-1', entries);
const head = { seq: chain.length, hash: chain.at(-1)?.hash ?? '' };
const stateOf = (changed: readonly SealedEntry[], known?: typeof head) => verifyChain('case-1', changed, known).state;
const copyOf = (): SealedEntry[] => JSON.parse(JSON.stringify(chain));

/** Paths to every text, number and flag of a value. */
function leaves(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
  }
  return [path];
}

/** A copy with the value at a path put through a function. */
function mutated(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  change: (leaf: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? mutated(item, rest, change) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === key ? mutated(member, rest, change) : member]),
  );
}

function flipped(leaf: unknown, bit: number): unknown {
  if (typeof leaf === 'boolean') return !leaf;
  if (typeof leaf === 'number') return leaf + 1 + bit;
  const text = String(leaf);
  const at = bit % Math.max(text.length, 1);
  const unit = String.fromCharCode((text.charCodeAt(at) || 0) ^ 1);
  return text.slice(0, at) + unit + text.slice(at + 1);
}

describe('the chain of a case', () => {
  test('an untouched one is intact, also when read back from JSON', () => {
    expect(verifyChain('case-1', chain, head)).toEqual({ state: 'intact', entries: 7, head: head.hash });
    expect(stateOf(copyOf(), head)).toBe('intact');
    expect(verifyChain('case-1', [])).toEqual({ state: 'intact', entries: 0, head: NO_PREVIOUS });
  });

  test('the order of keys raises no alarm', () => {
    const reordered = copyOf().map((entry) => Object.fromEntries(Object.entries(entry).reverse()));
    expect(verifyChain('case-1', reordered as unknown as SealedEntry[], head).state).toBe('intact');
  });

  test('each entry names the one before it', () => {
    expect(chain.map(({ previous }) => previous)).toEqual([NO_PREVIOUS, ...chain.slice(0, -1).map(({ hash }) => hash)]);
    expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('any change of any value is found, at the entry it was made in', () => {
    const paths = leaves(chain);
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const changed = mutated(chain, path, (leaf) => flipped(leaf, 3)) as readonly SealedEntry[];
      expect(verifyChain('case-1', changed, head), path.join('.')).toMatchObject({
        state: 'broken',
        at: Number(path[0]) + 1,
      });
    }
  });

  test('any bit of any text is found', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves(chain)), fc.nat(80), (path, bit) => {
        const changed = mutated(chain, path, (leaf) => flipped(leaf, bit)) as readonly SealedEntry[];
        expect(stateOf(changed, head)).toBe('broken');
      }),
      { numRuns: 500 },
    );
  });

  test.each(chain.map(({ seq }) => seq))('dropping entry %i is found', (seq) => {
    const changed = chain.filter((entry) => entry.seq !== seq);
    expect(verifyChain('case-1', changed, head)).toMatchObject({ state: 'broken', at: seq });
  });

  test('swapping, doubling and inserting entries is found', () => {
    for (let at = 0; at + 1 < chain.length; at += 1) {
      const [one, two] = chain.slice(at, at + 2);
      if (one === undefined || two === undefined) throw new Error('two entries');
      const around = (...middle: readonly SealedEntry[]) => [...chain.slice(0, at), ...middle, ...chain.slice(at + 2)];
      expect(stateOf(around(two, one), head)).toBe('broken');
      expect(stateOf(around(one, one, two), head)).toBe('broken');
      expect(stateOf(around(one, sealEntry('case-1', at + 2, one.hash, one), two), head)).toBe('broken');
    }
  });

  test('a log that was cut short is broken at the first missing entry, when the head is known', () => {
    for (let kept = 0; kept < chain.length; kept += 1) {
      expect(verifyChain('case-1', chain.slice(0, kept), head)).toMatchObject({ state: 'broken', at: kept + 1 });
      expect(stateOf(chain.slice(0, kept))).toBe('intact');
    }
  });

  test('a history written anew, with hashes that fit, is found by the head', () => {
    const forged = sealed(
      'case-1',
      entries.map((entry, index) => (index === 4 ? { ...entry, by: entries[0]?.by ?? entry.by } : entry)),
    );
    expect(stateOf(forged)).toBe('intact');
    expect(verifyChain('case-1', forged, head)).toMatchObject({ state: 'broken', at: 7 });
  });

  test('an entry added behind the head is found', () => {
    const last = chain.at(-1);
    if (last === undefined) throw new Error('no entry');
    const longer = [...chain, sealEntry('case-1', 8, last.hash, last)];
    expect(verifyChain('case-1', longer, head)).toMatchObject({ state: 'broken', at: 8 });
  });

  test('numbers that do not count up from one are found, although the hashes fit', () => {
    const [first, second] = entries;
    if (first === undefined || second === undefined) throw new Error('two entries');
    expect(stateOf([sealEntry('case-1', 2, NO_PREVIOUS, first)])).toBe('broken');
    const one = sealEntry('case-1', 1, NO_PREVIOUS, first);
    expect(verifyChain('case-1', [one, sealEntry('case-1', 3, one.hash, second)])).toMatchObject({ at: 2 });
  });

  test('the chain of another case does not pass for this one', () => {
    expect(stateOf(sealed('case-2', entries))).toBe('broken');
    const head2 = chain[0];
    if (head2 === undefined) throw new Error('no entry');
    expect(stateOf([sealEntry('case-2', 1, NO_PREVIOUS, head2)])).toBe('broken');
  });
});
