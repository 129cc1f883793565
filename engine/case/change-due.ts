import type { Instant } from '../shared/brand.ts';
import { civilDateOf, instantOf, parseCivilDate, yearOf } from '../shared/civil-date.ts';
import type { CommandOf } from './command.ts';
import { isPending } from './move-seat.ts';
import { requireOverseer } from './overseer.ts';
import { type Recorder, refuse } from './recorder.ts';
import { openStep, requiredOpinion } from './seat.ts';

const LOCAL = /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)$/;
/** A deadline further away is a slip of the pen. */
const MOST_YEARS = 10;

/**
 * Sets another deadline, for a reason that everybody reads. It is a new one: reminders and what follows when it passes
 * begin anew. Nobody sets their own.
 */
export function changeDue(command: CommandOf<'changeDue'>, recorder: Recorder): void {
  requireOverseer(command.do, recorder);
  const { step, state } = openStep(command.step, recorder);
  const isOwn = state.seats.some((seat) => isPending(seat) && seat.person === recorder.facts.by);
  if (isOwn) refuse({ code: 'not-allowed', action: command.do, why: 'not-yours' });
  if (state.due === undefined) refuse({ code: 'not-allowed', action: command.do, why: 'not-in-this-process' });
  const opinion = requiredOpinion(command.opinion);
  const at = instantOfLocal(command.due, recorder);
  recorder.record('DueChanged', { step: step.id, round: state.round, due: { at, provisional: false }, opinion });
}

/** Local wall-clock time of the process's calendar; it has to lie ahead. */
function instantOfLocal(due: string, { facts: { now, calendar } }: Recorder): Instant {
  const [, day = '', time = ''] = LOCAL.exec(due) ?? [];
  const date = parseCivilDate(day);
  if (date === undefined) return refuse({ code: 'bad-due', due });
  const at = instantOf(date, time, calendar.offset);
  const years = yearOf(date) - yearOf(civilDateOf(now, calendar.offset));
  return at <= now || years > MOST_YEARS ? refuse({ code: 'bad-due', due }) : at;
}
