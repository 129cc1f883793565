import type { Due } from '../calendar/index.ts';
import type { Seat, StepState } from './state.ts';

/** Until when somebody is asked: those asked before somebody else have a deadline of their own. */
export const dueOfSeat = (step: StepState, { place }: Pick<Seat, 'place'>): Due | undefined =>
  isAskedFirst(place) ? step.stopped?.asked : step.due;

export const isAskedFirst = (place: Seat['place']): boolean => place === 'before' || place === 'delegate';
