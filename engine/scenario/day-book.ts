import type { Calendar } from '../calendar/index.ts';
import type { Facts } from '../case/facts.ts';
import { type DatedTrigger, datedTriggers, dayOf, type RowDay } from '../case/row-days.ts';
import type { Definition } from '../definition/definition.ts';
import type { Row } from '../form/value.ts';
import type { CivilDate, Instant } from '../shared/brand.ts';
import { civilDateOf, instantOf } from '../shared/civil-date.ts';

type DueDay = { readonly dated: DatedTrigger; readonly row: string; readonly on: CivilDate };

/** On which days rows of a world start cases, and which of them are past. */
export class DayBook {
  readonly #dated: ReadonlyMap<string, DatedTrigger>;
  readonly #calendarOf: (definition: Definition) => Calendar;
  /** By trigger and row: what the row says now, and the days that are still ahead. */
  readonly #said = new Map<string, CivilDate | null>();
  readonly #ahead = new Map<string, DueDay>();

  constructor(definitions: readonly Definition[], calendarOf: (definition: Definition) => Calendar) {
    this.#dated = new Map(datedTriggers(definitions).map((dated) => [dated.trigger.day.name, dated]));
    this.#calendarOf = calendarOf;
  }

  /** What rows say now; a day that stays the same and is past stays past. */
  note(days: readonly RowDay[]): void {
    for (const { trigger, row, on } of days) {
      const key = `${trigger} ${row}`;
      if (this.#said.get(key) === on) continue;
      this.#said.set(key, on);
      const dated = this.#dated.get(trigger);
      if (on === null || dated === undefined) this.#ahead.delete(key);
      else this.#ahead.set(key, { dated, row, on });
    }
  }

  /** A row that was there before anything happened: days before today are past. */
  meet(ledger: string, row: string, cells: Row, factsOf: (definition: Definition) => Facts): void {
    for (const dated of this.#dated.values()) {
      if (dated.trigger.ledger !== ledger) continue;
      const facts = factsOf(dated.definition);
      const day = dayOf(dated, row, cells, facts);
      this.note([day]);
      if (day.on !== null && day.on < facts.today) this.#ahead.delete(`${day.trigger} ${row}`);
    }
  }

  /** The next moment at which the day of a row begins. */
  next(): Instant | undefined {
    let first: DueDay | undefined;
    for (const day of this.#ahead.values()) if (first === undefined || day.on < first.on) first = day;
    return first && instantOf(first.on, '00:00', this.#calendarOf(first.dated.definition).offset);
  }

  /** Rows whose day has come; each once. */
  due(now: Instant): readonly DueDay[] {
    const due = [...this.#ahead].filter(([, { dated, on }]) => {
      return on <= civilDateOf(now, this.#calendarOf(dated.definition).offset);
    });
    for (const [key] of due) this.#ahead.delete(key);
    return due.map(([, day]) => day);
  }
}
