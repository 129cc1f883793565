import { sql } from 'drizzle-orm';
import { type CivilDate, type DatedTrigger, firstStep, type Instant, type RowDay, type RowStart } from '#engine';
import { rows, type Statement, type Store, write } from './database.ts';

type Cells = Readonly<Record<string, unknown>>;

/** Keeps the days that written rows say; one that stays the same and was looked at is not looked at again. */
export function rowDayEffects(days: readonly RowDay[]): readonly Statement<never>[] {
  if (days.length === 0) return [];
  const said = sql`json_each(${JSON.stringify(days)}) d`;
  return [
    write(sql`
      INSERT INTO row_days (rule, row, day, done)
      SELECT d.value ->> 'trigger', d.value ->> 'row', d.value ->> 'on', 0 FROM ${said}
      WHERE d.value ->> 'on' IS NOT NULL
      ON CONFLICT (rule, row) DO UPDATE SET day = excluded.day, done = 0 WHERE day <> excluded.day`),
    write(sql`
      DELETE FROM row_days WHERE (rule, row) IN (
        SELECT d.value ->> 'trigger', d.value ->> 'row' FROM ${said} WHERE d.value ->> 'on' IS NULL)`),
  ];
}

/** A rule as far as its ledger was read when it was new. */
export type RowDayFill = { readonly rule: string; readonly since: Instant; readonly passed: string };

/** Rules that are not filled yet, with those that are new noted from now on; what rests on no rule any more goes. */
export async function fillsToDo(
  store: Store,
  dated: readonly DatedTrigger[],
  now: Instant,
): Promise<readonly RowDayFill[]> {
  const names = JSON.stringify(dated.map(({ trigger }) => trigger.day.name));
  const present = sql`(SELECT value FROM json_each(${names}))`;
  const [, found, gone] = await store.batch([
    write(sql`
      INSERT INTO row_day_fills (rule, since, passed, filled)
      SELECT value, ${now}, '', 0 FROM json_each(${names}) WHERE true ON CONFLICT (rule) DO NOTHING`),
    rows<RowDayFill>(sql`
      SELECT rule, since, passed FROM row_day_fills WHERE filled = 0 AND rule IN ${present}`),
    rows<{ rule: string }>(sql`SELECT rule FROM row_day_fills WHERE rule NOT IN ${present}`),
  ]);
  for (const { rule } of gone) await forget(store, rule);
  return found;
}

const MOST_FORGOTTEN = 1000;

/** Takes away a part of what was kept for a rule that is gone, and the rule with the last of it. */
async function forget(store: Store, rule: string): Promise<void> {
  await store.batch([
    write(sql`
      DELETE FROM row_days WHERE rule = ${rule} AND row IN (
        SELECT row FROM row_days WHERE rule = ${rule} LIMIT ${MOST_FORGOTTEN})`),
    write(sql`
      DELETE FROM row_day_fills
      WHERE rule = ${rule} AND NOT EXISTS (SELECT 1 FROM row_days d WHERE d.rule = ${rule})`),
  ]);
}

/** Rows of a ledger in the order of their ids. */
export async function rowsAfter(
  store: Store,
  ledger: string,
  passed: string,
  most: number,
): Promise<readonly { readonly id: string; readonly cells: Cells }[]> {
  const found = await store.all(
    rows<{ id: string; cells: string }>(sql`
      SELECT row AS id, cells FROM ledger_rows WHERE ledger = ${ledger} AND row > ${passed} ORDER BY row LIMIT ${most}`),
  );
  return found.map(({ id, cells }) => ({ id, cells: JSON.parse(cells) }));
}

/** Enters the days of rows that were there before a rule, except where a row has said its day since. */
export async function enterRowDays(
  store: Store,
  { rule, passed }: RowDayFill,
  days: readonly (RowDay & { readonly done: boolean })[],
  next: { readonly passed: string; readonly filled: boolean },
): Promise<void> {
  const entered = days.filter(({ on }) => on !== null).map(({ row, on, done }) => [row, on, done ? 1 : 0]);
  await store.batch([
    write(sql`
      INSERT INTO row_days (rule, row, day, done)
      SELECT ${rule}, d.value ->> 0, d.value ->> 1, d.value ->> 2 FROM json_each(${JSON.stringify(entered)}) d
      WHERE true ON CONFLICT (rule, row) DO NOTHING`),
    write(sql`
      UPDATE row_day_fills SET passed = ${next.passed}, filled = ${next.filled ? 1 : 0}
      WHERE rule = ${rule} AND passed = ${passed}`),
  ]);
}

/** A row whose day has come, as it is now; without cells when it is gone. */
export type DueRow = {
  readonly rule: string;
  readonly row: string;
  readonly day: CivilDate;
  readonly version: number;
  readonly cells: Cells;
};

/** The rows whose day has come by these days, earliest first. */
export async function rowsDue(
  store: Store,
  today: readonly (readonly [rule: string, ledger: string, day: CivilDate])[],
  most: number,
): Promise<readonly DueRow[]> {
  const found = await store.all(
    rows<Omit<DueRow, 'cells'> & { readonly cells: string }>(sql`
      SELECT d.rule, d.row, d.day, r.version, r.cells
      FROM json_each(${JSON.stringify(today)}) k
        CROSS JOIN row_days d ON d.rule = k.value ->> 0 AND d.done = 0 AND d.day <= k.value ->> 2
        JOIN ledger_rows r ON r.ledger = k.value ->> 1 AND r.row = d.row
      ORDER BY d.day, d.rule, d.row LIMIT ${most}`),
  );
  return found.map(({ cells, ...row }) => ({ ...row, cells: JSON.parse(cells) }));
}

/**
 * Has looked at a row on its day, and orders its case when there is one to start; neither when the row or its day has
 * changed meanwhile, so that it is looked at again. An order for the same row and day is never kept twice.
 */
export async function settleRow(
  store: Store,
  { definition, trigger }: DatedTrigger,
  { rule, row, day, version }: DueRow,
  start: RowStart | undefined,
  now: Instant,
): Promise<void> {
  const { ledger } = trigger;
  const same = sql`
    EXISTS (SELECT 1 FROM row_days d WHERE d.rule = ${rule} AND d.row = ${row} AND d.day = ${day} AND d.done = 0)
    AND EXISTS (SELECT 1 FROM ledger_rows r WHERE r.ledger = ${ledger} AND r.row = ${row} AND r.version = ${version})`;
  const order = start && {
    key: start.key,
    process: definition.id,
    step: firstStep(definition).id,
    starter: start.starter,
    values: start.values,
    day: { ledger, row, on: day },
  };
  await store.batch([
    ...(order === undefined
      ? []
      : [
          write(sql`
            INSERT INTO outbox (id, kind, body, at, next_at)
            SELECT ${order.key}, 'start', ${JSON.stringify(order)}, ${now}, ${now} WHERE ${same}
            ON CONFLICT (id) DO NOTHING`),
        ]),
    write(sql`UPDATE row_days SET done = 1 WHERE rule = ${rule} AND row = ${row} AND ${same}`),
  ]);
}

/** Rows that came in beside the log are read once more. */
export const fillRowDaysAgain = (): Statement<never> => write(sql`DELETE FROM row_day_fills`);
