import type { CivilDate } from '#engine';
import type { Forms, Row } from '../desk.ts';

/** Rows that are there when something is said. */
export type Scene = {
  readonly today: CivilDate;
  /** The row of a ledger, as this person may point to it, that these words name. */
  readonly row: (ledger: string, like: string) => Promise<Row | undefined>;
};
type Said = Forms | ((scene: Scene) => Promise<Forms | undefined>);

/** Somebody starts a case; without values of one form the clerk writes the rest. */
export type Begin = { readonly day: CivilDate; readonly who: string; readonly process: string; readonly values: Said };
/** What happens at a step, once: something is handed in, or somebody says no. */
export type Turn = {
  /** Process and step, as `campaign-issue/decide`. */
  readonly at: string;
  /** Not before this day; otherwise as soon as it waits for somebody. */
  readonly day?: CivilDate;
  readonly values?: Said;
  readonly no?: { readonly do: 'return'; readonly to: string } | { readonly do: 'reject' };
  readonly opinion?: string;
};
/** A story inside the year: what is started, and what is said at its steps. */
export type Arc = {
  readonly id: string;
  readonly begins: readonly Begin[];
  readonly turns: readonly Turn[];
  /** Words of the subject by which cases that a ledger starts belong to it too. */
  readonly named?: string;
};
