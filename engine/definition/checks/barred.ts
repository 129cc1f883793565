import { own } from '../../shared/own.ts';
import { candidatesOf, type People } from './candidates.ts';
import {
  type Asking,
  administrators,
  asked,
  askedInstead,
  candidates,
  peopleNeeded,
  roleOf,
  rolesApartFrom,
  type Seating,
} from './seating.ts';

/** How many of these people can still act at a step, however the steps kept apart from it were decided. */
export type Remaining = (step: Asking, people: People) => number;

/**
 * Separation of duties in the worst case: everybody who may have acted for another role of a group is barred. Of a step
 * whose people depend on values only one set at a time has acted, so there the largest overlap counts; of a field that
 * may name anybody, one person.
 */
export function remainingOf(seatings: readonly Seating[]): Remaining {
  const short = new Set<Asking>();
  const left: Remaining = (step, people) => {
    const others = apartFrom(seatings, step).map((other) => acting(other, short.has(other.step)));
    const always = new Set(others.flatMap(({ always: each }) => each));
    const free = people.filter((person) => !always.has(person));
    return others.reduce((count, { sets, isOpen }) => count - mostIn(free, sets, isOpen), free.length);
  };
  for (let before = -1; before < short.size; ) {
    before = short.size;
    for (const seating of seatings) {
      const { step } = seating;
      if (asked(seating).some((people) => left(step, people) < peopleNeeded(step))) short.add(step);
    }
  }
  return left;
}

const apartFrom = (seatings: readonly Seating[], step: Asking): readonly Seating[] =>
  seatings.filter(({ checking, step: other }) =>
    rolesApartFrom(checking.document.rules.apart, roleOf(step.source)).includes(roleOf(other.source)),
  );

type Acting = { readonly always: People; readonly sets: readonly People[]; readonly isOpen: boolean };

/** Whoever may act at a step: also those asked instead where the role may not be enough, and those it escalates to. */
function acting(seating: Seating, isShort: boolean): Acting {
  const { source } = seating.step;
  const mayRunOut = isShort || 'abstain' in source || ('reject' in source && source.reject === false);
  const more = mayRunOut ? [...askedInstead(seating), ...administrators(seating)] : [];
  const late = (source.overdue ?? []).flatMap(({ escalate }) => takingOver(seating, escalate));
  const { isOpen } = candidates(seating);
  const [first = [], ...rest] = asked(seating);
  const isFixed = rest.length === 0;
  return { always: [...more, ...late, ...(isFixed ? first : [])], sets: isFixed ? [] : [first, ...rest], isOpen };
}

function takingOver({ checking, starter }: Seating, role: string | undefined): People {
  const rule = role === undefined ? undefined : own(checking.document.roles, role);
  return rule === undefined ? [] : candidatesOf(checking, rule, starter).sets.flat();
}

function mostIn(free: People, sets: readonly People[], isOpen: boolean): number {
  const overlaps = sets.map((set) => free.filter((person) => set.includes(person)).length);
  return Math.max(0, isOpen ? Math.min(1, free.length) : 0, ...overlaps);
}
