import { checkTable, type TableRules, tableRules, tableSurroundings } from '#engine';
import type { RuleCheckView, RuleTableCard, RuleTableList, RuleTableView } from '../../../schemas/generated/api.ts';
import type { DecisionTableDocument } from '../../../schemas/generated/table.ts';
import { addEdition, type RuleRead, readRule, readRules, tryChange } from '../store/edition-store.ts';
import { authorize, permit } from './authorize.ts';
import { ProblemError } from './problem.ts';
import { refusedEdition } from './refused-edition.ts';
import { type Call, json, type Route, route } from './route.ts';
import { editionViews, findingViews, madeBy, processViews, titleOf } from './rule-views.ts';

const list = route({
  method: 'GET',
  path: '/api/tables',
  access: 'person',
  answer: { status: 200, schema: 'ruleTableList' },
  refuses: ['not-found'],
  async handle({ store, ticket }) {
    const { visit: who, authoring, standings } = await readRules(store, ticket);
    permit(who, { may: 'read-rules' });
    const { tables, organisation } = who.workspace.documents;
    const items = Object.values(tables).flatMap(({ id, title, rules }): readonly RuleTableCard[] => {
      const standing = standings.get(`table ${id}`);
      const processes = (authoring.uses.tables[id] ?? []).map((process) => ({
        id: process,
        title: titleOf(process, who.workspace),
      }));
      if (standing === undefined) return [];
      const { inForce, waiting } = standing;
      const made = madeBy(inForce, organisation);
      return [
        { id, title, rules: rules.length, processes, at: inForce.at, ...made, ...(waiting && { waiting: true }) },
      ];
    });
    return json({ items, mayEdit: authorize(who, { may: 'change-rules' }) } satisfies RuleTableList);
  },
});

const read = route({
  method: 'GET',
  path: '/api/tables/{id}',
  access: 'person',
  answer: { status: 200, schema: 'ruleTable' },
  refuses: ['not-found'],
  handle: async (call) => json(await tableView(call)),
});

const check = route({
  method: 'POST',
  path: '/api/tables/{id}/check',
  access: 'person',
  body: 'ruleRules',
  answer: { status: 200, schema: 'ruleCheck' },
  refuses: ['not-found'],
  async handle(call) {
    const { store, body } = call;
    const { found, table } = await asked(call);
    permit(found.visit, { may: 'change-rules' });
    const findings = await tryChange(store, { kind: 'table', id: table.id, content: tableRules(body) });
    const processes = await processViews(store, ['table', table.id], found);
    return json({ findings: findingViews(findings, found.visit.workspace), processes } satisfies RuleCheckView);
  },
});

const save = route({
  method: 'POST',
  path: '/api/tables/{id}/editions',
  access: 'person',
  command: true,
  body: 'saveTable',
  answer: { status: 201, schema: 'ruleTable' },
  refuses: ['not-found', 'stale', 'invalid-values'],
  async handle(call) {
    const { store, body, now } = call;
    const { found, table } = await asked(call);
    permit(found.visit, { may: 'change-rules' });
    const content: TableRules = tableRules(body);
    const stamp = { base: body.base, author: found.visit.person.id, reason: body.reason.trim(), at: now };
    const outcome = await addEdition(store, { kind: 'table', id: table.id, content }, stamp);
    if (outcome !== 'done') throw refusedEdition(outcome);
    return json(await tableView(call), { status: 201 });
  },
});

export const ruleTableRoutes: readonly Route[] = [list, read, check, save];

type Asked = { readonly found: RuleRead; readonly table: DecisionTableDocument };

/** @throws ProblemError `not-found` also for those who may not read rules. */
async function asked({ store, ticket, path: { id = '' } }: Pick<Call, 'store' | 'ticket' | 'path'>): Promise<Asked> {
  const found = await readRule(store, ticket, 'table', id);
  permit(found.visit, { may: 'read-rules' });
  const { tables } = found.visit.workspace.documents;
  const table = Object.hasOwn(tables, id) ? tables[id] : undefined;
  if (table === undefined) throw new ProblemError('not-found');
  return { found, table };
}

async function tableView(call: Pick<Call, 'store' | 'ticket' | 'path'>): Promise<RuleTableView> {
  const { found, table } = await asked(call);
  const { visit: who, editions, standing } = found;
  const { documents } = who.workspace;
  if (standing === undefined) throw new ProblemError('not-found');
  const around = tableSurroundings(documents);
  return {
    table,
    edition: standing.last,
    mayEdit: authorize(who, { may: 'change-rules' }),
    lists: listsOf(table, documents.lists.lists),
    posts: Object.fromEntries(
      Object.entries(documents.organisation.posts).map(([id, { title }]) => [
        id,
        { title, held: around.posts[id]?.held === true },
      ]),
    ),
    processes: await processViews(call.store, ['table', table.id], found),
    findings: findingViews(checkTable(table, around), who.workspace),
    history: [...editionViews(editions, standing, documents.organisation)],
  };
}

type Lists = RuleTableView['lists'];

/** The options the columns of a table are chosen from. */
function listsOf(
  { inputs, outputs }: DecisionTableDocument,
  lists: Readonly<Record<string, { options: readonly Lists[string][number][] }>>,
): Lists {
  const names = [...Object.values(inputs), ...Object.values(outputs)].flatMap(({ list: name }) => name ?? []);
  return Object.fromEntries(
    names.flatMap((name) => {
      const found = Object.hasOwn(lists, name) ? lists[name] : undefined;
      return found === undefined ? [] : [[name, found.options.map(({ id, title }) => ({ id, title }))]];
    }),
  );
}
