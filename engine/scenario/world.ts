import { casesOf } from '../../fields/reference/kind.ts';
import type { Command } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import type { Actor, CaseEvent, CaseEventOf } from '../case/events.ts';
import { type Entry, evolve } from '../case/evolve.ts';
import { type Absence, type Facts, type LedgerRow, type RowAddress, rowAddress } from '../case/facts.ts';
import { linkValues } from '../case/link-values.ts';
import { caseNumber, numberParts } from '../case/number.ts';
import { type Order, ordersOf } from '../case/orders.ts';
import type { Refusal } from '../case/refusal.ts';
import { rowDaysOf, startOfDay } from '../case/row-days.ts';
import type { CaseState } from '../case/state.ts';
import { wakeAt } from '../case/tick.ts';
import type { Definition } from '../definition/definition.ts';
import type { Workspace } from '../definition/workspace.ts';
import { causeOf } from '../duty/occurrence.ts';
import { valuesFor } from '../duty/opening.ts';
import type { DutyStanding } from '../duty/standing.ts';
import type { DutyRow } from '../duty/subjects.ts';
import { type Values, valueAt } from '../form/value.ts';
import type { Instant, UserId } from '../shared/brand.ts';
import { civilDateOf } from '../shared/civil-date.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { groupAddress } from '../sums/sum.ts';
import { SumBook } from '../sums/sum-book.ts';
import { DayBook } from './day-book.ts';
import { type BookedDuty, bookedStanding, DutyBook } from './duty-book.ts';

