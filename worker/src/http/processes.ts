import {
  checksFor,
  contextOf,
  type Definition,
  firstStep,
  formsFor,
  type Instant,
  initialValues,
  mayStart,
  neededRows,
  pictureOf,
  settle,
  type UserId,
  type Values,
} from '#engine';
import type { FormView, ProcessList, ProcessView, StartView } from '../../../schemas/generated/api.ts';
import { type DecisionSetting, factsOf } from '../cases/facts.ts';
import { loadRows } from '../cases/load-rows.ts';
import { definitionQuery, presentDefinitionsQuery, readDefinitions } from '../store/definition-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { authorize } from './authorize.ts';
import { titlesOf } from './case-view.ts';
import { environmentView } from './environment-view.ts';
import { peopleIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

type MySetting = DecisionSetting & { readonly by: UserId };

const VERSION = /^[1-9]\d{0,8}$/;

const list = route({
  method: 'GET',
  path: '/api/processes',
  access: 'person',
  answer: { status: 200, schema: 'processList' },
  async handle({ store, ticket, now }) {
    const { visit: who, found } = await visit(store, ticket, presentDefinitionsQuery());
    const definitions = readDefinitions(found[0], who.workspace);
    const view: ProcessList = {
      areas: [...who.workspace.documents.areas.areas],
      processes: definitions.map((definition) => cardOf(definition, settingOf(definition, who, now))),
    };
    return json(view);
  },
});

const read = route({
  method: 'GET',
  path: '/api/processes/{id}',
  access: 'person',
  answer: { status: 200, schema: 'processView' },
  refuses: ['not-found'],
  handle: (call) => answer(call),
});

const readVersion = route({
  method: 'GET',
  path: '/api/processes/{id}/versions/{version}',
  access: 'person',
  answer: { status: 200, schema: 'processView' },
  refuses: ['not-found'],
  handle(call) {
    const { version = '' } = call.path;
    if (!VERSION.test(version)) throw new ProblemError('not-found');
    return answer(call, Number(version));
  },
});

export const processRoutes: readonly Route[] = [list, read, readVersion];

async function answer(call: Call, version?: number): Promise<Response> {
  const { store, ticket, path, now } = call;
  const { visit: who, found } = await visit(store, ticket, definitionQuery(path.id ?? '', version));
  const [definition] = readDefinitions(found[0], who.workspace);
  if (!definition) throw new ProblemError('not-found');
  const setting = settingOf(definition, who, now);
  const { values, rows } = await opening(call, setting, who);
  const starter = { starter: who.person.id, startedAt: now, rows: {} };
  const context = contextOf(definition, values, starter, factsOf(setting, rows));
  const mine = cardOf(definition, setting);
  const sight =
    mine.mayStart || authorize(who, { may: 'list-all-cases' }) ? firstStep(definition).rights.see : new Set<string>();
  const forms = formsFor(definition, sight);
  const view: Omit<ProcessView, 'people'> = {
    ...mine,
    digest: definition.digest,
    forms,
    checks: checksFor(definition, sight),
    environment: environmentView(forms, definition, who.workspace, context.facts.today),
    picture: pictureOf(context, undefined, titlesOf(who.workspace), true),
    start: startView(definition),
    initial: onlyForms(values, forms),
  };
  return json({ ...view, people: peopleIn(view, who.workspace.documents.organisation) });
}

export const settingOf = (definition: Definition, { workspace, person }: Visit, now: Instant): MySetting => ({
  workspace,
  definition,
  now,
  by: person.id,
  case: { id: '' },
});

function cardOf(definition: Definition, setting: MySetting) {
  const { id, version, document } = definition;
  const { title, help, area } = document;
  return {
    id,
    version,
    title,
    area,
    ...(help !== undefined && { help }),
    mayStart: mayStart(definition, setting.by, factsOf(setting, {})),
  };
}

function startView(definition: Definition): StartView {
  const { id, title, form, rights, words } = firstStep(definition);
  const prefill = definition.prefill?.apply;
  const step = { step: id, title: title ?? id, form, edit: [...rights.edit] };
  return { ...step, ...(words && { words }), ...(prefill && { prefill }) };
}

/** What the first form opens with, and the ledger rows that it shows. */
export async function opening({ store, now }: Call, setting: DecisionSetting, { person }: Visit) {
  const { definition } = setting;
  const subject = { starter: person.id, startedAt: now, rows: {} };
  const { form } = firstStep(definition);
  const fill = (rows: Parameters<typeof factsOf>[1]): Values => {
    const facts = factsOf(setting, rows);
    const once = initialValues(definition.model, form, {}, contextOf(definition, {}, subject, facts).form);
    return settle(definition.model, once, contextOf(definition, once, subject, facts).form);
  };
  const empty = fill({});
  const wanted = neededRows(definition, empty, subject, factsOf(setting, {}));
  const rows = wanted.length === 0 ? {} : await loadRows(store, setting, wanted);
  return { values: wanted.length === 0 ? empty : fill(rows), rows };
}

function onlyForms(values: Values, forms: readonly FormView[]): Record<string, Record<string, unknown>> {
  const shown = new Map(forms.map(({ id, fields }) => [id, fields]));
  return Object.fromEntries(
    Object.entries(values).flatMap(([form, fields]) => {
      const known = shown.get(form);
      return known ? [[form, Object.fromEntries(Object.entries(fields).filter(([field]) => known[field]))]] : [];
    }),
  );
}
