import type { CivilDate } from '../shared/brand.ts';
import { dayNumber } from '../shared/civil-date.ts';
import { type Bucket, bucketsOf } from './days.ts';
import type { RowChange } from './entry-changes.ts';
import type { Group } from './sum.ts';

type Total = {
  readonly sum: string;
  readonly bucket: Bucket;
  readonly group: Group;
  readonly count: number;
  readonly amounts: readonly bigint[];
};
/** On which days, both included, a row counted in a group; null while it still does. */
type Membership = {
  readonly sum: string;
  readonly subject: string;
  readonly group: Group;
  readonly since: number;
  readonly until: number | null;
};
/** What a part of history comes to. */
export type Filling = { readonly totals: readonly Total[]; readonly members: readonly Membership[] };

/** Gathers changes of rows in the order in which they happened to each, and says what they come to together. */
export class FillingBook {
  readonly #totals = new Map<string, Total>();
  /** By sum and subject; the last of each may be open. */
  readonly #members = new Map<string, readonly Membership[]>();

  add(changes: readonly RowChange[], day: CivilDate): void {
    for (const change of changes) {
      for (const bucket of bucketsOf(day, change.dated)) this.#addTo(bucket, change);
      if (change.move !== undefined && change.dated) this.#move(change, change.move.to, dayNumber(day));
    }
  }

  filling(): Filling {
    const totals = [...this.#totals.values()].filter(
      ({ count, amounts }) => count !== 0 || amounts.some((units) => units !== 0n),
    );
    return { totals, members: [...this.#members.values()].flat() };
  }

  #addTo(bucket: Bucket, { sum, deltas }: RowChange): void {
    for (const { group, count, amounts } of deltas) {
      const key = JSON.stringify([sum, bucket, group]);
      const known = this.#totals.get(key);
      this.#totals.set(key, {
        sum,
        bucket,
        group,
        count: count + (known?.count ?? 0),
        amounts: amounts.map((units, at) => units + (known?.amounts[at] ?? 0n)),
      });
    }
  }

  /** What joins and leaves on one day was never there at the end of a day. */
  #move({ sum, subject }: RowChange, to: Group | undefined, day: number): void {
    const key = JSON.stringify([sum, subject]);
    const before = (this.#members.get(key) ?? []).flatMap((each) => {
      if (each.until !== null) return [each];
      return each.since === day ? [] : [{ ...each, until: day - 1 }];
    });
    const joined = to === undefined ? [] : [{ sum, subject, group: to, since: day, until: null }];
    this.#members.set(key, [...before, ...joined]);
  }
}
