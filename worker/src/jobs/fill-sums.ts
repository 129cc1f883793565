import {
  type CaseState,
  caseChanges,
  civilDateOf,
  evolve,
  type Filling,
  FillingBook,
  type Instant,
  rowChanges,
  type SourceChange,
  type SumsBySource,
  zoneOffset,
} from '#engine';
import type { Store } from '../store/database.ts';
import { failureOf } from '../store/failure.ts';
import { isOfCases } from '../store/sum-effects.ts';
import {
  type CaseHistory,
  declareFull,
  enterFilling,
  nextUnfilled,
  type Passing,
  type RowHistory,
  readCaseHistories,
  readRowHistories,
  takeAway,
  type Unfilled,
} from '../store/sum-fill-store.ts';
import { readWorkspace, workspaceQuery } from '../store/workspace.ts';

/** Keeps one run within the platform's limits; what is left goes on a minute later. */
const MOST_STEPS = 60;
const ROWS_A_STEP = 200;
const CASES_A_STEP = 100;

/**
 * Fills new sums from history, some rows at a time, and takes those away that nothing names any more. Until a sum is
 * full, those who read it are told so.
 *
 * @returns whether there is nothing left to do.
 */
export async function fillSums(store: Store, most = MOST_STEPS): Promise<boolean> {
  for (let step = 0; step < most; step += 1) {
    const unfilled = await nextUnfilled(store);
    if (unfilled === undefined && !(await takeAway(store))) return true;
    if (unfilled !== undefined) await fillOn(store, unfilled);
  }
  return false;
}

/** What has moved on between reading and writing is read again in the next step. */
async function fillOn(store: Store, unfilled: Unfilled): Promise<void> {
  const read = await historyOf(store, unfilled);
  if (read === undefined) return declareFull(store, unfilled);
  try {
    await enterFilling(store, unfilled, read.filling, read.passing);
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'refused' || failure.guard !== 'sums') throw error;
  }
}

type Read = { readonly filling: Filling; readonly passing: Passing };

/** The next part of the history of a source; undefined at its end. */
async function historyOf(store: Store, unfilled: Unfilled): Promise<Read | undefined> {
  const [row] = await store.all(workspaceQuery());
  const workspace = readWorkspace(row);
  const { sums } = workspace;
  const offset = zoneOffset(workspace);
  const book = new FillingBook();
  const wanted = sumsNamed(sums.bySource, unfilled.ids);
  const add = (changes: readonly SourceChange[], at: Instant) =>
    book.add(rowChanges(wanted, changes), civilDateOf(at, offset));
  if (isOfCases(unfilled.source)) {
    const cases = await readCaseHistories(store, unfilled, CASES_A_STEP);
    for (const each of cases) replayCase(each, offset, add);
    const last = cases.at(-1)?.key;
    const versions = cases.map(({ id, seq }) => [id, seq] as const);
    return last === undefined
      ? undefined
      : { filling: book.filling(), passing: { last, versions, workspace: workspace.digest } };
  }
  const rows = await readRowHistories(store, unfilled, ROWS_A_STEP);
  for (const each of rows) replayRow(each, unfilled.source, add);
  const last = rows.at(-1)?.place;
  const versions = rows.map(({ row: id, version }) => [id, version] as const);
  return last === undefined
    ? undefined
    : { filling: book.filling(), passing: { last, versions, workspace: workspace.digest } };
}

const sumsNamed = (bySource: SumsBySource, ids: readonly string[]): SumsBySource =>
  new Map([...bySource].map(([source, sums]) => [source, sums.filter(({ id }) => ids.includes(id))]));

type Add = (changes: readonly SourceChange[], at: Instant) => void;

function replayRow({ row, versions }: RowHistory, source: string, add: Add): void {
  versions.forEach(({ at, cells }, index) => {
    add([{ source, subject: row, before: versions[index - 1]?.cells, after: cells }], at);
  });
}

function replayCase({ id, entries }: CaseHistory, offset: number, add: Add): void {
  let before: CaseState | undefined;
  for (const entry of entries) {
    const after = evolve(before, entry);
    add(caseChanges(id, { before, after }, entry, offset), entry.at);
    before = after;
  }
}
