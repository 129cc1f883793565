import { evaluateCells } from '../case/context.ts';
import type { Facts } from '../case/facts.ts';
import type { Definition } from '../definition/definition.ts';
import { type Values, withValue } from '../form/value.ts';
import type { Instant } from '../shared/brand.ts';
import { civilDateOf } from '../shared/civil-date.ts';
import type { Duty } from './duty.ts';
import type { Occurrence } from './occurrence.ts';
import { occasionContext } from './subjects.ts';

/** What the first form of an occurrence's case is filled in with. */
export function valuesFor(definition: Definition, duty: Duty, occurrence: Occurrence, facts: Facts): Values {
  const { id, first, last, due } = occurrence.period;
  const lastMoment = new Date(Date.parse(due.at) - 1).toISOString() as Instant;
  const period = { id, first, last, due: civilDateOf(lastMoment, facts.calendar.offset) };
  const context = occasionContext(definition, facts, occurrence, period);
  const cells = evaluateCells(duty.with, context, occurrence.row);
  return Object.entries(cells).reduce<Values>((values, [path, value]) => withValue(values, path, value), {});
}
