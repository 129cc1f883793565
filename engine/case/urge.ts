import type { Instant } from '../shared/brand.ts';
import type { CommandOf } from './command.ts';
import { type Recorder, refuse } from './recorder.ts';
import type { CaseState, Seat, SeatStatus } from './state.ts';

/** A case is urged no more than once in this time, by whomever. */
const REST_MS = 4 * 60 * 60 * 1000;

const DECIDED: ReadonlySet<SeatStatus> = new Set([
  'submitted',
  'agreed',
  'abstained',
  'rejected',
  'returned',
  'advised',
]);

/** Reminds everybody else who is asked now. For the starter and whoever has decided; throttled (rule 17). */
export function urge(command: CommandOf<'urge'>, recorder: Recorder): void {
  const { state, facts } = recorder;
  if (!mayUrge(state, facts.by)) refuse({ code: 'not-allowed', action: command.do, why: 'not-yours' });
  const seats = urgedSeats(state, facts.by);
  if (seats.length === 0) refuse({ code: 'not-allowed', action: command.do, why: 'nothing-open' });
  const until = urgeableFrom(state);
  if (until !== undefined && facts.now < until) refuse({ code: 'urged-lately', until });
  recorder.record('Urged', { seats, ...(command.text?.trim() ? { text: command.text } : {}) });
}

/** Whether somebody has a part in the case that lets them ask how it goes. */
const mayUrge = (state: CaseState, person: string): boolean =>
  state.starter === person ||
  Object.values(state.steps).some(({ seats }) =>
    seats.some((seat) => seat.person === person && DECIDED.has(seat.status)),
  );

/** Open seats of other people. */
const urgedSeats = (state: CaseState, person: string): readonly number[] =>
  Object.values(state.steps)
    .flatMap(({ status, seats }): readonly Seat[] => (status === 'open' ? seats : []))
    .filter((seat) => seat.status === 'open' && seat.person !== person)
    .map(({ id }) => id);

/** When the case may be urged again; undefined when it never was. */
const urgeableFrom = ({ urgedAt }: CaseState): Instant | undefined =>
  urgedAt === undefined ? undefined : (new Date(Date.parse(urgedAt) + REST_MS).toISOString() as Instant);
