import { type Absence, type CivilDate, civilDateOf, parseCivilDate, type UserId } from '#engine';
import type { AbsenceList, AbsenceView, SaveAbsence } from '../../../schemas/generated/api.ts';
import { reseatCases } from '../jobs/reseat.ts';
import { addAbsence, endAbsence, type KeptAbsence, listAbsences, readAbsence } from '../store/absence-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import type { PresentWorkspace } from '../store/workspace.ts';
import { authorize, permit } from './authorize.ts';
import { personView } from './person-view.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';
import { today } from './today.ts';

/** What an entered absence can be wrong in; the site has the words. */
type Wrong = 'unknown-person' | 'own-proxy' | 'bad-date' | 'dates-reversed' | 'past' | 'unknown-process' | 'overlap';

/** Minutes: no zone is further west. */
const FURTHEST_BEHIND = -12 * 60;

const list = route({
  method: 'GET',
  path: '/api/absences',
  access: 'person',
  answer: { status: 200, schema: 'absenceList' },
  async handle({ store, ticket, now }) {
    const { visit: who, absences } = await listAbsences(store, ticket, civilDateOf(now, FURTHEST_BEHIND));
    const { workspace } = who;
    const day = today(workspace, now);
    const mine = absences.filter(
      ({ person, until }) => until >= day && authorize(who, { may: 'keep-absence', of: person }),
    );
    const processes = Object.entries(workspace.processes).map(([id, { title }]) => ({ id, title }));
    return json({ absences: mine.map((each) => view(each, workspace)), processes, today: day } satisfies AbsenceList);
  },
});

const add = route({
  method: 'POST',
  path: '/api/absences',
  access: 'person',
  command: true,
  body: 'saveAbsence',
  answer: { status: 201, schema: 'absence' },
  refuses: ['not-found', 'invalid-values'],
  async handle(call) {
    const { store, ticket, body, now } = call;
    const { visit: who } = await visit(store, ticket);
    const absence = checked(body, who, today(who.workspace, now));
    permit(who, { may: 'keep-absence', of: absence.person });
    const added = await addAbsence(store, ticket, who.person.id, absence);
    if (added === 'mismatch') throw new ProblemError('idempotency-mismatch');
    if (added === 'overlap') throw wrong('overlap', '/from');
    lookAfterSeats(call);
    return json(view(added, who.workspace), { status: 201 });
  },
});

const end = route({
  method: 'DELETE',
  path: '/api/absences/{id}',
  access: 'person',
  answer: { status: 204 },
  refuses: ['not-found'],
  async handle(call) {
    const { store, ticket, path, now } = call;
    const { visit: who, absence } = await readAbsence(store, ticket, path.id ?? '');
    if (absence === undefined) throw new ProblemError('not-found');
    permit(who, { may: 'keep-absence', of: absence.person });
    await endAbsence(store, absence.id, who.person.id, now);
    return new Response(null, { status: 204 });
  },
});

export const absenceRoutes: readonly Route[] = [list, add, end];

/** Cases looked at after one request; the schedule goes on with the rest. */
const MOST_AT_ONCE = 10;

/** Whoever goes away now does not wait for the schedule. */
const lookAfterSeats = ({ ticket, store, now }: Call): void => ticket.later(reseatCases(store, now, MOST_AT_ONCE));

function checked(body: SaveAbsence, { person: by, workspace }: Visit, day: CivilDate): Absence {
  const { organisation, processes: known } = workspace;
  const { person = by.id, processes } = body;
  const proxy = organisation.person(body.proxy);
  if (organisation.person(person)?.active !== true) throw wrong('unknown-person', '/person');
  if (proxy?.active !== true || proxy.external) throw wrong('unknown-person', '/proxy');
  if (proxy.id === person) throw wrong('own-proxy', '/proxy');
  const { from, until } = daysOf(body, day);
  const unknown = processes?.find((id) => !Object.hasOwn(known, id));
  if (unknown !== undefined) throw wrong('unknown-process', '/processes');
  return { person: person as UserId, proxy: proxy.id, from, until, ...(processes && { processes }) };
}

function daysOf(body: SaveAbsence, day: CivilDate): Pick<Absence, 'from' | 'until'> {
  const [from, until] = [parseCivilDate(body.from), parseCivilDate(body.until)];
  if (from === undefined) throw wrong('bad-date', '/from');
  if (until === undefined) throw wrong('bad-date', '/until');
  if (until < from) throw wrong('dates-reversed', '/until');
  if (until < day) throw wrong('past', '/until');
  return { from, until };
}

const wrong = (code: Wrong, path: string) => new ProblemError('invalid-values', { issues: [{ code, path }] });

function view(
  { id, person, proxy, from, until, processes, by }: KeptAbsence,
  workspace: PresentWorkspace,
): AbsenceView {
  const { organisation } = workspace.documents;
  const away = workspace.absences.find((other) => other.person === proxy && other.from <= until && from <= other.until);
  const titled = processes?.map((process) => ({ id: process, title: workspace.processes[process]?.title ?? process }));
  return {
    id,
    person: personView(organisation, person),
    proxy: personView(organisation, proxy),
    from,
    until,
    ...(titled && { processes: titled }),
    ...(by !== person && { by: personView(organisation, by) }),
    ...(away && { proxyAway: { from: away.from, until: away.until } }),
  };
}
