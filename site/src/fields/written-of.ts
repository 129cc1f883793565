import type { FieldKind, FieldOf } from './props.ts';
import type { Reading } from './use-text-input.ts';

/** Ids of everybody and everything that bears a name; several: the name says too little. */
export type Bearers = (name: string) => readonly string[];

/** What written values are read with. */
export type WrittenContext = {
  readonly today: string;
  readonly people: Bearers;
  readonly units: Bearers;
  /** Rows of a ledger by their name. */
  readonly rows: (ledger: string, name: string) => readonly string[];
};

/**
 * A value as people write it in a spreadsheet, as this kind stores it. The text has no white space around it and is
 * not empty. Text that is no value is given back as it is: it is never guessed.
 */
export type ReadWritten<K extends FieldKind> = (text: string, context: WrittenContext, field: FieldOf<K>) => Reading;

/** Line breaks become spaces: these values are of one line. */
export const plainWritten = (text: string): Reading => ({ value: text.replace(/\s*[\r\n]+\s*/g, ' ') });

/** Names as they are compared: full-width letters, case and spaces do not count. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** The value of the first pattern that fits. */
export const readingOf = (value: unknown, text: string): Reading => (value === undefined ? { typed: text } : { value });
