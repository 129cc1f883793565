import { useSyncExternalStore } from 'react';
import type { PeopleList, PeopleView, PersonView, UnitView } from '../../../schemas/generated/api.ts';
import type { Client } from '../api/client.ts';
import { isRecord } from '../fields/lists.ts';
import { recallText, rememberText } from '../session/memory.ts';

const RECENT = 'recent-people';
const RECENT_COUNT = 6;

/** People and units as far as this page has met them; asks the server for the rest. */
export function createDirectory(client: Pick<Client, 'get'>, known: PeopleView) {
  const people = new Map(Object.entries(known));
  const listeners = new Set<() => void>();
  let units: readonly UnitView[] | undefined;
  let asked: Promise<void> | undefined;
  let version = 0;

  function learn(list: PeopleList) {
    for (const person of list.people) people.set(person.id, person);
    if (list.units.length > 0) units = list.units;
    version += 1;
    for (const listener of listeners) listener();
  }

  async function search(query: string, signal?: AbortSignal): Promise<readonly PersonView[] | undefined> {
    const answer = await client.get<PeopleList>(
      '/api/people',
      signal ? { query: { q: query }, signal } : { query: { q: query } },
    );
    if (!answer.ok) return undefined;
    learn(answer.value);
    return answer.value.people;
  }

  return {
    learn,
    person: (id: string): PersonView | undefined => people.get(id),
    people: (): PeopleView => Object.fromEntries(people),
    unit: (id: string): UnitView | undefined => units?.find((unit) => unit.id === id),
    units: (): readonly UnitView[] | undefined => units,
    /** Asks for the units once, whoever needs them first. */
    async loadUnits(): Promise<void> {
      if (units !== undefined) return;
      asked ??= search('').then(() => undefined);
      await asked;
      if (units === undefined) asked = undefined;
    },
    search,
    /** Those I chose last, newest first. */
    recent: (): readonly PersonView[] => recallPeople(),
    noteChosen(id: string) {
      const person = people.get(id);
      if (person === undefined) return;
      const others = recallPeople().filter((each) => each.id !== id);
      rememberText(RECENT, JSON.stringify([person, ...others].slice(0, RECENT_COUNT)));
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

export type Directory = ReturnType<typeof createDirectory>;

const isPerson = (value: unknown): value is PersonView =>
  isRecord(value) && typeof value.id === 'string' && value.name !== undefined && Array.isArray(value.posts);

function recallPeople(): readonly PersonView[] {
  try {
    const stored: unknown = JSON.parse(recallText(RECENT) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPerson) : [];
  } catch {
    return [];
  }
}

/** Draws again when a name becomes known. */
export const useDirectoryVersion = (directory: Directory): number =>
  useSyncExternalStore(directory.subscribe, directory.version, () => 0);
