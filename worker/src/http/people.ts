import type { PeopleList, Words } from '../../../schemas/generated/api.ts';
import { visit } from '../store/visit.ts';
import { authorize } from './authorize.ts';
import { personView } from './person-view.ts';
import { json, type Route, route } from './route.ts';

const MOST_PEOPLE = 100;

/**
 * Whom one can name in a field or hand a task to: everybody who is here, and the units. With `left`, for
 * administrators, also those who have left.
 */
const listPeople = route({
  method: 'GET',
  path: '/api/people',
  access: 'person',
  query: { q: {}, left: { enum: ['true'] } },
  answer: { status: 200, schema: 'peopleList' },
  async handle({ store, ticket, query: { q = '', left } }) {
    const { visit: who } = await visit(store, ticket);
    const { workspace } = who;
    const leavers = left !== undefined && authorize(who, { may: 'hand-over' });
    const { organisation } = workspace.documents;
    const active = workspace.organisation.people().filter((person) => (person.active || leavers) && !person.external);
    const people = active.map(({ id }) => personView(organisation, id));
    const wanted = q.trim().toLowerCase();
    const found = people.filter(({ id, name, posts }) =>
      [id, ...texts(name), ...posts.flatMap(({ title, unitTitle }) => [...texts(title), ...texts(unitTitle)])].some(
        (text) => text.toLowerCase().includes(wanted),
      ),
    );
    const units = Object.entries(organisation.units).map(([id, { title, parent }]) => ({
      id,
      title,
      ...(parent !== undefined && { parent }),
    }));
    const list: PeopleList = { people: found.slice(0, MOST_PEOPLE), units };
    return json(list);
  },
});

export const peopleRoutes: readonly Route[] = [listPeople];

const texts = (words: Words): string[] => (typeof words === 'string' ? [words] : Object.values(words));
