import type { UserId } from '../shared/brand.ts';
import { chain } from './chain.ts';
import type { OrganisationDocument, PlatformRole, PostSeat, Words } from './document.ts';

/** A person as rules see one. `active: false` has left and is never chosen by a rule. */
export type Person = {
  readonly id: UserId;
  readonly name: Words;
  /** The main post first. */
  readonly posts: readonly PostSeat[];
  readonly active: boolean;
  readonly external: boolean;
};

/** Who holds what and who stands above whom. People are listed in the order of their ids, so equal facts answer alike. */
export type Organisation = {
  readonly id: string;
  readonly zone: string;
  /** Anybody the document names, also those who left; `undefined` for an unknown id. */
  person(id: string): Person | undefined;
  /** Everybody, also those who left. */
  people(): readonly Person[];
  /**
   * The active holders of a post. With a unit: those who hold it in that unit, else in the nearest unit above that
   * has a holder. Empty when there is none.
   */
  holders(post: string, unit?: string): readonly UserId[];
  /** The nearest active line manager; `undefined` at the top. */
  managerOf(person: string): UserId | undefined;
  /**
   * The head of a unit: the active person it names, else the member who is a line manager, at any distance, of all its
   * other members, else the head of the unit above. `undefined` when the walk finds nobody.
   */
  headOf(unit: string): UserId | undefined;
  hasUnit(unit: string): boolean;
  /** The active people of the company who hold a post in a unit or in one below it, by id. */
  readonly peopleIn: (unit: string) => readonly UserId[];
  /** The units above, nearest first. */
  ancestorsOf(unit: string): readonly string[];
  /** The units a person holds posts in, that of the main post first. */
  unitsOf(person: string): readonly string[];
  /** True while the person is active and holds a post that carries the role. */
  hasRole(person: string, role: PlatformRole): boolean;
};

/**
 * Indexes an organisation for lookups.
 *
 * @param document one that passed its schema and `checkOrganisation`; ids unknown to it lead to nobody.
 */
export function compileOrganisation(document: OrganisationDocument): Organisation {
  const people = indexPeople(document);
  const active = [...people.values()].filter((person) => person.active);
  const units = new Map(Object.entries(document.units));
  const managers = new Map(Object.entries(document.people).map(([id, entry]) => [id, entry.manager]));
  const byPost = groupIds(active, (person) => person.posts.map((seat) => seat.post));
  const bySeat = groupIds(active, (person) => person.posts.map((seat) => seatKey(seat.post, seat.unit)));
  const byUnit = groupIds(active, seatUnits);

  const ancestorsOf = (unit: string) => chain(unit, (each) => units.get(each)?.parent);
  const superiorsOf = (person: string) => chain(person, (each) => managers.get(each));
  const activeId = (id: string) => (people.get(id)?.active ? people.get(id)?.id : undefined);
  const upward = <T>(unit: string, find: (unit: string) => T | undefined) => first([unit, ...ancestorsOf(unit)], find);
  const isIn = (person: Person, unit: string) =>
    seatUnits(person).some((each) => each === unit || ancestorsOf(each).includes(unit));
  const chiefOf = (unit: string) =>
    activeId(units.get(unit)?.head ?? '') ?? managerAmong(byUnit.get(unit) ?? [], superiorsOf);

  return {
    id: document.id,
    zone: document.zone,
    person: (id) => people.get(id),
    people: () => [...people.values()],
    holders: (post, unit) =>
      (unit === undefined ? byPost.get(post) : upward(unit, (each) => bySeat.get(seatKey(post, each)))) ?? [],
    managerOf: (person) => first(superiorsOf(person), activeId),
    headOf: (unit) => upward(unit, chiefOf),
    hasUnit: (unit) => units.has(unit),
    peopleIn: (unit) => active.filter((person) => !person.external && isIn(person, unit)).map(({ id }) => id),
    ancestorsOf,
    unitsOf: (person) => seatUnits(people.get(person)),
    hasRole: (person, role) =>
      document.roles[role].some((post) => byPost.get(post)?.some((id) => id === person) === true),
  };
}

function indexPeople(document: OrganisationDocument): ReadonlyMap<string, Person> {
  const inOrder = Object.entries(document.people).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    inOrder.map(([id, { name, posts, active = true, external = false }]) => {
      return [id, { id: id as UserId, name, posts, active, external }];
    }),
  );
}

function groupIds(people: readonly Person[], keysOf: (person: Person) => readonly string[]): Map<string, UserId[]> {
  const groups = new Map<string, UserId[]>();
  for (const person of people) {
    for (const key of new Set(keysOf(person))) {
      const group = groups.get(key);
      if (group) group.push(person.id);
      else groups.set(key, [person.id]);
    }
  }
  return groups;
}

function seatUnits(person: Person | undefined): readonly string[] {
  return [...new Set(person?.posts.flatMap((seat) => seat.unit ?? []))];
}

/** `@` occurs in no id. */
const seatKey = (post: string, unit = '') => `${post}@${unit}`;

/** One member alone leads nobody: a clerk whose department lost its manager does not become its head. */
function managerAmong(members: readonly UserId[], superiorsOf: (id: string) => readonly string[]): UserId | undefined {
  const [one] = members;
  if (one === undefined || members.length < 2) return undefined;
  const above = [one, ...superiorsOf(one)];
  const leads = (head: string) => members.every((each) => each === head || superiorsOf(each).includes(head));
  return members.filter((each) => above.includes(each)).find(leads);
}

function first<T>(ids: readonly string[], find: (id: string) => T | undefined): T | undefined {
  for (const id of ids) {
    const found = find(id);
    if (found !== undefined) return found;
  }
  return undefined;
}
