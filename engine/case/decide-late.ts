import type { ApproveStep, AskingStep, Definition, OverdueAction } from '../definition/definition.ts';
import { advance } from './advance.ts';
import { partOf } from './lineage.ts';
import { isPending, stepOf } from './move-seat.ts';
import { Recorder, Refused } from './recorder.ts';
import { recordRejection } from './rejection.ts';
import type { StepState } from './state.ts';

type Decision = NonNullable<OverdueAction['then']>;

/**
 * The deadline itself decides, openly and in the words of the process, where the process says so. It stands for no
 * person: it never gives what only people may give, never overrules anybody who has said no or asked for one more
 * signer, and where the case cannot go on from its decision it decides nothing.
 */
export function decideLate(step: AskingStep, decision: Decision, recorder: Recorder): void {
  if (step.kind !== 'approve') return;
  const state = stepOf(recorder.state, step.id);
  const may = decision.do === 'agree' ? mayAgree(step, state, recorder.definition) : step.reject !== undefined;
  if (!may || state.status !== 'open' || !goesThrough(step, decision, recorder)) return;
  carryOut(step, decision, recorder);
}

function carryOut(step: ApproveStep, { do: answer, because: words }: Decision, recorder: Recorder): void {
  const because = typeof words === 'string' ? words : { ...words };
  const { round, seats } = stepOf(recorder.state, step.id);
  const cancelled = seats.filter(isPending).map(({ id }) => id);
  if (answer === 'agree')
    recorder.record('StepCompleted', { step: step.id, round, why: 'deadline', cancelled, because });
  else recordRejection(step, { why: 'deadline', because }, recorder);
  if (recorder.state.status === 'open') advance(recorder);
}

/** Rule 10 of the workflow semantics: no form that asks for something, no opinion, no duty that is kept apart. */
function mayAgree(step: ApproveStep, { seats }: StepState, definition: Definition): boolean {
  if (step.opinionRequired || asksForValues(step, definition)) return false;
  if (definition.apart.some((group) => group.includes(step.role))) return false;
  return !seats.some(
    (seat) =>
      seat.status === 'rejected' || seat.status === 'returned' || (isPending(seat) && partOf(seat, seats) === 'after'),
  );
}

function asksForValues({ form }: ApproveStep, { model }: Definition): boolean {
  const fields = form === undefined ? [] : (model.forms.get(form) ?? []);
  return fields
    .flatMap((node) => [node, ...node.columns])
    .some(({ required, field }) => required !== false || ('minRows' in field && (field.minRows ?? 0) > 0));
}

function goesThrough(step: ApproveStep, decision: Decision, recorder: Recorder): boolean {
  const { definition, state, facts, rows } = recorder;
  try {
    carryOut(step, decision, new Recorder(definition, state, { ...facts, rows }));
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
