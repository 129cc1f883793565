import type { ReferenceList } from '../../../schemas/generated/api.ts';
import { sightOn } from '../cases/sight.ts';
import { listCases } from '../store/case-lists.ts';
import type { StoredCase } from '../store/case-store.ts';
import { json, type Route, route } from './route.ts';

const MOST_REFERENCES = 20;
/** Cases looked at together for those that the visitor may read: most may read most of what they can point to. */
const PORTION = 40;
const MOST_LOOKED_AT = 200;

type CasePage = Awaited<ReturnType<typeof listCases>>;

/** What a field that points to cases offers: those of a process that the visitor may read, latest first. */
const list = route({
  method: 'GET',
  path: '/api/processes/{id}/references',
  access: 'person',
  query: { q: {}, status: {} },
  answer: { status: 200, schema: 'referenceList' },
  async handle({ store, ticket, path, query, now }) {
    const { q, status } = query;
    const filter = {
      all: true,
      process: path.id ?? '',
      ...(q !== undefined && q.trim() !== '' && { q: q.trim() }),
      ...(status !== undefined && { status }),
    };
    const readable: StoredCase[] = [];
    let before: number | undefined = Number.MAX_SAFE_INTEGER;
    for (let looked = 0; before !== undefined && looked < MOST_LOOKED_AT; looked += PORTION) {
      const { visit, items, more }: CasePage = await listCases(store, ticket, filter, before, PORTION);
      readable.push(...items.filter((one) => sightOn(one, visit.workspace, now, visit.person.id) !== undefined));
      before = readable.length < MOST_REFERENCES ? more : undefined;
    }
    const view: ReferenceList = {
      items: readable.slice(0, MOST_REFERENCES).map(({ id, number, subject, state }) => ({
        id,
        name: subject === '' ? number : subject,
        cells: { number, subject, state: state.status },
      })),
    };
    return json(view);
  },
});

export const caseReferenceRoutes: readonly Route[] = [list];
