import {
  asks,
  contextOf,
  covers,
  type Definition,
  type Editable,
  firstStep,
  initialValues,
  mayStart,
  neededRows,
  type StepId,
  type UserId,
  type Values,
  visibleValues,
} from '#engine';
import type { LookupResult } from '../../../schemas/generated/api.ts';
import { factsOf, type Setting } from '../cases/facts.ts';
import { loadRows } from '../cases/load-rows.ts';
import { definitionQuery, readDefinitions } from '../store/definition-store.ts';
import { openStepsQuery } from '../store/lookup-store.ts';
import { visit } from '../store/visit.ts';
import { referenceRows } from './environment-view.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

type Rows = Awaited<ReturnType<typeof loadRows>>;
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
      openStepsQuery(ticket, body.process),
    );
    const [definitions, tasks] = found;
    const [definition] = readDefinitions(definitions, who.workspace);
    const { person, workspace } = who;
    const setting = definition && { workspace, definition, now, by: person.id, case: { id: '' } };
    const editable = setting && editableBy(setting, tasks);
    if (!editable) throw new ProblemError('not-found');
    const subject = { starter: person.id, startedAt: now, rows: {} };
    let rows: Rows = {};
    for (let loads = 0; loads < MOST_LOADS; loads += 1) {
      const wanted = neededRows(definition, typed(body.values, setting, rows), subject, factsOf(setting, rows));
      const missing = wanted.filter((address) => !Object.hasOwn(rows, address));
      if (missing.length === 0) break;
      rows = { ...rows, ...(await loadRows(store, setting, missing)) };
    }
    const values = typed(body.values, setting, rows);
    const { lookups } = contextOf(definition, values, subject, factsOf(setting, rows)).form;
    const view: LookupResult = {
      lookups: Object.fromEntries(Object.entries(lookups).filter(([field]) => editable.has(field))),
      references: referenceRows(chosen(values, definition, editable), definition, rows, who),
    };
    return json(view);
  },
});

export const lookupRoutes: readonly Route[] = [lookUp];

/** The fields of the forms that a person fills or may start; undefined when there is none for them here. */
function editableBy(setting: LookupSetting, tasks: readonly { readonly step: StepId }[]): Editable | undefined {
  const { definition, by } = setting;
  const steps = tasks.map(({ step }) => definition.steps.get(step));
  if (mayStart(definition, by, factsOf(setting, {}))) steps.push(firstStep(definition));
  const asked = steps.filter(asks);
  return asked.length === 0 ? undefined : new Set(asked.flatMap(({ rights }) => [...rights.edit]));
}

/** Without the references that this person cannot choose: naming a row must not be enough to read it. */
function chosen(values: Values, { model }: Definition, editable: Editable): Values {
  const free = model.order.filter((node) => covers(editable, node) && node.readonly !== true);
  const paths = new Set(
    free.flatMap(({ path, form, table }) => (table === undefined ? [path] : [path, `${form}.${table}`])),
  );
  return visibleValues(paths, values);
}

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
