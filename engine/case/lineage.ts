import { isPending } from './move-seat.ts';
import type { Seat } from './state.ts';

/** What a seat is there for: a vote, an agreement needed whatever the votes say, or advice to its owner. */
type Part = 'vote' | 'before' | 'after' | 'advice';

const seatAt = (id: number | undefined, seats: readonly Seat[]): Seat | undefined =>
  id === undefined ? undefined : seats.find((seat) => seat.id === id);

/** Who sits now where a seat was: a seat that was moved or asked again is followed by the one that took its place. */
export function heirOf(id: number | undefined, seats: readonly Seat[]): Seat | undefined {
  const index = seats.findIndex((seat) => seat.id === id);
  const seat = seats[index];
  if (seat?.status !== 'moved' && seat?.status !== 'superseded') return seat;
  return heirOf(seats[index + 1]?.id, seats);
}

/** Seats beside another one, or instead of a late one, are there for what that one is there for. */
function anchorOf(seat: Seat, seats: readonly Seat[]): Seat {
  if (seat.place !== 'parallel' && seat.place !== 'escalated') return seat;
  const beside = seatAt(seat.from, seats);
  return beside === undefined ? seat : anchorOf(beside, seats);
}

export function partOf(seat: Seat, seats: readonly Seat[]): Part {
  const { place } = anchorOf(seat, seats);
  if (place === 'delegate') return 'advice';
  return place === 'before' || place === 'after' ? place : 'vote';
}

/** The seat that waits for this one; undefined for those that nobody has asked first. */
export function ownerOf(seat: Seat, seats: readonly Seat[]): Seat | undefined {
  const part = partOf(seat, seats);
  return part === 'before' || part === 'advice' ? heirOf(anchorOf(seat, seats).from, seats) : undefined;
}

/** Whether somebody was asked first and has not answered yet. */
export const isBlocked = (seat: Seat, seats: readonly Seat[]): boolean =>
  seats.some((other) => isPending(other) && ownerOf(other, seats)?.id === seat.id);

/** How many signers were added one by the other until this seat. */
export function depthOf(seat: Seat, seats: readonly Seat[]): number {
  const adder = seatAt(seat.from, seats);
  return adder === undefined ? 0 : depthOf(adder, seats) + (seat.place === 'escalated' ? 0 : 1);
}

/** Seats that a seat added, and those that these added in turn. */
export const treeBelow = (seat: Seat, seats: readonly Seat[]): readonly Seat[] =>
  seats
    .filter((other) => other.id !== seat.id && heirOf(other.from, seats)?.id === seat.id)
    .flatMap((child) => [child, ...treeBelow(child, seats)]);
