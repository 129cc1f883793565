import {
  type CaseState,
  type Context,
  checksFor,
  type Due,
  type FieldPath,
  filledAt,
  formsFor,
  type Instant,
  offersFor,
  pictureOf,
  printFor,
  readsOpinions,
  tasksFor,
  visibleValues,
} from '#engine';
import type { CaseLink, CaseView, CommentView, DueView, TaskView } from '../../../schemas/generated/api.ts';
import { prefillAt } from '../cases/prefill-offer.ts';
import { contextOfCase, seesAsAuditorOnly, sightOn } from '../cases/sight.ts';
import { type CasePage, type LinkedCase, readCasePage } from '../store/case-reads.ts';
import type { StoredCase } from '../store/case-store.ts';
import type { Visit } from '../store/visit.ts';
import type { PresentWorkspace } from '../store/workspace.ts';
import { authorize, permit } from './authorize.ts';
import { sidesOf } from './case-sides.ts';
import { draftView } from './drafts.ts';
import { environmentView, referenceRows } from './environment-view.ts';
import { peopleIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import type { Call } from './route.ts';
import { today } from './today.ts';

/**
 * The case of the path as the visitor sees it now.
 *
 * @throws ProblemError `not-found`.
 */
export async function presentCase({ store, ticket, path, now, profile }: Call): Promise<CaseView> {
  const page = await readCasePage(store, ticket, path.id ?? '');
  const { case: stored } = page;
  if (!stored) throw new ProblemError('not-found');
  permit(page.visit, { may: 'read-case', case: stored, now });
  return { ...caseView({ ...page, case: stored }, now), development: profile.development };
}

function caseView(page: CasePage, now: Instant): CaseView {
  const { visit, case: stored } = page;
  const { workspace, person } = visit;
  const { id, number, seq, state, definition, rows } = stored;
  const sight = sightOn(stored, workspace, now, person.id) ?? new Set<FieldPath>();
  const context = contextOfCase(stored, workspace, now, person.id, page.reads);
  const forms = formsFor(definition, sight);
  const values = visibleValues(sight, state.values);
  const opinions = readsOpinions(state, person.id, context);
  const print = printFor(definition, sight);
  const [cause] = linksFrom(page.parent === undefined ? [] : [page.parent], visit, now);
  const view: Omit<CaseView, 'people'> = {
    id,
    number,
    version: seq,
    status: state.status,
    process: processOf(page),
    subject: page.case.subject,
    starter: state.starter,
    startedAt: state.startedAt,
    ...(state.endedAt !== undefined && { endedAt: state.endedAt }),
    ...(isProvisional(page) && { provisional: true }),
    ...(cause && { cause }),
    children: linksFrom(page.children, visit, now).map((link) => ({ ...link, ...asStarted(link, state) })),
    referrers: linksFrom(page.referrers, visit, now),
    forms,
    checks: checksFor(definition, sight),
    environment: environmentView(forms, definition, workspace, today(workspace, now)),
    values,
    references: referenceRows(values, definition, rows, visit),
    picture: pictureOf(context, state, titlesOf(workspace), opinions),
    tasks: tasksOf(page, context, now),
    ...offersOf(stored, context, visit),
    ...sidesOf(state, person.id, opinions, page.copies),
    filledAt: filledAt(definition, sight),
    ...(print && { print }),
    comments: commentsOf(page),
  };
  return { ...view, people: peopleIn(view, workspace.documents.organisation) };
}

/** What the visitor may do; whoever only audits reads. */
function offersOf(stored: StoredCase, context: Context, { workspace, person }: Visit) {
  if (seesAsAuditorOnly(stored, workspace, person.id)) return { may: [], takeBack: [], removable: [] };
  return offersFor(stored.state, person.id, context);
}

/** Which row a started case stands for, and whether the case waits for it. */
function asStarted({ id }: CaseLink, { children }: CaseState): Pick<CaseLink, 'row' | 'waits'> {
  const child = Object.values(children).find((each) => each.case === id);
  if (child === undefined) return {};
  return {
    ...(child.row === undefined ? {} : { row: child.row }),
    ...(child.wait && child.ended === undefined ? { waits: true } : {}),
  };
}

function processOf({ case: { definition }, visit: { workspace } }: CasePage): CaseView['process'] {
  const { id, version, digest, document } = definition;
  const latest = workspace.processes[id]?.version ?? version;
  return { id, version, digest, title: document.title, area: document.area, latest };
}

export const titlesOf = ({ processes, documents }: PresentWorkspace) => ({
  process: (id: string) => processes[id]?.title,
  ledger: (id: string) => documents.ledgers[id]?.title,
});

/** Links to those cases that the visitor may open: of the others nothing is told, not even that they exist. */
const linksFrom = (linked: readonly LinkedCase[], visit: Visit, now: Instant): CaseLink[] =>
  linked
    .filter((each) => authorize(visit, { may: 'read-case', case: each.case, now }))
    .map((each) => linkView(each, visit.workspace));

function linkView({ step, case: linked }: LinkedCase, { processes }: PresentWorkspace): CaseLink {
  const { id, number, subject, state, definition } = linked;
  const title = processes[definition.id]?.title ?? definition.id;
  return { id, number, process: definition.id, title, subject, status: state.status, step };
}

/** Whether a date shown rests on a calendar year that no notice has fixed yet. */
const isProvisional = ({ case: { state } }: CasePage): boolean =>
  Object.values(state.steps).some(({ status, due }) => status === 'open' && due?.provisional === true);

function tasksOf({ case: stored, visit, drafts }: CasePage, context: Context, now: Instant): TaskView[] {
  return tasksFor(stored.state, visit.person.id, context).map((task) => {
    const draft = drafts.find(({ step }) => step === task.step);
    const prefill = task.form === undefined ? undefined : prefillAt(stored.definition, task.step, task.round);
    return {
      ...task,
      ...(task.due && { due: { ...task.due, overdue: task.due.at <= now } }),
      ...(draft && { draft: draftView(draft, visit.workspace) }),
      ...(prefill && { prefill }),
    };
  });
}

const commentsOf = ({ comments }: CasePage): CommentView[] =>
  comments.flatMap(({ by, at, events }) =>
    events.flatMap((event) => (event.type === 'Commented' ? [{ by, at, text: event.data.text }] : [])),
  );

export const dueView = ({ at, provisional }: Due, now: Instant): DueView => ({ at, provisional, overdue: at <= now });
