import type { LedgerSum } from '../../schemas/generated/ledger.ts';
import type { Column } from '../../schemas/generated/process.ts';
import type { Setting } from '../../schemas/generated/settings.ts';
import type { DecisionTableDocument } from '../../schemas/generated/table.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { CivilDate } from '../shared/brand.ts';
import type { FieldPath } from './value.ts';

/** What forms are compiled against: the ledgers and settings an expression may name. */
export type FormEnvironment = {
  readonly ledgers: Readonly<Record<string, LedgerEnvironment>>;
  readonly settings: Readonly<Record<string, { readonly type: Setting['type'] }>>;
  /** Decision tables that fields are filled from. */
  readonly tables?: Readonly<Record<string, DecisionTableDocument>>;
};

type LedgerEnvironment = {
  readonly columns: Readonly<Record<string, Column>>;
  readonly key?: 'case' | readonly string[];
  readonly sums?: Readonly<Record<string, LedgerSum>>;
};

/** Everything from outside that values depend on. Browser and server get the same facts and reach the same values. */
export type FormFacts = {
  readonly today: CivilDate;
  /** Person id of whoever started the case. */
  readonly starter: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Ledger rows by row id, for every reference held by the values; cells by column. */
  readonly references: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /**
   * Ledger values of lookup fields by path; for a lookup column a record of values by `_row`. A lookup without an
   * entry keeps its stored value; null clears it.
   */
  readonly lookups: Readonly<Record<FieldPath, unknown>>;
  /** `id`, `number`, `starter`, `startedOn` of the case; on the server also `unit`, which only defaults may name. */
  readonly case: Readonly<Record<string, unknown>>;
  readonly knows: {
    person(id: string): boolean;
    unit(id: string): boolean;
    /** Who works in a unit or below it; on the server only. */
    readonly peopleIn?: (unit: string) => readonly string[];
  };
  readonly calendar: Calendar;
};
