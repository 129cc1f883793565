import { type Due, digestOf, dueOfSeat, type Instant, mayBatch, type StepState, titleOf } from '#engine';
import type { TaskCard, TaskList } from '../../../schemas/generated/api.ts';
import { draftLabel } from '../cases/draft-label.ts';
import { type Box, listDrafts, listStarted, listTasks, type Task } from '../store/case-lists.ts';
import type { StoredCase } from '../store/case-store.ts';
import type { Store } from '../store/database.ts';
import { definitionsOf } from '../store/definition-store.ts';
import type { Draft } from '../store/draft-store.ts';
import type { Visit } from '../store/visit.ts';
import { cardView } from './card-view.ts';
import { dueView } from './case-view.ts';
import { fromCursor, limitOf, type Place, toCursor } from './cursor.ts';
import { draftView } from './drafts.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { type Call, json, type Route, route } from './route.ts';

/** After every instant and every id. */
const END = '~';
const LAST = Number.MAX_SAFE_INTEGER;

const list = route({
  method: 'GET',
  path: '/api/tasks',
  access: 'person',
  query: { box: { required: true, enum: ['todo', 'started', 'done', 'copied', 'drafts'] }, cursor: {}, limit: {} },
  answer: { status: 200, schema: 'taskList' },
  handle(call) {
    const { box = '' } = call.query;
    if (box === 'drafts') return drafts(call);
    if (box === 'started') return started(call);
    return tasks(call, box === 'done' || box === 'copied' ? box : 'todo');
  },
});

export const taskRoutes: readonly Route[] = [list];

async function tasks({ store, ticket, query, now }: Call, box: Box): Promise<Response> {
  const limit = limitOf(query.limit);
  const start = fromCursor(query.cursor, [END, LAST] as const);
  const { visit, items } = await listTasks(store, ticket, box, start, limit);
  return pageOf(
    visit,
    items,
    limit,
    (task) => taskCard(task, visit, now),
    (task) => [orderOf(task, box), task.key],
  );
}

async function started({ store, ticket, query, now }: Call): Promise<Response> {
  const limit = limitOf(query.limit);
  const [before] = fromCursor(query.cursor, [LAST] as const);
  const { visit, items } = await listStarted(store, ticket, before, limit);
  return pageOf(
    visit,
    items,
    limit,
    (item) => startedCard(item, visit, now),
    ({ key }) => [key],
  );
}

async function drafts({ store, ticket, query }: Call): Promise<Response> {
  const limit = limitOf(query.limit);
  const start = fromCursor(query.cursor, [END, END] as const);
  const { visit, items } = await listDrafts(store, ticket, start, limit);
  const label = await labels(store, visit, items);
  return pageOf(
    visit,
    items,
    limit,
    (draft) => draftCard(draft, visit, label(draft)),
    ({ savedAt, id }) => [savedAt, id],
  );
}

/** `items` has one more than the page shows when there is a next page. */
function pageOf<Item>(
  { workspace }: Visit,
  items: readonly Item[],
  limit: number,
  card: (item: Item) => TaskCard,
  place: (item: Item) => Place,
): Response {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const cards = shown.map(card);
  const view: TaskList = {
    items: cards,
    people: peopleIn(cards, workspace.documents.organisation),
    units: unitsIn(cards, workspace.documents.organisation),
    ...(items.length > limit && last !== undefined && { next: toCursor(place(last)) }),
  };
  return json(view);
}

const orderOf = ({ since, doneAt }: Task, box: Box): string => (box === 'done' ? (doneAt ?? '') : since);

function taskCard(task: Task, visit: Visit, now: Instant): TaskCard {
  const { kind, step, since, case: stored } = task;
  const due = dueOfTask(stored.state.steps[step], task.key & 0xffff);
  const decided = stored.definition.steps.get(step);
  const isOpen = task.outcome === null && kind === 'approve' && stored.state.held === undefined;
  return {
    id: `${stored.id}:${task.key & 0xffff}`,
    kind,
    case: cardView(stored, visit, now),
    step,
    title: titleOf(stored.definition, step),
    since,
    ...(task.outcome === null && kind !== 'copy' && due && { due: dueView(due, now) }),
    ...(task.outcome !== null && { outcome: task.outcome }),
    ...(kind === 'copy' && task.readAt === null && { unread: true }),
    ...(task.why !== null && { why: task.why }),
    ...(task.outcome === null && task.remindedAt !== null && { reminded: task.remindedAt }),
    ...(isOpen && mayBatch(decided) && { seen: digestOf(decided.rights, stored.state.values) }),
  };
}

/** Seats that waited for their turn or were asked by others can have a deadline of their own. */
function dueOfTask(step: StepState | undefined, id: number): Due | undefined {
  const seat = step?.seats.find((each) => each.id === id);
  return step === undefined || seat === undefined ? undefined : dueOfSeat(step, seat);
}

const startedCard = (stored: StoredCase, visit: Visit, now: Instant): TaskCard => ({
  id: stored.id,
  kind: 'started',
  case: cardView(stored, visit, now),
  ...(stored.definition.document.startable !== false && { copy: true }),
  since: stored.state.startedAt,
});

/** What drafts are about, as the present versions of their processes tell. */
async function labels(store: Store, { workspace }: Visit, drafts: readonly Draft[]) {
  const nameOf = (process: string) => {
    const head = workspace.processes[process];
    return head && { process, version: head.version };
  };
  const names = drafts.flatMap(({ process }) => nameOf(process) ?? []);
  const definition = await definitionsOf(store, workspace, names);
  return ({ process, values }: Draft): string | undefined => {
    const name = nameOf(process);
    return name && draftLabel(definition(name), values);
  };
}

const draftCard = (draft: Draft, { workspace }: Visit, label: string | undefined): TaskCard => ({
  id: draft.id,
  kind: 'draft',
  draft: draftView(draft, workspace, label),
  since: draft.savedAt,
});
