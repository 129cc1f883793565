import type { Calendar } from '../calendar/index.ts';
import type { Facts } from '../case/facts.ts';
import type { Definition } from '../definition/definition.ts';
import type { Duty } from '../duty/duty.ts';
import { dutyChange } from '../duty/filing.ts';
import { nextOpening, type Occurrence, occurrencesOf, periodsToOpen } from '../duty/occurrence.ts';
import { type DutyRecord, type DutyStanding, standingOf } from '../duty/standing.ts';
import { ledgerOf, subjectsOf } from '../duty/subjects.ts';
import type { Instant } from '../shared/brand.ts';
import type { WorldCase } from './world.ts';

/** One duty as the book has it: what is owed, and the case that answers it. */
export type BookedDuty = Occurrence & { readonly process: string; readonly case: string };
type Obliging = Definition & { readonly duty: Duty };

/** Which duties of a world were opened, and up to when. */
export class DutyBook {
  readonly #definitions: readonly Obliging[];
  readonly #calendarOf: (definition: Definition) => Calendar;
  readonly #booked: BookedDuty[] = [];
  readonly #cursors = new Map<string, Instant>();
  /** Kept until something was opened: a long wait asks for it at every step. */
  #next: { readonly at: Instant | undefined } | undefined;

  constructor(definitions: readonly Definition[], calendarOf: (definition: Definition) => Calendar, now: Instant) {
    this.#definitions = definitions.flatMap((each) => (each.duty ? [{ ...each, duty: each.duty }] : []));
    this.#calendarOf = calendarOf;
    for (const { id } of this.#definitions) this.#cursors.set(id, now);
  }

  booked(process: string): readonly BookedDuty[] {
    return this.#booked.filter((each) => each.process === process);
  }

  /** The next moment at which a duty opens. */
  nextOpening(): Instant | undefined {
    if (this.#next === undefined) {
      const openings = this.#definitions.map((definition) =>
        nextOpening(definition.duty, this.#after(definition), this.#calendarOf(definition)),
      );
      this.#next = { at: openings.sort()[0] };
    }
    return this.#next.at;
  }

  /** What has to be opened by now; asked again it names nothing twice. */
  toOpen(
    now: Instant,
    factsOf: (definition: Definition) => Facts,
    rowsOf: (ledger: string) => Parameters<typeof subjectsOf>[3],
  ): readonly { readonly definition: Obliging; readonly occurrence: Occurrence }[] {
    this.#next = undefined;
    return this.#definitions.flatMap((definition) => {
      const { id, duty } = definition;
      const periods = periodsToOpen(duty, { after: this.#after(definition) }, now, this.#calendarOf(definition));
      this.#cursors.set(id, now);
      const ledger = ledgerOf(duty);
      const subjects = subjectsOf(definition, duty, factsOf(definition), ledger === undefined ? [] : rowsOf(ledger));
      return occurrencesOf(periods, subjects).map((occurrence) => ({ definition, occurrence }));
    });
  }

  enter(duty: BookedDuty): void {
    this.#booked.push(duty);
  }

  #after({ id }: Definition): Instant {
    const after = this.#cursors.get(id);
    if (after === undefined) throw new Error(`no duty ${id}`);
    return after;
  }
}

/** How a booked duty stands; a story excuses nobody. */
export function bookedStanding({ period }: BookedDuty, target: WorldCase, now: Instant): DutyStanding {
  return standingOf({ ...recordOf(target), due: period.due.at, ...closing(period), excused: false }, now);
}

const closing = ({ closes }: BookedDuty['period']) => (closes === undefined ? {} : { closes });

function recordOf({ definition, state, entries }: WorldCase): Pick<DutyRecord, 'filedAt' | 'endedAt'> {
  const filed = entries.find((entry) => dutyChange(definition, state, entry) === 'filed');
  return {
    ...(filed ? { filedAt: filed.at } : {}),
    ...(filed === undefined && state.endedAt !== undefined ? { endedAt: state.endedAt } : {}),
  };
}
