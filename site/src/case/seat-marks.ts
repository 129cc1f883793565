import type { SeatView } from '../../../schemas/generated/api.ts';
import { caseWords } from '../i18n/case.ts';
import type { Names } from './names.ts';

/** What is special about a seat: for whom, how it came about, whether it was claimed. */
export function seatMarks(seat: SeatView, names: Names): readonly string[] {
  const words = caseWords[names.locale];
  return [
    ...(seat.for === undefined ? [] : [words.standsInFor(names.person(seat.for))]),
    ...(seat.place === undefined ? [] : [words.seatPlaces[seat.place]]),
    ...(seat.claimed === true ? [words.claimed] : []),
  ];
}
