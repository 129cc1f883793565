import {
  acceptPatch,
  type Context,
  contextOf,
  firstStep,
  mayStart,
  neededRows,
  pictureOf,
  type Subject,
  settle,
} from '#engine';
import type { PreviewView } from '../../../schemas/generated/api.ts';
import { type DecisionSetting, factsOf } from '../cases/facts.ts';
import { loadRows } from '../cases/load-rows.ts';
import type { Store } from '../store/database.ts';
import { definitionQuery, readDefinitions } from '../store/definition-store.ts';
import { visit } from '../store/visit.ts';
import { titlesOf } from './case-view.ts';
import { peopleIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { opening, settingOf } from './processes.ts';
import { json, type Route, route } from './route.ts';

/** The path a case would take with exactly these values, with the people and why: nothing is started or kept. */
const preview = route({
  method: 'POST',
  path: '/api/processes/{id}/preview',
  access: 'person',
  body: 'preview',
  answer: { status: 200, schema: 'previewView' },
  refuses: ['not-found', 'not-startable', 'invalid-values'],
  async handle(call) {
    const { store, ticket, path, body, now } = call;
    const { visit: who, found } = await visit(store, ticket, definitionQuery(path.id ?? ''));
    const [definition] = readDefinitions(found[0], who.workspace);
    if (!definition) throw new ProblemError('not-found');
    const setting = settingOf(definition, who, now);
    if (!mayStart(definition, who.person.id, factsOf(setting, {}))) throw new ProblemError('not-startable');
    const opened = await opening(call, setting, who);
    const subject = { starter: who.person.id, startedAt: now, rows: {} };
    const context = await withValues(store, setting, subject, opened, body.values);
    const picture = pictureOf(context, undefined, titlesOf(who.workspace), true);
    const view: PreviewView = { picture, people: peopleIn(picture, who.workspace.documents.organisation) };
    return json(view);
  },
});

export const previewRoutes: readonly Route[] = [preview];

/** What rules see of a case that begins with these values, as far as the person may write them. */
async function withValues(
  store: Store,
  setting: DecisionSetting,
  subject: Subject,
  { values, rows }: Awaited<ReturnType<typeof opening>>,
  sent: unknown,
): Promise<Context> {
  const { definition } = setting;
  const { model } = definition;
  const facts = factsOf(setting, rows);
  const { edit } = firstStep(definition).rights;
  const typed = acceptPatch(model, values, sent, edit, contextOf(definition, values, subject, facts).form);
  if (!typed.ok) throw new ProblemError('invalid-values', { issues: typed.error });
  const missing = neededRows(definition, typed.value, subject, facts).filter(
    (address) => !Object.hasOwn(rows, address),
  );
  const more = missing.length === 0 ? rows : { ...rows, ...(await loadRows(store, setting, missing)) };
  const known = factsOf(setting, more);
  const settled = settle(model, typed.value, contextOf(definition, typed.value, subject, known).form);
  return contextOf(definition, settled, subject, known);
}
