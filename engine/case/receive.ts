import { type Definition, firstStep, type PublicForm } from '../definition/definition.ts';
import { isObject, type Values } from '../form/value.ts';
import type { UserId } from '../shared/brand.ts';
import { advance } from './advance.ts';
import { handIn } from './answer.ts';
import type { CommandOf } from './command.ts';
import { contextOf } from './context.ts';
import type { Facts } from './facts.ts';
import { filled } from './filled.ts';
import { peopleOf } from './people.ts';
import { type Recorder, refuse } from './recorder.ts';
import { openStep } from './seat.ts';
import { begin } from './start.ts';

/** Somebody without an account hands the first form in; the case belongs to whoever made the link. */
export function receive(command: CommandOf<'receive'>, recorder: Recorder): void {
  const { definition, facts } = recorder;
  const { starter, link } = command;
  const owner = facts.organisation.person(starter);
  const rule = definition.public;
  if (rule === undefined || owner?.active !== true || owner.external) refuse({ code: 'not-startable' });
  const { id, version, digest } = definition;
  recorder.record('CaseStarted', { definition: id, version, digest, starter, link });
  const first = firstStep(definition);
  begin(first.form, command.fixed, recorder);
  const { step, state } = openStep(first.id, recorder);
  const seat = state.seats.find(({ status }) => status === 'open');
  if (seat === undefined) refuse({ code: 'not-startable' });
  const narrowed = { ...step, rights: { ...step.rights, edit: rule.edit } };
  const values = withQuestions(command.values, rule, recorder);
  handIn({ step, state, seat }, filled({ step: narrowed, state, seat }, { values }, recorder), recorder);
  advance(recorder);
}

/** Whether a person may make links to the first form of a process. */
export function mayLink(definition: Definition, person: UserId, facts: Facts): boolean {
  const known = facts.organisation.person(person);
  if (definition.public === undefined || known?.active !== true || known.external) return false;
  const context = contextOf(definition, {}, { starter: person, startedAt: facts.now, rows: {} }, facts);
  return definition.public.by.some((rule) => peopleOf(rule, context).people.includes(person));
}

/** The sender answers; what was asked is what the link says, whatever was sent as questions. */
function withQuestions(sent: unknown, { edit }: PublicForm, { definition, state }: Recorder): unknown {
  const { form } = firstStep(definition);
  if (!isObject(sent) || !isObject(sent[form])) return sent;
  const fields: Record<string, unknown> = { ...sent[form] };
  for (const { id, path, field } of definition.model.forms.get(form) ?? []) {
    const given = fields[id];
    if (field.type !== 'answers' || !edit.has(path) || !isObject(given)) continue;
    fields[id] = { ...given, questions: questionsOf(state.values, form, id) };
  }
  return { ...sent, [form]: fields };
}

function questionsOf(values: Values, form: string, id: string): unknown {
  const stored = values[form]?.[id];
  return isObject(stored) ? stored.questions : [];
}
