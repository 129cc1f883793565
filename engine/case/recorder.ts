import type { Definition } from '../definition/definition.ts';
import type { Values } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';
import { type Context, contextOf } from './context.ts';
import type { CaseEvent, CaseEventOf, CaseEventType, SeatEntered, Stamp } from './events.ts';
import { apply } from './evolve.ts';
import { type Facts, type LedgerRow, type RowAddress, rowAddress } from './facts.ts';
import type { Refusal } from './refusal.ts';
import type { CaseState } from './state.ts';

/** Thrown inside a decision and caught by `decide`: the command is refused and nothing of it is kept. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Collects the events of one command and keeps the state they lead to, so that every rule reads what the rules before
 * it have just decided.
 */
export class Recorder {
  readonly definition: Definition;
  readonly facts: Facts;
  readonly stamp: Stamp;
  readonly events: CaseEvent[] = [];
  #state: CaseState | undefined;
  #context: Context | undefined;
  readonly #written: Record<RowAddress, LedgerRow> = {};

  constructor(definition: Definition, state: CaseState | undefined, facts: Facts) {
    this.definition = definition;
    this.facts = facts;
    this.stamp = { at: facts.now, by: facts.by };
    this.#state = state;
  }

  get state(): CaseState {
    if (this.#state === undefined) throw new Error('nothing recorded yet');
    return this.#state;
  }

  /** What expressions and person rules see now. */
  get context(): Context {
    this.#context ??= this.contextFor(this.state.values);
    return this.#context;
  }

  /** What they would see with other values: those just handed in. */
  contextFor(values: Values): Context {
    return contextOf(this.definition, values, this.state, { ...this.facts, rows: this.rows });
  }

  /** Ledger rows as loaded, with what this command has already written. */
  get rows(): Facts['rows'] {
    return { ...this.facts.rows, ...this.#written };
  }

  /** One of them; undefined when it does not exist. */
  row(address: RowAddress): LedgerRow | undefined {
    return this.#written[address] ?? this.facts.rows[address];
  }

  record<Type extends CaseEventType>(type: Type, data: CaseEventOf<Type>['data']): void {
    const event: CaseEvent = { type, v: 1, data } as CaseEventOf<Type>;
    this.#state = apply(this.#state, event, this.stamp);
    this.#context = undefined;
    this.events.push(event);
    if (event.type === 'LedgerWritten') this.#keep(event.data);
  }

  #keep({ ledger, row, base, cells }: CaseEventOf<'LedgerWritten'>['data']): void {
    this.#written[rowAddress(ledger, row)] = { version: base + 1, cells };
  }

  /** Seats numbered on from those the case has. */
  seats(people: readonly Omit<SeatEntered, 'id'>[]): readonly SeatEntered[] {
    const { seatCount } = this.state;
    return people.map((seat, index) => ({ ...seat, id: seatCount + index + 1 }));
  }

  nextRound(step: StepId): number {
    return (this.state.rounds[step] ?? 0) + 1;
  }
}

export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}
