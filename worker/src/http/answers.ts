import { type Definition, type Instant, mayLink, questionsIn, summarize } from '#engine';
import type { CaseAnswers } from '../../../schemas/generated/api.ts';
import { factsOf } from '../cases/facts.ts';
import { isAt } from '../cases/link-around.ts';
import { sightOn } from '../cases/sight.ts';
import { answersQuery } from '../store/answer-store.ts';
import { byPublicId, caseQuery, readCase, type StoredCase } from '../store/case-store.ts';
import type { Store } from '../store/database.ts';
import { presentDefinitionsQuery, readDefinitions } from '../store/definition-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { permit } from './authorize.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

/** What was answered to the questions of a case, for whoever sees the questions; and which links may be made from it. */
const read = route({
  method: 'GET',
  path: '/api/cases/{id}/answers',
  access: 'person',
  answer: { status: 200, schema: 'caseAnswers' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, now }) {
    const { visit: who, found } = await visit(
      store,
      ticket,
      caseQuery(byPublicId(path.id ?? '')),
      presentDefinitionsQuery(),
    );
    const stored = readCase(found[0], who.workspace);
    if (!stored) throw new ProblemError('not-found');
    permit(who, { may: 'read-case', case: stored, now });
    const definitions = readDefinitions(found[1], who.workspace);
    const asking = definitions.filter((each) => each.public?.about?.process === stored.definition.id);
    const sight = sightOn(stored, who.workspace, now, who.person.id) ?? new Set<string>();
    const wanted = asking.flatMap((definition) => askedBy(definition).filter(({ source }) => sight.has(source)));
    const fields = await Promise.all(wanted.map((each) => summaryOf(store, stored, each)));
    const links = asking.filter((definition) => mayMake(definition, stored, who, now));
    const view: CaseAnswers = {
      links: links.map(({ id, document }) => ({ id, title: document.title })),
      fields,
    };
    return json(view);
  },
});

export const answerRoutes: readonly Route[] = [read];

type Asked = { readonly definition: Definition; readonly target: string; readonly source: string };

/** Where the answers of a process stand, and which questions they take. */
const askedBy = (definition: Definition): readonly Asked[] =>
  Object.entries(definition.public?.about?.carry ?? {})
    .filter(([target]) => definition.model.nodes.get(target)?.field.type === 'answers')
    .map(([target, source]) => ({ definition, target, source }));

async function summaryOf(store: Store, stored: StoredCase, { definition, target, source }: Asked) {
  const [form = '', field = ''] = target.split('.');
  const found = await store.all(answersQuery(stored.id, { process: definition.id, form, field }));
  const given = found.flatMap((row) => (row.given === null ? [] : [JSON.parse(row.given) as Record<string, unknown>]));
  const [ownForm = '', ownField = ''] = source.split('.');
  const questions = questionsIn(stored.state.values[ownForm]?.[ownField]);
  return {
    title: definition.document.title,
    received: found.length,
    questions: summarize(questions, given).map(({ options, texts, ...rest }) => ({
      ...rest,
      ...(options && { options: [...options] }),
      ...(texts && { texts: [...texts] }),
    })),
  };
}

function mayMake(definition: Definition, stored: StoredCase, { workspace, person }: Visit, now: Instant): boolean {
  const about = definition.public?.about;
  if (about === undefined || !isAt(stored, about)) return false;
  const setting = { workspace, definition, now, by: person.id, case: { id: '' } };
  return workspace.organisation.hasRole(person.id, 'admin') || mayLink(definition, person.id, factsOf(setting, {}));
}
