import { contextOf, initialValues, mayStart, neededRows, type UserId, type Values } from '#engine';
import type { LookupResult } from '../../../schemas/generated/api.ts';
import { factsOf, type Setting } from '../cases/facts.ts';
import { loadLedgerRows } from '../store/case-store.ts';
import { definitionQuery, readDefinitions } from '../store/definition-store.ts';
import { openTaskQuery } from '../store/lookup-store.ts';
import { visit } from '../store/visit.ts';
import { referenceRows } from './environment-view.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

type Rows = Awaited<ReturnType<typeof loadLedgerRows>>;
type LookupSetting = Setting & { readonly by: UserId };

/** Ledgers can be looked up by values of ledgers, but not for ever. */
const MOST_LOADS = 3;

/** What ledgers say to the values typed so far, for whoever may start the process or has something to do in it. */
const lookUp = route({
  method: 'POST',
  path: '/api/lookups',
  access: 'person',
  body: 'lookups',
  answer: { status: 200, schema: 'lookupResult' },
  refuses: ['not-found'],
  async handle({ store, ticket, body, now }) {
    const { visit: who, found } = await visit(
      store,
      ticket,
      definitionQuery(body.process, body.version),
      openTaskQuery(ticket, body.process),
    );
    const [definitions, tasks] = found;
    const [definition] = readDefinitions(definitions, who.workspace);
    const { person, workspace } = who;
    const setting = definition && { workspace, definition, now, by: person.id, case: { id: '' } };
    const involved = setting && (tasks.length > 0 || mayStart(definition, person.id, factsOf(setting, {})));
    if (!involved) throw new ProblemError('not-found');
    const subject = { starter: person.id, startedAt: now, rows: {} };
    let rows: Rows = {};
    for (let loads = 0; loads < MOST_LOADS; loads += 1) {
      const wanted = neededRows(definition, typed(body.values, setting, rows), subject, factsOf(setting, rows));
      const missing = wanted.filter((address) => !Object.hasOwn(rows, address));
      if (missing.length === 0) break;
      rows = { ...rows, ...(await loadLedgerRows(store, missing)) };
    }
    const values = typed(body.values, setting, rows);
    const { lookups } = contextOf(definition, values, subject, factsOf(setting, rows)).form;
    const view: LookupResult = { lookups, references: referenceRows(values, definition, rows, who) };
    return json(view);
  },
});

export const lookupRoutes: readonly Route[] = [lookUp];

/** The values as far as they are of the right kind: a form being filled is full of half-typed ones. */
function typed(sent: Values, { definition, by, now, ...setting }: LookupSetting, rows: Rows): Values {
  const { model } = definition;
  const subject = { starter: by, startedAt: now, rows: {} };
  const facts = factsOf({ definition, by, now, ...setting }, rows);
  let values: Values = {};
  for (const [form, fields] of Object.entries(sent)) {
    if (!model.forms.has(form)) continue;
    const { form: known } = contextOf(definition, values, subject, facts);
    values = initialValues(model, form, { ...values, [form]: fields }, known);
  }
  return values;
}
