import { movedDue } from '../calendar/index.ts';
import { asks } from '../definition/definition.ts';
import type { Instant } from '../shared/brand.ts';
import { advance } from './advance.ts';
import type { CommandOf } from './command.ts';
import { dueAfter, unitOf } from './counted-due.ts';
import type { CaseEventOf } from './events.ts';
import { requireOverseer } from './overseer.ts';
import { type Recorder, refuse } from './recorder.ts';
import { requiredOpinion } from './seat.ts';

/** Stops a case where it is: nobody is asked, nothing falls due, nothing planned starts, until it is resumed. */
export function hold(command: CommandOf<'hold'>, recorder: Recorder): void {
  requireOverseer(command.do, recorder);
  recorder.record('CaseHeld', { opinion: requiredOpinion(command.opinion) });
}

/**
 * Lets a held case go on. Every deadline is as far away as it was, in the days or hours it is counted in; a clock that
 * stood still before the hold stands on.
 */
export function resume(command: CommandOf<'resume'>, recorder: Recorder): void {
  requireOverseer(command.do, recorder);
  const since = recorder.state.held?.at ?? refuse({ code: 'not-allowed', action: command.do, why: 'not-held' });
  const opinion = requiredOpinion(command.opinion);
  const asked = askedAfter(since, recorder);
  const dues = duesAfter(since, recorder);
  recorder.record('CaseResumed', { opinion, dues, ...(asked.length > 0 ? { asked } : {}) });
  advance(recorder);
}

function duesAfter(heldAt: Instant, { definition, state, facts }: Recorder): Dues {
  const pause = { from: heldAt, until: facts.now };
  return [...definition.steps.values()].filter(asks).flatMap((step) => {
    const present = state.steps[step.id];
    if (present?.status !== 'open' || present.stopped !== undefined) return [];
    const due = dueAfter(step, present, pause, facts.calendar);
    return due === undefined ? [] : [{ step: step.id, due }];
  });
}

/** Those who are asked first have as much left as they had, too. */
function askedAfter(heldAt: Instant, { definition, state, facts }: Recorder): Dues {
  return [...definition.steps.values()].filter(asks).flatMap((step) => {
    const asked = state.steps[step.id]?.stopped?.asked;
    if (asked === undefined) return [];
    const pause = { from: heldAt, until: facts.now };
    return [{ step: step.id, due: movedDue(asked, pause, unitOf(step), facts.calendar) }];
  });
}

type Dues = CaseEventOf<'CaseResumed'>['data']['dues'];
