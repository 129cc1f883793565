import {
  civilDateOf,
  type DatedTrigger,
  datedTriggers,
  dayOf,
  type Facts,
  type Instant,
  type SystemActor,
  startOfDay,
} from '#engine';
import { calendarOf, factsOf } from '../cases/facts.ts';
import type { Store } from '../store/database.ts';
import { triggeredDefinitions } from '../store/definition-store.ts';
import { later, MINUTE_MS } from '../store/instants.ts';
import { retryTransient } from '../store/retry.ts';
import { enterRowDays, fillsToDo, type RowDayFill, rowsAfter, rowsDue, settleRow } from '../store/row-day-store.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from '../store/workspace.ts';

const BY: SystemActor = 'system:schedule';
const ROWS_A_STEP = 500;
/** Keeps one run within the platform's limits; what is left goes on a minute later. */
const MOST_STEPS = 20;
const MOST_DUE = 200;

/**
 * Starts the cases of rows whose day has come. It asks what is due, never what happened since it last ran, so it may run
 * late, twice, or side by side with itself: each row starts one case for each of its days.
 *
 * @returns how many rows were looked at.
 */
export async function startRowDays(store: Store, now: Instant): Promise<number> {
  const [row] = await store.all(workspaceQuery());
  const workspace = readWorkspace(row);
  const dated = datedTriggers(await triggeredDefinitions(store, workspace));
  await retryTransient(() => fill(store, workspace, dated, now));
  if (dated.length === 0) return 0;
  return retryTransient(() => start(store, workspace, dated, now));
}

/** Reads through the ledgers of new rules. A request that began before a rule was published has ended a minute later. */
async function fill(
  store: Store,
  workspace: PresentWorkspace,
  dated: readonly DatedTrigger[],
  now: Instant,
): Promise<void> {
  const todo = await fillsToDo(store, dated, now);
  const ready = todo.filter(({ since }) => since <= later(now, -MINUTE_MS));
  for (const each of ready) {
    const rule = dated.find(({ trigger }) => trigger.day.name === each.rule);
    if (rule !== undefined) await fillRule(store, rule, factsFor(workspace, rule, now), each);
  }
}

async function fillRule(store: Store, dated: DatedTrigger, facts: Facts, begun: RowDayFill): Promise<void> {
  let fillOn = begun;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const found = await rowsAfter(store, dated.trigger.ledger, fillOn.passed, ROWS_A_STEP);
    const days = found.map(({ id, cells }) => dayOf(dated, id, cells, facts));
    const filled = found.length < ROWS_A_STEP;
    const next = { passed: found.at(-1)?.id ?? fillOn.passed, filled };
    // Days from before the rule are not made up for.
    const entered = days.map((day) => ({ ...day, done: day.on !== null && day.on < facts.today }));
    await enterRowDays(store, fillOn, entered, next);
    if (filled) return;
    fillOn = { ...fillOn, passed: next.passed };
  }
}

async function start(
  store: Store,
  workspace: PresentWorkspace,
  dated: readonly DatedTrigger[],
  now: Instant,
): Promise<number> {
  const rules = new Map(dated.map((each) => [each.trigger.day.name, each]));
  const today = dated.map(({ definition, trigger }) => {
    const day = civilDateOf(now, calendarOf(workspace, definition).offset);
    return [trigger.day.name, trigger.ledger, day] as const;
  });
  const due = await rowsDue(store, today, MOST_DUE);
  for (const row of due) {
    const rule = rules.get(row.rule);
    if (rule === undefined) continue;
    const started = startOfDay(rule, { row: row.row, on: row.day }, row.cells, factsFor(workspace, rule, now));
    await settleRow(store, rule, row, started, now);
  }
  return due.length;
}

const factsFor = (workspace: PresentWorkspace, { definition }: DatedTrigger, now: Instant): Facts =>
  factsOf({ workspace, definition, now, by: BY, case: { id: '' } }, {});
