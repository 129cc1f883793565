import { type ReadWritten, readingOf } from '../../site/src/fields/written-of.ts';

/** By the name of a ledger row, when only one bears it. Cases are chosen and not written. */
export const readReference: ReadWritten<'reference'> = (text, { rows }, { to }) => {
  const [only, other] = 'ledger' in to ? rows(to.ledger, text) : [];
  return readingOf(other === undefined ? only : undefined, text);
};
