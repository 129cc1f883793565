import { type Definition, firstStep } from '../definition/definition.ts';
import { initialValues } from '../form/initial.ts';
import type { Values } from '../form/value.ts';
import type { UserId } from '../shared/brand.ts';
import { advance } from './advance.ts';
import { handIn } from './answer.ts';
import { changesBetween } from './changes.ts';
import type { CommandOf } from './command.ts';
import { contextOf } from './context.ts';
import type { SystemActor } from './events.ts';
import type { Facts } from './facts.ts';
import { filled } from './filled.ts';
import { onlyForm } from './only-form.ts';
import { peopleOf } from './people.ts';
import { type Recorder, refuse } from './recorder.ts';
import { mySeat } from './seat.ts';
import { settleForm } from './settle-form.ts';

const isSystem = (by: UserId | SystemActor): by is SystemActor => by.startsWith('system:');

/** A person starts a case: its first form is filled in and handed in with the same command. */
export function start(command: CommandOf<'start'>, recorder: Recorder): void {
  const { definition, facts } = recorder;
  const { by } = facts;
  if (isSystem(by) || !mayStart(definition, by, facts)) refuse({ code: 'not-startable' });
  const { id, version, digest } = definition;
  const via = command.via === undefined ? {} : { via: command.via };
  recorder.record('CaseStarted', { definition: id, version, digest, starter: by, ...via });
  const step = firstStep(definition);
  begin(step.form, {}, recorder);
  const mine = mySeat(step.id, recorder);
  handIn(mine, filled(mine, { values: command.values }, recorder), recorder);
  advance(recorder);
}

/** Another case, the calendar for a recurring duty, or a row of a ledger on its day opens a case: its first step waits for the starter, with the values handed over. */
export function open(command: CommandOf<'open'>, recorder: Recorder): void {
  const { id, version, digest } = recorder.definition;
  const { starter, cause, duty, row } = command;
  const why = { ...(cause ? { cause } : {}), ...(duty ? { duty } : {}), ...(row ? { row } : {}) };
  recorder.record('CaseStarted', { definition: id, version, digest, starter, ...why });
  begin(firstStep(recorder.definition).form, command.values, recorder);
}

/** Fills defaults and given values in, then enters the first step. */
export function begin(form: string, given: Values, recorder: Recorder): void {
  const first = initialValues(recorder.definition.model, form, given, recorder.contextFor(given).form);
  const { values } = settleForm(onlyForm({}, first, form), form, recorder);
  const changed = changesBetween(recorder.state.values, values);
  if (Object.keys(changed).length > 0) recorder.record('ValuesGiven', { changed });
  advance(recorder);
}

/** Whether a person may start a process by hand. */
export function mayStart(definition: Definition, person: UserId, facts: Facts): boolean {
  const { startable, starters } = definition.document;
  const known = facts.organisation.person(person);
  if (startable === false || known?.active !== true || known.external) return false;
  if (starters === undefined) return true;
  const context = contextOf(definition, {}, { starter: person, startedAt: facts.now, rows: {} }, facts);
  return starters.some((rule) => peopleOf(rule, context).people.includes(person));
}
