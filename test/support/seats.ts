import type { SeatEntered } from '../../engine/case/events.ts';
import type { Reason } from '../../engine/case/reason.ts';
import { person } from './acts.ts';

export const asStarter: Reason = { rule: 'starter' };
export const asLead: Reason = { rule: 'post', params: { post: 'lead' } };
export const asBoss: Reason = { rule: 'post', params: { post: 'boss' } };

/** A seat as it is entered. */
export const seat = (id: number, who: string, reason: Reason): SeatEntered => ({ id, person: person(who), reason });

/** A seat of a sequential step that is not its turn yet. */
export const waitingSeat = (id: number, who: string, reason: Reason): SeatEntered => ({
  ...seat(id, who, reason),
  waiting: true,
});
