import { caseNumber, type Definition, type Entry, numberParts } from '#engine';
import type { Counter } from '../store/command-load.ts';
import type { Numbering } from '../store/entry-store.ts';
import { factsOf, type Setting } from './facts.ts';

export type Numbered = { readonly number: string; readonly counter: number; readonly parts: Numbering['parts'] };

/** The number a case started now will get, unless another one is started first. */
export function nextNumber(definition: Definition, counters: readonly Counter[], setting: Setting): Numbered {
  const parts = numberParts(definition.number, factsOf(setting, {}).today);
  const counter = 1 + (counters.find(({ period }) => period === parts.period)?.n ?? 0);
  return { number: caseNumber(parts, counter), counter, parts };
}

/** Holds the start to its number only when something recorded says it, so that other starts never wait. */
export const numberingOf = ({ number, counter, parts }: Numbered, entry: Entry): Numbering => ({
  parts,
  expected: JSON.stringify(entry.events).includes(number) ? counter : undefined,
});
