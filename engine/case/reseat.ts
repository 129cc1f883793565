import { type AskingStep, asks } from '../definition/definition.ts';
import { type Assignment, administrators, askedByRole, askedInstead, assign, peopleNeeded } from './assign.ts';
import type { CommandOf } from './command.ts';
import type { Context } from './context.ts';
import { whyNot } from './may-sit.ts';
import { isPending, moveSeat, stepOf } from './move-seat.ts';
import { absenceOf, mayStandIn, proxyReason } from './proxy.ts';
import type { Reason } from './reason.ts';
import type { Recorder } from './recorder.ts';
import type { Seat } from './state.ts';

/**
 * Moves every undecided seat of somebody who has left or is away to whom the rules name instead, and fills up steps
 * that have fewer people than they need. Nothing else changes, and a second run finds nothing to do (rule 15 of the
 * workflow semantics). A change of post moves no seat: only a new round asks the role again (rule 19).
 *
 * When an absence ends, what its proxy has not decided stays with the proxy.
 */
export function reseat(_: CommandOf<'reseat'>, recorder: Recorder): void {
  if (recorder.state.status !== 'open') return;
  for (const step of [...recorder.definition.steps.values()].filter(asks)) {
    if (recorder.state.steps[step.id]?.status !== 'open') continue;
    for (const seat of stepOf(recorder.state, step.id).seats.filter(isPending)) replace(seat, step, recorder);
    fillUp(step, recorder);
  }
}

function replace(seat: Seat, step: AskingStep, recorder: Recorder): void {
  const instead = insteadOf(seat, step, recorder).find(({ person }) => whyNot(person, step, recorder) === undefined);
  if (instead !== undefined) moveSeat(step.id, seat, instead, '', recorder);
}

/** Who may take a seat over, in order; nobody when its person is still here. */
function insteadOf(seat: Seat, step: AskingStep, { context, facts }: Recorder): readonly Assignment[] {
  if (facts.organisation.person(seat.person)?.active !== true) {
    const because: Reason = { rule: 'leaver', params: { person: seat.person }, because: [seat.reason] };
    const role = askedByRole(step, context).map((each) => ({
      ...each,
      reason: { ...because, because: [each.reason] },
    }));
    return [...role, ...anybodyElse(step, because, context)];
  }
  const absence = absenceOf(seat.person, context);
  if (absence === undefined) return [];
  const reason = proxyReason(absence, seat.reason);
  // One hop: a proxy's own proxy is not asked.
  const stands = seat.for === undefined && mayStandIn(absence.proxy, step, context);
  const proxy = stands ? [{ person: absence.proxy, for: seat.person, reason }] : [];
  return [...proxy, ...anybodyElse(step, reason, context)];
}

/** The nobody rule, then those administrators who are here. */
function anybodyElse(step: AskingStep, because: Reason, context: Context): readonly Assignment[] {
  const here = administrators(step, context, [because]).filter(({ person }) => !absenceOf(person, context));
  return [...askedInstead('nobody', step, context, [because]), ...here];
}

/** Adds people while a step has fewer than it needs; those of the role first. */
function fillUp(step: AskingStep, recorder: Recorder): void {
  const { round, seats } = stepOf(recorder.state, step.id);
  const missing = peopleNeeded(step) - seats.filter(counts).length;
  if (missing <= 0) return;
  const free = assign(step, recorder.context).filter(({ person }) => whyNot(person, step, recorder) === undefined);
  const waits = step.kind === 'approve' && step.mode === 'sequential' && seats.some(({ status }) => status === 'open');
  const more = recorder.seats(
    free.slice(0, missing).map(({ reason, ...each }) => ({
      ...each,
      reason: { rule: 'shortage', because: [reason] } satisfies Reason,
      place: 'parallel' as const,
      ...(waits ? { waiting: true as const } : {}),
    })),
  );
  if (more.length > 0)
    recorder.record('SignersAdded', { step: step.id, round, place: 'parallel', seats: more, opinion: '' });
}

/** Seats that make up the people of a step: not those asked on top, nor those that are gone. */
const counts = ({ status, place }: Seat): boolean =>
  status !== 'moved' &&
  status !== 'cancelled' &&
  status !== 'superseded' &&
  (place === undefined || place === 'parallel' || place === 'escalated');
