import {
  type Definition,
  type Instant,
  ledgerOf,
  nextOpening,
  occurrencesOf,
  periodsToOpen,
  type SystemActor,
  subjectsOf,
  valuesFor,
} from '#engine';
import { calendarOf, factsOf } from '../cases/facts.ts';
import type { Store } from '../store/database.ts';
import {
  type DutyCursor,
  type DutyOpening,
  dutiesToOpen,
  dutyRows,
  keepOpenings,
  loadDuty,
} from '../store/duty-store.ts';
import { retryTransient } from '../store/retry.ts';

const BY: SystemActor = 'system:schedule';

/**
 * Opens the recurring duties whose moment has come. It asks which periods have opened since it last got through, so it
 * may run late, twice, or side by side with itself: each period and subject is opened once.
 *
 * @returns how many processes were looked at.
 */
export async function openDuties(store: Store, now: Instant): Promise<number> {
  const due = await retryTransient(() => dutiesToOpen(store, now));
  for (const process of due) await openProcess(store, process, now);
  return due.length;
}

/** A duty that cannot be opened holds up no other and is tried again a minute later. */
async function openProcess(store: Store, process: string, now: Instant): Promise<void> {
  try {
    await retryTransient(() => openSince(store, process, now));
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: the platform's log
    console.error(JSON.stringify({ level: 'error', code: 'duty-failed', process, reason: String(error) }));
  }
}

async function openSince(store: Store, process: string, now: Instant): Promise<void> {
  const loaded = await loadDuty(store, process);
  if (loaded?.definition.duty === undefined) return;
  const { workspace, definition, publishedAt, cursor } = loaded;
  const { duty } = loaded.definition;
  const calendar = calendarOf(workspace, definition);
  const facts = factsOf({ workspace, definition, now, by: BY, case: { id: '' } }, {});
  const periods = periodsToOpen(duty, sinceOf(cursor, definition, publishedAt), now, calendar);
  const ledger = ledgerOf(duty);
  const rows = ledger === undefined || periods.length === 0 ? [] : await dutyRows(store, ledger);
  const nameOf = ledger === undefined ? undefined : workspace.documents.ledgers[ledger]?.name;
  const occurrences = periods.length === 0 ? [] : occurrencesOf(periods, subjectsOf(definition, duty, facts, rows));
  const openings = occurrences.map((occurrence): DutyOpening => {
    const title = nameOf === undefined ? undefined : occurrence.row?.[nameOf];
    const values = valuesFor(definition, duty, occurrence, facts);
    return { occurrence, values, ...(title !== undefined && title !== null && { title: String(title) }) };
  });
  const nextAt = nextOpening(duty, now, calendar);
  await keepOpenings(store, definition, openings, { process, version: definition.version, until: now, nextAt });
}

/** A rule that is new takes in what was under way at its publication, and nothing from before. */
function sinceOf(cursor: DutyCursor | undefined, { version }: Definition, publishedAt: Instant) {
  if (cursor?.version === version) return { after: cursor.until };
  return { after: cursor?.until ?? publishedAt, published: publishedAt };
}
