import {
  acceptPatch,
  asks,
  type CaseState,
  type Command,
  caseChanges,
  civilDateOf,
  contextOf,
  decide,
  type Editable,
  type Entry,
  evolve,
  type FormFacts,
  fail,
  firstStep,
  type Instant,
  type LedgerRow,
  ledgerChanges,
  neededRows,
  ok,
  type Refusal,
  type Result,
  type RowAddress,
  type RowDay,
  rowAddress,
  rowChanges,
  rowDaysOf,
  type StepId,
  type Subject,
  sameValue,
  subjectOf,
  type UserId,
  type Values,
  wakeAt,
  zoneOffset,
} from '#engine';
import type { Store } from '../store/database.ts';
import { triggeredDefinitions } from '../store/definition-store.ts';
import type { SumChanges } from '../store/sum-effects.ts';
import { type DecisionSetting, factsOf, type Setting } from './facts.ts';
import { loadRows } from './load-rows.ts';

/** Ledger rows at hand; `loaded` names also those that were looked for and do not exist. */
export type Rows = {
  readonly rows: Readonly<Record<RowAddress, LedgerRow>>;
  readonly loaded: ReadonlySet<RowAddress>;
};
export type Decision = {
  readonly entry: Entry;
  readonly state: CaseState;
  readonly subject: string;
  readonly needs: readonly RowAddress[];
  readonly wakeAt: Instant | undefined;
  readonly sums: SumChanges;
  /** Days on which rows it writes start cases. */
  readonly days: readonly RowDay[];
};

/** Rows can name rows (a lookup by a looked-up value), but not for ever. */
const MAX_LOADS = 4;

/**
 * Decides a command, reading further ledger rows when the values sent name rows that the case did not need before.
 *
 * @returns the entry to append (without events when a tick finds nothing due), or why the command is refused.
 */
export async function decideCase(
  store: Store,
  setting: DecisionSetting,
  state: CaseState | undefined,
  command: Command,
  known: Rows,
): Promise<Result<Decision, Refusal>> {
  const triggered = await triggeredDefinitions(store, setting.workspace);
  let { rows, loaded } = known;
  for (let loads = 0; ; loads += 1) {
    const wanted = wantedBefore(setting, state, command, rows);
    const decided = wanted.every((address) => loaded.has(address))
      ? decideOn({ ...setting, triggered }, state, command, rows)
      : undefined;
    if (decided && !decided.ok) return decided;
    const missing = [...wanted, ...(decided ? unwritten(decided.value) : [])].filter((address) => !loaded.has(address));
    if (decided && (missing.length === 0 || loads === MAX_LOADS)) return decided;
    rows = { ...rows, ...(await loadRows(store, setting, missing)) };
    loaded = new Set([...loaded, ...missing]);
  }
}

/** What a case needs from now on, but for the rows that this very entry writes. */
function unwritten({ needs, entry }: Decision): readonly RowAddress[] {
  const written = entry.events.filter((event) => event.type === 'LedgerWritten').map(({ data }) => data);
  const addresses = new Set(written.map(({ ledger, row }) => rowAddress(ledger, row)));
  return needs.filter((address) => !addresses.has(address));
}

function decideOn(
  setting: DecisionSetting,
  state: CaseState | undefined,
  command: Command,
  rows: Rows['rows'],
): Result<Decision, Refusal> {
  const { definition, now, by } = setting;
  const facts = factsOf(setting, rows);
  const decided = decide(definition, state, command, facts);
  if (!decided.ok) return fail(decided.error);
  const entry = { at: now, by, events: decided.value };
  const after = evolve(state, entry);
  return ok({
    entry,
    state: after,
    subject: subjectOf(contextOf(definition, after.values, after, facts)),
    needs: neededRows(definition, after.values, after, facts),
    wakeAt: wakeAt(definition, after, facts),
    days: rowDaysOf(entry, facts),
    sums: sumChanges(setting, { before: state, after }, entry, rows),
  });
}

/** What an entry changes in sums: of the ledger rows it writes, and of the case and its steps. */
function sumChanges(
  { workspace, case: { id }, now }: DecisionSetting,
  states: { readonly before: CaseState | undefined; readonly after: CaseState },
  entry: Entry,
  rows: Rows['rows'],
): SumChanges {
  const { sums } = workspace;
  const offset = zoneOffset(workspace);
  const changed = [...ledgerChanges(entry.events, rows), ...caseChanges(id, states, entry, offset)];
  return { workspace: workspace.digest, day: civilDateOf(now, offset), changes: rowChanges(sums.bySource, changed) };
}

/** The rows that the values sent name, as far as the person may write them. */
export function wantedBefore(
  setting: Setting,
  state: CaseState | undefined,
  command: Command,
  rows: Rows['rows'],
): readonly RowAddress[] {
  const { definition } = setting;
  const subject: Subject = state ?? { starter: starterOf(setting, command), startedAt: setting.now, rows: {} };
  const facts = factsOf(setting, rows);
  const before = state?.values ?? {};
  const context = contextOf(definition, before, subject, facts);
  const { sent, editable } = sentValues(setting, command);
  if (editable === undefined) return neededRows(definition, sent ?? before, subject, facts);
  const accepted = acceptPatch(definition.model, before, sent, editable, context.form);
  if (!accepted.ok) return [];
  // What the rows at hand say of the values sent can name rows in its turn: the customer of a receivable.
  const informed = contextOf(definition, accepted.value, subject, facts);
  if (knowsTheSame(context.form, informed.form)) return neededRows(definition, accepted.value, subject, facts);
  const settled = acceptPatch(definition.model, before, sent, editable, informed.form);
  return neededRows(definition, settled.ok ? settled.value : accepted.value, subject, facts);
}

/** Whether forms see the same of ledgers and cases. */
const knowsTheSame = (one: FormFacts, other: FormFacts): boolean =>
  sameValue(one.references, other.references) && sameValue(one.lookups, other.lookups);

function starterOf({ by }: Setting, command: Command): UserId {
  return command.do === 'open' || command.do === 'receive' ? command.starter : (by as UserId);
}

type Sent =
  | { readonly sent?: Values; readonly editable?: undefined }
  | { readonly sent: unknown; readonly editable: Editable };

/** What a command hands in, and which fields of it may be written; what has no `editable` is trusted. */
function sentValues({ definition }: Setting, command: Command): Sent {
  const rightsAt = (id: StepId) => {
    const step = definition.steps.get(id);
    return asks(step) ? step.rights.edit : new Set<string>();
  };
  switch (command.do) {
    case 'start':
      return { sent: command.values, editable: firstStep(definition).rights.edit };
    case 'submit':
      return { sent: command.values, editable: rightsAt(command.step) };
    case 'agree':
    case 'addSigners':
      return { sent: command.values ?? {}, editable: rightsAt(command.step) };
    case 'open':
      return { sent: command.values };
    case 'receive':
      return { sent: command.fixed };
    default:
      return {};
  }
}
