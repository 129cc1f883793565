import type { PhraseList } from '../../../schemas/generated/api.ts';
import { readPhrases, savePhrases } from '../store/phrase-store.ts';
import type { Visit } from '../store/visit.ts';
import { json, type Route, route } from './route.ts';

/** The shared lists that hold what a company says with an action: `phrases-agree`. */
const LIST = /^phrases-(.+)$/;

const list = route({
  method: 'GET',
  path: '/api/phrases',
  access: 'person',
  answer: { status: 200, schema: 'phrases' },
  async handle({ store, ticket }) {
    const { visit, own } = await readPhrases(store, ticket);
    return json(viewOf(visit, own));
  },
});

const save = route({
  method: 'PUT',
  path: '/api/phrases',
  access: 'person',
  body: 'savePhrases',
  answer: { status: 200, schema: 'phrases' },
  async handle({ store, ticket, body }) {
    return json(viewOf(await savePhrases(store, ticket, body.own), body.own));
  },
});

export const phraseRoutes: readonly Route[] = [list, save];

function viewOf({ workspace }: Visit, own: readonly string[]): PhraseList {
  const { lists } = workspace.documents.lists;
  const company = Object.entries(lists).flatMap(([id, { options }]) => {
    const [, act] = LIST.exec(id) ?? [];
    return act === undefined ? [] : [[act, options.map(({ title }) => title)] as const];
  });
  return { company: Object.fromEntries(company), own: [...own] };
}
