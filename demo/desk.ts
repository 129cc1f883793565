import type { CivilDate } from '#engine';
import type { Field } from '../schemas/generated/process.ts';
import type { Dice } from './dice.ts';

export type Fields = Readonly<Record<string, unknown>>;
/** Values by form and field. */
export type Forms = Readonly<Record<string, Fields>>;
export type Target = { readonly ledger: string } | { readonly process: string; readonly state?: string };
/** A row of a ledger, or a case, that somebody may point to, with what the person may read of it. */
export type Row = { readonly id: string; readonly name?: string; readonly cells: Fields };

/** What somebody at a desk knows and can name today. */
export type Desk = {
  readonly today: CivilDate;
  readonly person: string;
  /** Where the person works. */
  readonly unit: string;
  readonly dice: Dice;
  /** How much business there is at this time of the year; 1 is usual. */
  readonly season: number;
  readonly people: readonly string[];
  readonly units: readonly string[];
  /** Who holds a post in a unit. */
  readonly peopleIn: (unit: unknown) => readonly string[];
  /** What this person may point to now; `like` looks for a name. */
  readonly targets: (to: Target, like?: string) => Promise<readonly Row[]>;
  /** Rows of a ledger as far as this person may read them, latest first. */
  readonly rows: (ledger: string) => Promise<readonly Row[]>;
  readonly file: (picture: boolean) => Promise<unknown>;
  /** A number that nobody has used yet, as on an invoice. */
  readonly serial: () => number;
};

/** Where a value is written. */
export type Place = {
  readonly desk: Desk;
  readonly field: Field;
  /** The other fields of the form, and of the row in a table. */
  readonly form: Fields;
  readonly row: Fields;
  /** What the case holds. */
  readonly values: Forms;
  /** Whether the case is there already. */
  readonly begun: boolean;
};

/** There is nothing to point to, or it is too early: the form stays for another day. */
export class NotToday extends Error {}
