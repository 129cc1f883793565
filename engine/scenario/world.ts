import type { Command } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import type { Actor, CaseEvent, CaseEventOf } from '../case/events.ts';
import { type Entry, evolve } from '../case/evolve.ts';
import { type Facts, type LedgerRow, type RowAddress, rowAddress } from '../case/facts.ts';
import { caseNumber, numberParts } from '../case/number.ts';
import type { Refusal } from '../case/refusal.ts';
import type { CaseState } from '../case/state.ts';
import { wakeAt } from '../case/tick.ts';
import type { Definition } from '../definition/definition.ts';
import type { Workspace } from '../definition/workspace.ts';
import type { Values } from '../form/value.ts';
import type { Instant, UserId } from '../shared/brand.ts';
import { civilDateOf } from '../shared/civil-date.ts';
import { fail, ok, type Result } from '../shared/result.ts';

export type WorldCase = {
  readonly id: string;
  readonly number: string;
  readonly definition: Definition;
  readonly state: CaseState;
  readonly entries: readonly Entry[];
};

/** Wake-ups one wait may need; more means that time stands still. */
const MOST_WAKES = 10_000;

/**
 * A company in memory, under a virtual clock: cases, ledgers and the outbox, driven only through commands. It keeps the
 * same promises as the store, so that what is tried here happens there too.
 */
export class World {
  readonly #definitions: Readonly<Record<string, Definition>>;
  readonly #workspace: Workspace;
  readonly #cases = new Map<string, WorldCase>();
  readonly #rows = new Map<RowAddress, LedgerRow>();
  readonly #counters = new Map<string, number>();
  readonly #started = new Set<string>();
  now: Instant;

  constructor(definitions: Readonly<Record<string, Definition>>, workspace: Workspace, now: Instant) {
    this.#definitions = definitions;
    this.#workspace = workspace;
    this.now = now;
  }

  case(id: string): WorldCase | undefined {
    return this.#cases.get(id);
  }

  /** Cases in the order they were started. */
  cases(process?: string): readonly WorldCase[] {
    return [...this.#cases.values()].filter(({ definition }) => process === undefined || definition.id === process);
  }

  row(ledger: string, row: string): LedgerRow | undefined {
    return this.#rows.get(rowAddress(ledger, row));
  }

  /** A row from before the story, its computed columns filled in; rows of cases name themselves with `id`. */
  addRow(ledger: string, { id, ...cells }: Readonly<Record<string, unknown>>): void {
    const known = this.#workspace.ledgers[ledger];
    if (known === undefined) throw new Error(`no ledger ${ledger}`);
    const row = known.key === 'case' ? String(id) : known.key.map((column) => String(cells[column])).join('|');
    this.#rows.set(rowAddress(ledger, row), { version: 1, cells: known.complete(cells) });
  }

  start(process: string, by: UserId, values: unknown): Result<WorldCase, Refusal> {
    return this.#begin(process, { do: 'start', values }, by);
  }

  command(id: string, command: Command, by: Actor): Result<WorldCase, Refusal> {
    const known = this.#cases.get(id);
    if (known === undefined) throw new Error(`no case ${id}`);
    const decided = decide(known.definition, known.state, command, this.#facts(known.definition, known, by));
    if (!decided.ok) return decided;
    return ok(decided.value.length === 0 ? known : this.#append(known, decided.value, by));
  }

  /** Lets time pass; whatever falls due on the way happens at its own moment. */
  waitUntil(moment: Instant): void {
    for (let n = 0; n < MOST_WAKES; n += 1) {
      const next = this.#nextWake();
      if (next === undefined || next.at > moment) break;
      if (next.at > this.now) this.now = next.at;
      this.command(next.id, { do: 'tick' }, 'system:schedule');
      if (n === MOST_WAKES - 1) throw new Error(`case ${next.id} never settles`);
    }
    this.now = moment;
  }

  #nextWake(): { readonly id: string; readonly at: Instant } | undefined {
    const wakes = [...this.#cases.values()].flatMap(({ id, definition, state }) => {
      const at = wakeAt(definition, state, this.#calendar(definition));
      return at === undefined ? [] : [{ id, at }];
    });
    return wakes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
  }

  #begin(process: string, command: Command, by: Actor): Result<WorldCase, Refusal> {
    const definition = this.#definitions[process];
    if (definition === undefined) throw new Error(`no process ${process}`);
    const parts = numberParts(definition.number, this.#today(definition));
    const counter = (this.#counters.get(`${process}/${parts.period}`) ?? 0) + 1;
    const id = `${process}-${this.cases(process).length + 1}`;
    const number = caseNumber(parts, counter);
    const decided = decide(definition, undefined, command, this.#facts(definition, { id, number }, by));
    if (!decided.ok) return fail(decided.error);
    this.#counters.set(`${process}/${parts.period}`, counter);
    const fresh = { id, number, definition, entries: [] };
    return ok(this.#append(fresh, decided.value, by));
  }

  #append(
    before: Omit<WorldCase, 'state'> & { readonly state?: CaseState },
    events: readonly CaseEvent[],
    by: Actor,
  ): WorldCase {
    const entry: Entry = { at: this.now, by, events };
    const after = { ...before, state: evolve(before.state, entry), entries: [...before.entries, entry] };
    this.#cases.set(after.id, after);
    for (const event of events) {
      if (event.type === 'LedgerWritten') this.#write(event);
      if (event.type === 'StartRequested') this.#deliver(after, event);
    }
    return after;
  }

  #write({ data }: CaseEventOf<'LedgerWritten'>): void {
    const address = rowAddress(data.ledger, data.row);
    const version = this.#rows.get(address)?.version ?? 0;
    if (version !== data.base) throw new Error(`${address} is at version ${version}, not ${data.base}`);
    this.#rows.set(address, { version: version + 1, cells: data.cells });
  }

  #deliver(parent: WorldCase, { data }: CaseEventOf<'StartRequested'>): void {
    if (this.#started.has(data.key)) return;
    this.#started.add(data.key);
    const cause = { case: parent.id, step: data.step, ...(data.on === undefined ? {} : { on: data.on }) };
    const opened = this.#begin(
      data.process,
      { do: 'open', starter: data.starter, values: data.values, cause },
      'system:schedule',
    );
    if (!opened.ok) throw new Error(`${data.process} cannot be opened: ${opened.error.code}`);
  }

  #facts(
    definition: Definition,
    subject: { readonly id: string; readonly number?: string; readonly state?: CaseState },
    by: Actor,
  ): Facts {
    const { organisation, tables, ledgers, settings } = this.#workspace;
    return {
      now: this.now,
      today: this.#today(definition),
      by,
      case: { id: subject.id, ...(subject.number === undefined ? {} : { number: subject.number }) },
      organisation,
      calendar: this.#calendar(definition),
      tables,
      settings,
      ledgers,
      rows: Object.fromEntries(this.#rows),
      last: this.#lastOfSeries(subject.id),
    };
  }

  #lastOfSeries(parent: string): Readonly<Record<string, Values>> {
    const last: Record<string, Values> = {};
    for (const { state } of this.#cases.values())
      if (state.cause?.case === parent) last[state.cause.step] = state.values;
    return last;
  }

  #calendar(definition: Definition) {
    const calendar = this.#workspace.calendars[definition.document.calendar];
    if (calendar === undefined) throw new Error(`no calendar ${definition.document.calendar}`);
    return calendar;
  }

  #today(definition: Definition) {
    return civilDateOf(this.now, this.#calendar(definition).offset);
  }
}
