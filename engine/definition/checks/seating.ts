import type { ApproveStep as ApproveSource, FillStep as FillSource } from '../../../schemas/generated/process.ts';
import type { UserId } from '../../shared/brand.ts';
import { own } from '../../shared/own.ts';
import type { PlacedStep } from '../placed-steps.ts';
import { anybody, type Candidates, candidatesOf, certainOf, type People } from './candidates.ts';
import type { Checking } from './checking.ts';

/** A step that asks people. */
export type Asking = PlacedStep & { readonly source: FillSource | ApproveSource };

/** A step in a case of somebody. */
export type Seating = { readonly checking: Checking; readonly step: Asking; readonly starter: UserId };

export const isAsking = (step: PlacedStep): step is Asking => 'fill' in step.source || 'approve' in step.source;

export const roleOf = (source: FillSource | ApproveSource): string => ('fill' in source ? source.by : source.approve);

/** At least so many seats: as the step says, and as many as its votes need. */
export function peopleNeeded({ source }: Asking): number {
  const { least = 1 } = source;
  const mode = 'mode' in source ? source.mode : undefined;
  return typeof mode === 'object' && typeof mode.pass === 'number' ? Math.max(least, mode.pass) : least;
}

/**
 * Every set of people the role of the step may find, after the self rule and without a starter who is kept apart. Of a
 * field, that may name anybody, only nobody: it is the worst it can do.
 */
export function asked(seating: Seating): readonly People[] {
  const { sets, isOpen } = candidates(seating);
  return isOpen ? [[]] : sets.map((people) => suited(seating, people));
}

export const candidates = ({ checking, step, starter }: Seating): Candidates =>
  candidatesOf(checking, own(checking.document.roles, roleOf(step.source)), starter);

/** Whom the nobody rule adds while there are too few. */
export function askedInstead(seating: Seating): People {
  const { checking, starter } = seating;
  return suited(seating, certainOf(candidatesOf(checking, checking.document.rules.nobody.to, starter)));
}

/** The last resort. */
export function administrators(seating: Seating): People {
  const { checking, starter } = seating;
  const { organisation } = checking.workspace;
  return anybody(checking)
    .filter((id) => organisation.person(id)?.external !== true && organisation.hasRole(id, 'admin'))
    .filter((id) => id !== starter || !(isJudged(seating) || isKeptApart(seating)));
}

function suited(seating: Seating, people: People): People {
  const { checking, starter } = seating;
  const { self } = checking.document.rules;
  const isOwn = self !== 'allow' && isJudged(seating);
  const others = isOwn ? certainOf(candidatesOf(checking, self.to, starter, starter)) : [];
  const found = people.flatMap((person) =>
    isOwn && person === starter ? others.filter((other) => other !== starter) : [person],
  );
  return [...new Set(found)].filter((person) => person !== starter || !isKeptApart(seating));
}

/** Whether whoever started the case may not decide it at the step. */
const isJudged = ({ step: { source } }: Seating): boolean => 'approve' in source && source.self !== 'allow';

/** Whether the role is kept apart from one that means the starter. */
const isKeptApart = ({ checking: { document }, step }: Seating): boolean =>
  rolesApartFrom(document.rules.apart, roleOf(step.source)).some(
    (other) => 'starter' in (own(document.roles, other) ?? {}),
  );

/** The roles nobody may act for beside this one. */
export const rolesApartFrom = (groups: readonly (readonly string[])[] = [], role: string): readonly string[] =>
  groups.flatMap((group) => (group.includes(role) ? group.filter((other) => other !== role) : []));
