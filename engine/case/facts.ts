import type { Words } from '../../schemas/generated/process.ts';
import type { Calendar } from '../calendar/index.ts';
import type { Definition } from '../definition/definition.ts';
import type { Values } from '../form/value.ts';
import type { Organisation } from '../organisation/index.ts';
import type { CivilDate, Instant, UserId } from '../shared/brand.ts';
import type { Sum } from '../sums/sum.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import type { Actor } from './events.ts';

/** `ledger/row` */
export type RowAddress = string;
export const rowAddress = (ledger: string, row: string): RowAddress => `${ledger}/${row}`;

/** A ledger row as loaded. `version` 0 is a row that does not exist yet. */
export type LedgerRow = { readonly version: number; readonly cells: Readonly<Record<string, unknown>> };

/** Everything a decision needs from outside. The engine reads no clock, no database and throws no dice. */
export type Facts = {
  readonly now: Instant;
  /** The local day of `now` in the workspace's zone. */
  readonly today: CivilDate;
  readonly by: Actor;
  readonly case: { readonly id: string; readonly number?: string };
  readonly organisation: Organisation;
  readonly calendar: Calendar;
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly ledgers: Readonly<Record<string, Ledger>>;
  /** The rows named by `needs`; one that is absent does not exist. */
  readonly rows: Readonly<Record<RowAddress, LedgerRow>>;
  /** Absences of today and later. */
  readonly absences?: readonly Absence[];
  /** The present versions of all processes that rows of a ledger start. */
  readonly triggered?: readonly Definition[];
  /** Values of the latest case of each series, by step; read when the next one is started. */
  readonly last?: Readonly<
    Record<string, Values>
  > /** Who has opened the case since the actor decided; read when the decision is taken back. */;
  readonly viewedSince?: readonly UserId[];
};

/** Somebody is away, and who acts for them: local days, both included; in every process when none is named. */
export type Absence = {
  readonly person: UserId;
  readonly proxy: UserId;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly processes?: readonly string[];
};

/** What the case engine needs to know of a ledger. */
export type Ledger = {
  readonly id: string;
  readonly key: 'case' | readonly string[];
  /** The column that names a row. */
  readonly name?: string;
  /** What every row has to fulfil. */
  readonly limits: readonly { readonly words: Words; holds(cells: Readonly<Record<string, unknown>>): boolean }[];
  /** 0 in every column of numbers. */
  readonly zeros: Readonly<Record<string, unknown>>;
  /** What its rows add up to, by name. */
  readonly sums: Readonly<Record<string, Sum>>;
  /** Fills computed columns in. */
  complete(cells: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
};
