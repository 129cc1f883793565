import { carryOver, type Definition, type FieldPath, firstStep, mayStart } from '#engine';
import type { TemplateCard, TemplateList, TemplateView, Words } from '../../../schemas/generated/api.ts';
import { factsOf } from '../cases/facts.ts';
import { unitsAround } from '../cases/units-around.ts';
import { definitionQuery, definitionsOf, readDefinitions } from '../store/definition-store.ts';
import {
  dropTemplate,
  keepTemplate,
  listTemplates,
  MOST_TEMPLATES,
  readTemplate,
  type Template,
  templateQuery,
} from '../store/template-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { permit } from './authorize.ts';
import { ProblemError } from './problem.ts';
import { settingOf } from './processes.ts';
import { json, type Route, route } from './route.ts';

/** Chosen by the browser, so that saving can be repeated. */
const ID = /^[\w-]{8,64}$/;

const list = route({
  method: 'GET',
  path: '/api/templates',
  access: 'person',
  query: { process: {} },
  answer: { status: 200, schema: 'templateList' },
  async handle({ store, ticket, query }) {
    const { visit: who } = await visit(store, ticket);
    const found = await listTemplates(store, who.person.id, unitsAround(who), query.process);
    const shareable = who.workspace.organisation.hasRole(who.person.id, 'admin') ? unitsAround(who) : [];
    const view: TemplateList = {
      items: found.filter(({ process }) => who.workspace.processes[process]).map((each) => cardOf(each, who)),
      units: shareable.map((id) => unitOf(id, who)),
    };
    return json(view);
  },
});

const read = route({
  method: 'GET',
  path: '/api/templates/{id}',
  access: 'person',
  answer: { status: 200, schema: 'templateView' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, now }) {
    const { visit: who, found } = await visit(store, ticket, templateQuery(path.id ?? ''));
    const template = readTemplate(found[0]);
    if (!template) throw new ProblemError('not-found');
    permit(who, { may: 'use-template', template });
    const { id, process, version, name, values } = template;
    const present = who.workspace.processes[process]?.version;
    if (present === undefined) throw new ProblemError('not-found');
    const versions = [
      { process, version: present },
      { process, version },
    ];
    const [definition, before] = versions.map(await definitionsOf(store, who.workspace, versions));
    if (!definition || !before) throw new ProblemError('not-found');
    if (!mayStart(definition, who.person.id, factsOf(settingOf(definition, who, now), {})))
      throw new ProblemError('not-found');
    const { values: kept, left } = carryOver(definition.model, values, firstStep(definition).rights.edit);
    const view: TemplateView = { id, process, name, values: kept, left: left.map((each) => titleAt(before, each)) };
    return json(view);
  },
});

const save = route({
  method: 'PUT',
  path: '/api/templates/{id}',
  access: 'person',
  body: 'saveTemplate',
  answer: { status: 200, schema: 'template' },
  refuses: ['not-found', 'not-startable', 'too-many-templates'],
  async handle({ store, ticket, path, body, now }) {
    const { id = '' } = path;
    if (!ID.test(id)) throw new ProblemError('not-found');
    const { visit: who, found } = await visit(store, ticket, definitionQuery(body.process), templateQuery(id));
    const [definition] = readDefinitions(found[0], who.workspace);
    const before = readTemplate(found[1]);
    if (!definition) throw new ProblemError('not-found');
    if (before) permit(who, { may: 'change-template', template: before });
    if (body.unit !== undefined) permit(who, { may: 'share-template', unit: body.unit });
    if (!mayStart(definition, who.person.id, factsOf(settingOf(definition, who, now), {})))
      throw new ProblemError('not-startable');
    const template = {
      id,
      person: before?.person ?? who.person.id,
      process: definition.id,
      version: definition.version,
      name: body.name,
      unit: body.unit ?? null,
      values: carryOver(definition.model, body.values, firstStep(definition).rights.edit).values,
      savedAt: now,
    };
    if (!(await keepTemplate(store, template)))
      throw new ProblemError('too-many-templates', { params: { most: MOST_TEMPLATES } });
    return json(cardOf(template, who));
  },
});

const drop = route({
  method: 'DELETE',
  path: '/api/templates/{id}',
  access: 'person',
  answer: { status: 204 },
  refuses: ['not-found'],
  async handle({ store, ticket, path }) {
    const { visit: who, found } = await visit(store, ticket, templateQuery(path.id ?? ''));
    const template = readTemplate(found[0]);
    if (!template) throw new ProblemError('not-found');
    permit(who, { may: 'change-template', template });
    await dropTemplate(store, template.id);
    return new Response(null, { status: 204 });
  },
});

export const templateRoutes: readonly Route[] = [list, read, save, drop];

const unitOf = (id: string, { workspace }: Visit) => ({
  id,
  title: workspace.documents.organisation.units[id]?.title ?? id,
});

function cardOf({ id, process, name, person, unit, savedAt }: Template, who: Visit): TemplateCard {
  return {
    id,
    process,
    title: who.workspace.processes[process]?.title ?? process,
    name,
    mine: person === who.person.id,
    ...(unit !== null && { unit: unitOf(unit, who) }),
    savedAt,
  };
}

/** What a field was called in the version the template was saved with. */
const titleAt = ({ model }: Definition, path: FieldPath): Words => model.nodes.get(path)?.field.title ?? path;
