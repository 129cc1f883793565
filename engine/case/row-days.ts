import type { Definition, Trigger } from '../definition/definition.ts';
import type { Row, Values } from '../form/value.ts';
import type { CivilDate, UserId } from '../shared/brand.ts';
import { isCivilDate } from '../shared/civil-date.ts';
import { type Context, contextOf, isTrue } from './context.ts';
import { firstOf, namedBy, valuesFrom } from './effects.ts';
import type { Entry } from './evolve.ts';
import type { Facts } from './facts.ts';
import { peopleOf } from './people.ts';

/** The day on which a row of a ledger is to start a case; null: it says none any more. */
export type RowDay = { readonly trigger: string; readonly row: string; readonly on: CivilDate | null };
/** A trigger that waits for days, and the process that has it. */
export type DatedTrigger = {
  readonly definition: Definition;
  readonly trigger: Trigger & Required<Pick<Trigger, 'day'>>;
};

/** The triggers of these processes that wait for a day. */
export const datedTriggers = (definitions: readonly Definition[]): readonly DatedTrigger[] =>
  definitions.flatMap((definition) =>
    definition.triggers.flatMap(({ day, ...trigger }): readonly DatedTrigger[] =>
      day === undefined ? [] : [{ definition, trigger: { ...trigger, day } }],
    ),
  );

/** The day a row says now. It follows from the row alone, today included in nothing of it. */
export function dayOf({ definition, trigger }: DatedTrigger, id: string, cells: Row, facts: Facts): RowDay {
  const { form, values } = contextFor(definition, facts);
  const on = trigger.day.on.run(values, form, rowOf(id, cells));
  return { trigger: trigger.day.name, row: id, on: isCivilDate(on) ? on : null };
}

/** The days said by the rows an entry has written, as the last write left them. */
export function rowDaysOf({ events }: Pick<Entry, 'events'>, facts: Facts): readonly RowDay[] {
  const dated = datedTriggers(facts.triggered ?? []);
  const days = events.flatMap((event) => {
    if (event.type !== 'LedgerWritten') return [];
    const { ledger, row, cells } = event.data;
    return dated.filter(({ trigger }) => trigger.ledger === ledger).map((each) => dayOf(each, row, cells, facts));
  });
  return days.filter(({ trigger, row }, index) => {
    return days.findLastIndex((other) => other.trigger === trigger && other.row === row) === index;
  });
}

/** A case to open: for whom, with what, and the row whose day has come. */
export type RowStart = { readonly starter: UserId; readonly values: Values; readonly key: string };

/**
 * The case that a row starts on its day; undefined when the condition does not hold of it. Both are looked at as of that
 * day, over the row as it is, so that a day that is caught up later starts what it would have started.
 */
export function startOfDay(
  { definition, trigger }: DatedTrigger,
  { row: id, on }: { readonly row: string; readonly on: CivilDate },
  cells: Row,
  facts: Facts,
): RowStart | undefined {
  const now = contextFor(definition, facts);
  const context: Context = { ...now, form: { ...now.form, today: on } };
  const row = rowOf(id, cells);
  if (trigger.when !== undefined && !isTrue(trigger.when, context, row)) return undefined;
  const values = valuesFrom(trigger.with, context, row);
  const people = peopleToStart(trigger, { ...context, values: { ...context.values, ...values } }, row);
  const starter = firstOf(people, context) ?? ('' as UserId);
  return { starter, values, key: `${trigger.ledger}/${id}:${trigger.day.name}:${on}` };
}

/** Whom the rule of a trigger finds, or whoever its row names. */
export function peopleToStart(trigger: Trigger, context: Context, row: Row): readonly UserId[] {
  if (trigger.for !== undefined) return namedBy(trigger.for, context, row);
  return trigger.as === undefined ? [] : peopleOf(trigger.as, context).people;
}

/** What expressions of a trigger see as `row`: its cells, and its id where no column is called so. */
export const rowOf = (id: string, cells: Row): Row => ({ id, ...cells });

/** What the rules of a process see before there is a case; nobody has started it. */
function contextFor(definition: Definition, facts: Facts): Context {
  return contextOf(definition, {}, { starter: '' as UserId, startedAt: facts.now, rows: {} }, facts);
}
