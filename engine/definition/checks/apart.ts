import type { UserId } from '../../shared/brand.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { anybody, candidatesOf, type People } from './candidates.ts';
import type { Checking } from './checking.ts';
import { error, known, warning } from './report.ts';

/** Who may act for each role of a group. */
type Choices = ReadonlyMap<string, ReadonlySet<UserId>>;

/** Roles that are kept apart can all be held by different people. */
export function checkApart(checking: Checking): readonly Finding[] {
  const { roles, rules } = checking.document;
  return (rules.apart ?? []).flatMap((group, at) => {
    const path = ['rules', 'apart', at];
    const unknown = group.flatMap((role, index) => known('unknown-role', [...path, index], role, roles));
    return unknown.length > 0 ? unknown : checkGroup(choicesOf(checking, group), path);
  });
}

function choicesOf(checking: Checking, group: readonly string[]): Choices {
  const all = anybody(checking);
  return new Map(group.map((role) => [role, new Set(peopleOfRole(checking, role, all))]));
}

/** Whoever may hold the role in some case: of a field or the starter nothing is known, so it is everybody. */
function peopleOfRole(checking: Checking, role: string, all: People): People {
  const rule = own(checking.document.roles, role);
  return all.flatMap((starter) => candidatesOf(checking, rule, starter).sets.flat());
}

function checkGroup(choices: Choices, path: Finding['path']): readonly Finding[] {
  const roles = [...choices.keys()];
  const conflict = smallestConflict(choices);
  if (conflict !== undefined) {
    const people = new Set(conflict.flatMap((role) => [...(choices.get(role) ?? [])]));
    return [error('apart-impossible', path, { roles: conflict.join(', '), people: [...people].join(', ') })];
  }
  return roles.flatMap((role, index) => {
    const held = [...(choices.get(role) ?? [])];
    const possible = held.filter((person) => isPossible(new Map([...choices, [role, new Set([person])]])));
    const [only] = possible;
    if (held.length < 2 || possible.length > 1 || only === undefined) return [];
    return [warning('apart-one-person', [...path, index], { name: role, person: only })];
  });
}

/** The fewest roles that have not enough people between them (Hall's condition); undefined when everybody finds a place. */
function smallestConflict(choices: Choices): readonly string[] | undefined {
  if (isPossible(choices)) return undefined;
  return [...choices.keys()].reduce<readonly string[]>(
    (kept, role) => {
      const rest = kept.filter((other) => other !== role);
      return isPossible(new Map([...choices].filter(([other]) => rest.includes(other)))) ? kept : rest;
    },
    [...choices.keys()],
  );
}

/** Whether every role can have a person of its own: a matching found by augmenting paths. */
function isPossible(choices: Choices): boolean {
  const taken = new Map<UserId, string>();
  const place = (role: string, tried: Set<UserId>): boolean => {
    for (const person of choices.get(role) ?? []) {
      if (tried.has(person)) continue;
      tried.add(person);
      const holder = taken.get(person);
      if (holder === undefined || place(holder, tried)) {
        taken.set(person, role);
        return true;
      }
    }
    return false;
  };
  return [...choices.keys()].every((role) => place(role, new Set()));
}