export type WorldCase = {
  readonly id: string;
  readonly number: string;
  readonly definition: Definition;
  readonly state: CaseState;
  readonly entries: readonly Entry[];
  /** When a tick has something to do next, as of the last time the case was looked at. */
  readonly wakesAt: Instant | undefined;
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
  /** All that a decision may read by its address: ledger rows, groups of sums, what may be told of cases. */
  readonly #readable: Record<RowAddress, LedgerRow> = {};
  readonly #triggered: readonly Definition[];
  readonly #sums = new SumBook();
  readonly #counters = new Map<string, number>();
  /** Orders not carried out yet, each with the case that gave it. */
  readonly #orders: (readonly [Order, WorldCase])[] = [];
  /** The case each start order has opened; null when it was stopped before. */
  readonly #opened = new Map<string, string | null>();
  readonly #duties: DutyBook;
  readonly #days: DayBook;
  readonly #absences: Absence[] = [];
  now: Instant;

  constructor(definitions: Readonly<Record<string, Definition>>, workspace: Workspace, now: Instant) {
    this.#definitions = definitions;
    this.#workspace = workspace;
    this.#triggered = Object.values(definitions).filter(({ triggers }) => triggers.length > 0);
    this.#duties = new DutyBook(Object.values(definitions), (definition) => this.#calendar(definition), now);
    this.#days = new DayBook(Object.values(definitions), (definition) => this.#calendar(definition));
    this.now = now;
  }

  case(id: string): WorldCase | undefined {
    return this.#cases.get(id);
  }

  /** Cases in the order they were started. */
  cases(process?: string): readonly WorldCase[] {
    return [...this.#cases.values()].filter(({ definition }) => process === undefined || definition.id === process);
  }

  /** The recurring duties of a process that were opened so far, and how they stand now. */
  duties(process: string): readonly (BookedDuty & { readonly standing: DutyStanding })[] {
    return this.#duties.booked(process).flatMap((duty) => {
      const target = this.#cases.get(duty.case);
      return target ? [{ ...duty, standing: bookedStanding(duty, target, this.now) }] : [];
    });
  }

  row(ledger: string, row: string): LedgerRow | undefined {
    return this.#rows.get(rowAddress(ledger, row));
  }

  /** A row from before the story, its computed columns filled in; rows of cases name themselves with `id`. */
  addRow(ledger: string, { id, ...cells }: Readonly<Record<string, unknown>>): void {
    const known = this.#workspace.ledgers[ledger];
    if (known === undefined) throw new Error(`no ledger ${ledger}`);
    const row = known.key === 'case' ? String(id) : known.key.map((column) => String(cells[column])).join('|');
    const complete = known.complete(cells);
    this.#setRow(ledger, row, { version: 1, cells: complete });
    this.#days.meet(ledger, row, complete, (definition) => this.#facts(definition, { id: '' }, 'system:schedule'));
  }

  /** Somebody is away; seats they have already got go to the proxy as well. */
  addAbsence(absence: Absence): void {
    this.#absences.push(absence);
    for (const id of this.#cases.keys()) this.command(id, { do: 'reseat' }, 'system:schedule');
  }

  start(process: string, by: UserId, values: unknown): Result<WorldCase, Refusal> {
    return this.#settled(this.#begin(process, { do: 'start', values }, by));
  }

  /** Somebody without an account sends the first form by a link of `starter`. */
  receive(
    process: string,
    starter: UserId,
    values: unknown,
    { fixed, about }: { readonly fixed: Values; readonly about: Values },
  ): Result<WorldCase, Refusal> {
    const definition = this.#definitions[process];
    if (definition === undefined) throw new Error(`no process ${process}`);
    const command = {
      do: 'receive',
      starter,
      values,
      fixed: linkValues(definition, fixed, about),
      link: 'link',
    } as const;
    return this.#settled(this.#begin(process, command, 'system:public'));
  }

  command(id: string, command: Command, by: Actor): Result<WorldCase, Refusal> {
    return this.#settled(this.#carryOut(id, command, by));
  }

  #carryOut(id: string, command: Command, by: Actor): Result<WorldCase, Refusal> {
    const known = this.#cases.get(id);
    if (known === undefined) throw new Error(`no case ${id}`);
    const decided = decide(known.definition, known.state, command, this.#facts(known.definition, known, by));
    if (!decided.ok) return decided;
    return ok(decided.value.length === 0 ? this.#keep(known) : this.#append(known, decided.value, by));
  }

  /** Lets time pass; whatever falls due on the way happens at its own moment. */
  waitUntil(moment: Instant): void {
    for (let n = 0; n < MOST_WAKES; n += 1) {
      const next = this.#nextWake();
      if (next === undefined || next.at > moment) break;
      if (next.at > this.now) this.now = next.at;
      if (next.id === 'duties') this.#openDuties();
      else if (next.id === 'rows') this.#startRows();
      else this.command(next.id, { do: 'tick' }, 'system:schedule');
      if (n === MOST_WAKES - 1) throw new Error(`${next.id} never settles`);
    }
    this.now = moment;
  }

  /** The next case with something due, `duties` when one opens, or `rows` when the day of one comes. */
  #nextWake(): { readonly id: string; readonly at: Instant } | undefined {
    const cases = [...this.#cases.values()].map(({ id, wakesAt }) => ({ id, at: wakesAt }));
    const all = [{ id: 'duties', at: this.#duties.nextOpening() }, { id: 'rows', at: this.#days.next() }, ...cases];
    const wakes = all.flatMap(({ id, at }) => (at === undefined ? [] : [{ id, at }]));
    return wakes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
  }

  #openDuties(): void {
    const factsOf = (definition: Definition) => this.#facts(definition, { id: '' }, 'system:schedule');
    for (const { definition, occurrence } of this.#duties.toOpen(this.now, factsOf, (ledger) => this.#rowsOf(ledger))) {
      const values = valuesFor(definition, definition.duty, occurrence, factsOf(definition));
      const duty = causeOf(occurrence);
      const opened = this.#settled(
        this.#begin(definition.id, { do: 'open', starter: occurrence.person, values, duty }, 'system:schedule'),
      );
      if (!opened.ok) throw new Error(`${definition.id} cannot be opened: ${opened.error.code}`);
      this.#duties.enter({ ...occurrence, process: definition.id, case: opened.value.id });
    }
  }

  /** Rows whose day has come start their cases. */
  #startRows(): void {
    const factsOf = (definition: Definition) => this.#facts(definition, { id: '' }, 'system:schedule');
    for (const { dated, row, on } of this.#days.due(this.now)) {
      const { definition, trigger } = dated;
      const known = this.row(trigger.ledger, row);
      const start = known && startOfDay(dated, { row, on }, known.cells, factsOf(definition));
      if (start === undefined) continue;
      const { starter, values } = start;
      const cause = { ledger: trigger.ledger, row, on };
      const command = { do: 'open', starter, values, row: cause } as const;
      const opened = this.#settled(this.#begin(definition.id, command, 'system:schedule'));
      if (!opened.ok) throw new Error(`${definition.id} cannot be started by ${row}: ${opened.error.code}`);
    }
  }

  #rowsOf(ledger: string): readonly DutyRow[] {
    const rows = [...this.#rows].filter(([address]) => address.startsWith(`${ledger}/`));
    return rows.map(([address, { cells }]) => ({ id: address.slice(ledger.length + 1), cells }));
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
    before: Omit<WorldCase, 'state' | 'wakesAt'> & { readonly state?: CaseState },
    events: readonly CaseEvent[],
    by: Actor,
  ): WorldCase {
    const entry: Entry = { at: this.now, by, events };
    const after = { ...before, state: evolve(before.state, entry), entries: [...before.entries, entry] };
    for (const event of events) if (event.type === 'LedgerWritten') this.#write(event);
    if (events.some(({ type }) => type === 'LedgerWritten'))
      this.#days.note(rowDaysOf(entry, this.#facts(before.definition, before, by)));
    const kept = this.#keep(after);
    this.#orders.push(...ordersOf(kept.state, entry).map((order) => [order, kept] as const));
    return kept;
  }

  #keep(known: Omit<WorldCase, 'wakesAt'>): WorldCase {
    const facts = this.#facts(known.definition, known, 'system:schedule');
    const kept = { ...known, wakesAt: wakeAt(known.definition, known.state, facts) };
    this.#cases.set(kept.id, kept);
    this.#tell(kept);
    return kept;
  }

  #write({ data }: CaseEventOf<'LedgerWritten'>): void {
    const address = rowAddress(data.ledger, data.row);
    const version = this.#rows.get(address)?.version ?? 0;
    if (version !== data.base) throw new Error(`${address} is at version ${version}, not ${data.base}`);
    this.#setRow(data.ledger, data.row, { version: version + 1, cells: data.cells });
  }

  #setRow(ledger: string, id: string, row: LedgerRow): void {
    const address = rowAddress(ledger, id);
    const before = this.#rows.get(address)?.cells;
    for (const [name, sum] of Object.entries(this.#workspace.ledgers[ledger]?.sums ?? {}))
      for (const [group, total] of this.#sums.change(sum, before, row.cells))
        this.#readable[groupAddress(ledger, name, group)] = { version: 0, cells: total };
    this.#rows.set(address, row);
    this.#readable[address] = row;
  }

  /** What may be told of a case, as the row that fields referring to it read. */
  #tell({ id, number, definition, state }: WorldCase): void {
    const subject = valueAt(state.values, definition.document.subject);
    const cells = { number, subject: typeof subject === 'string' ? subject : '', state: state.status };
    this.#readable[rowAddress(casesOf(definition.id), id)] = { version: 0, cells };
  }

  /** Carries out all that was ordered; a case can have moved on by it. */
  #settled(result: Result<WorldCase, Refusal>): Result<WorldCase, Refusal> {
    for (let next = this.#orders.shift(); next !== undefined; next = this.#orders.shift()) this.#deliver(...next);
    return result.ok ? ok(this.#cases.get(result.value.id) ?? result.value) : result;
  }

  #deliver(order: Order, from: WorldCase): void {
    const done = this.#obey(order, from);
    if (done !== undefined && !done.ok) throw new Error(`${order.id} cannot be carried out: ${done.error.code}`);
  }

  #obey(order: Order, from: WorldCase): Result<WorldCase, Refusal> | undefined {
    const { key } = order;
    if (order.kind === 'start' || order.kind === 'revoke') {
      return this.#opened.has(key) ? undefined : this.#open(order, from);
    }
    if (order.kind === 'stop') {
      const opened = this.#opened.get(key);
      this.#opened.set(key, opened ?? null);
      return opened ? this.#carryOut(opened, { do: 'stop', opinion: '' }, 'system:schedule') : undefined;
    }
    return this.#carryOut(order.tell, tellingOf(order, from), 'system:schedule');
  }

  #open(order: Extract<Order, { kind: 'start' | 'revoke' }>, from: WorldCase): Result<WorldCase, Refusal> {
    const { key, step, process, starter, values } = order;
    const on = 'on' in order && order.on !== undefined ? { on: order.on } : {};
    const cause = { case: from.id, step, key, ...on };
    const opened = this.#begin(process, { do: 'open', starter, values, cause }, 'system:schedule');
    if (opened.ok) this.#opened.set(key, opened.value.id);
    return opened;
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
      rows: this.#readable,
      last: this.#lastOfSeries(subject.id),
      absences: this.#absences,
      triggered: this.#triggered,
    };
  }

  #lastOfSeries(parent: string): Readonly<Record<string, Values>> {
    const last: Record<string, Values> = {};
    for (const { state } of this.#cases.values()) {
      const stands = state.status === 'open' || state.status === 'completed';
      if (state.cause?.case === parent && stands) last[state.cause.step] = state.values;
    }
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

function tellingOf({ kind, key }: Order, { id, number, state }: WorldCase): Command {
  const { status, values } = state;
  return kind === 'child-opened'
    ? { do: 'childOpened', key, case: id, number }
    : { do: 'childEnded', key, case: id, status, values };
}
