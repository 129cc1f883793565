import type { DraftView } from '../../../schemas/generated/api.ts';
import { type Draft, dropDraft, MOST_DRAFTS, readDraft, saveDraft } from '../store/draft-store.ts';
import type { PresentWorkspace } from '../store/workspace.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

/** Chosen by the browser, so that a first save can be repeated. Drafts are found by person and id: nobody meets another's. */
const ID = /^[\w-]{8,64}$/;

const save = route({
  method: 'PUT',
  path: '/api/drafts/{id}',
  access: 'person',
  body: 'saveDraft',
  answer: { status: 200, schema: 'draft' },
  refuses: ['not-found', 'draft-conflict', 'too-many-drafts'],
  async handle({ store, ticket, path, body }) {
    const { visit, saved } = await saveDraft(store, ticket, idOf(path), body);
    if (saved.state === 'missing') throw new ProblemError('not-found');
    if (saved.state === 'too-many') throw new ProblemError('too-many-drafts', { params: { most: MOST_DRAFTS } });
    const draft = draftView(saved.draft, visit.workspace);
    if (saved.state === 'moved') throw new ProblemError('draft-conflict', { params: { draft } });
    return json(draft);
  },
});

const read = route({
  method: 'GET',
  path: '/api/drafts/{id}',
  access: 'person',
  answer: { status: 200, schema: 'draft' },
  refuses: ['not-found'],
  async handle({ store, ticket, path }) {
    const { visit, draft } = await readDraft(store, ticket, idOf(path));
    if (!draft) throw new ProblemError('not-found');
    return json(draftView(draft, visit.workspace));
  },
});

const drop = route({
  method: 'DELETE',
  path: '/api/drafts/{id}',
  access: 'person',
  answer: { status: 204 },
  async handle({ store, ticket, path }) {
    await dropDraft(store, ticket, idOf(path));
    return new Response(null, { status: 204 });
  },
});

export const draftRoutes: readonly Route[] = [save, read, drop];

export function draftView(
  { case: of, step, ...draft }: Draft,
  { processes }: PresentWorkspace,
  label?: string,
): DraftView {
  const title = processes[draft.process]?.title ?? draft.process;
  return {
    ...draft,
    title,
    ...(label !== undefined && { label }),
    ...(of !== null && { case: of }),
    ...(step !== null && { step }),
  };
}

function idOf({ id = '' }: Readonly<Record<string, string>>): string {
  if (!ID.test(id)) throw new ProblemError('not-found');
  return id;
}
