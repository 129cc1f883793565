import {
  carryOver,
  type Definition,
  firstStep,
  type Instant,
  mayStart,
  sameValue,
  type UserId,
  type Values,
  valueAt,
  visibleValues,
} from '#engine';
import type { PrefillView } from '../../../schemas/generated/api.ts';
import { factsOf } from '../cases/facts.ts';
import { prefillAt } from '../cases/prefill-offer.ts';
import { sightOn } from '../cases/sight.ts';
import { readOneCase } from '../store/case-reads.ts';
import type { StoredCase } from '../store/case-store.ts';
import type { Store } from '../store/database.ts';
import { definitionQuery, readDefinitions } from '../store/definition-store.ts';
import { lastCompleted } from '../store/last-case-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { permit } from './authorize.ts';
import { peopleIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { opening, settingOf } from './processes.ts';
import { json, type Route, route } from './route.ts';

const forNew = route({
  method: 'GET',
  path: '/api/processes/{id}/prefill',
  access: 'person',
  answer: { status: 200, schema: 'prefill' },
  refuses: ['not-found', 'not-startable'],
  async handle(call) {
    const { store, ticket, path, now } = call;
    const { visit: who, found } = await visit(store, ticket, definitionQuery(path.id ?? ''));
    const [definition] = readDefinitions(found[0], who.workspace);
    if (!definition?.prefill) throw new ProblemError('not-found');
    const setting = settingOf(definition, who, now);
    if (!mayStart(definition, who.person.id, factsOf(setting, {}))) throw new ProblemError('not-startable');
    const { values } = await opening(call, setting, who);
    return json(await prefillView(store, who, now, { definition, values, starter: who.person.id }));
  },
});

const forCase = route({
  method: 'GET',
  path: '/api/cases/{id}/prefill',
  access: 'person',
  answer: { status: 200, schema: 'prefill' },
  refuses: ['not-found'],
  async handle({ store, ticket, path, now }) {
    const { visit: who, case: stored } = await readOneCase(store, ticket, path.id ?? '');
    if (!stored) throw new ProblemError('not-found');
    permit(who, { may: 'read-case', case: stored, now });
    if (!isBeginning(stored, who)) throw new ProblemError('not-found');
    const { definition, state } = stored;
    return json(await prefillView(store, who, now, { definition, values: state.values, starter: state.starter }));
  },
});

export const prefillRoutes: readonly Route[] = [forNew, forCase];

/** Whether the visitor is asked to fill in the first form for the first time, and it can take values over. */
function isBeginning({ definition, state }: StoredCase, { person }: Visit): boolean {
  const { id } = firstStep(definition);
  const open = state.steps[id];
  const mine = open?.seats.some((seat) => seat.person === person.id && seat.status === 'open') === true;
  return mine && prefillAt(definition, id, open.round) !== undefined;
}

type Beginning = { readonly definition: Definition; readonly values: Values; readonly starter: UserId };

/** What the last case gives that the visitor may see there and write here. */
async function prefillView(store: Store, who: Visit, now: Instant, begun: Beginning): Promise<PrefillView> {
  const { definition } = begun;
  const { prefill } = definition;
  if (!prefill) return { values: {} };
  const starters = prefill.of === 'starter' ? [begun.starter] : colleagues(begun.starter, who);
  for (const each of await lastCompleted(store, who.workspace, definition.id, starters)) {
    const sight = sightOn(each, who.workspace, now, who.person.id);
    if (sight === undefined) continue;
    const seen = visibleValues(sight, each.state.values);
    if (!prefill.same.every((path) => agree(valueAt(seen, path), valueAt(begun.values, path)))) continue;
    const { edit } = firstStep(definition).rights;
    const wanted = new Set([...prefill.fields].filter((path) => edit.has(path)));
    const asked = Object.fromEntries(Object.entries(seen).filter(([form]) => form === firstStep(definition).form));
    const { values } = carryOver(definition.model, asked, wanted);
    const from = sourceOf(each);
    return { from, values, people: peopleIn([from, values], who.workspace.documents.organisation) };
  }
  return { values: {} };
}

const agree = (before: unknown, now: unknown): boolean => before !== undefined && sameValue(before, now);

const sourceOf = ({ id, number, state, updatedAt }: StoredCase) => ({
  id,
  number,
  starter: state.starter,
  endedAt: state.endedAt ?? updatedAt,
});

/** Everybody with a post in one of the same units. */
function colleagues(person: UserId, { workspace: { organisation } }: Visit): readonly UserId[] {
  const units = new Set(organisation.unitsOf(person));
  const others = organisation.people().map(({ id }) => id);
  return others.filter((id) => id === person || organisation.unitsOf(id).some((unit) => units.has(unit)));
}
