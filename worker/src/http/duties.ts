import {
  addDays,
  type Calendar,
  type CivilDate,
  type Duty,
  type Grain,
  type Instant,
  isCivilDate,
  nextPeriod,
  periodOf,
  periodsBetween,
  superiorsOf,
  type UserId,
} from '#engine';
import type { DutyList, DutyMatrix } from '../../../schemas/generated/api.ts';
import { calendarOf } from '../cases/facts.ts';
import { readDutiesOf, readMatrix, readMyDuties } from '../store/duty-reads.ts';
import type { Visit } from '../store/visit.ts';
import { dueView } from './case-view.ts';
import { countsOf, dutyTask, dutyViewer, matrixRows, periodsIn } from './duty-view.ts';
import { excuseRoute } from './excuses.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';
import { today } from './today.ts';

/** Columns a matrix begins with, and has at most: a year of weeks. */
const USUAL_PERIODS = 12;
const MOST_PERIODS = 54;
const DATE = '^\\d{4}-\\d{2}-\\d{2}$';

const list = route({
  method: 'GET',
  path: '/api/duties',
  access: 'person',
  answer: { status: 200, schema: 'dutyList' },
  async handle({ store, ticket, now }) {
    const { visit, mine } = await readMyDuties(store, ticket);
    const { documents } = visit.workspace;
    const tasks = mine.flatMap((duty) => dutyTask(duty, visit, now));
    const items = await cards(store, visit, now);
    return json({ items, mine: tasks, units: unitsIn(tasks, documents.organisation) } satisfies DutyList);
  },
});

const matrix = route({
  method: 'GET',
  path: '/api/duties/{process}',
  access: 'person',
  query: { from: { pattern: DATE }, to: { pattern: DATE } },
  answer: { status: 200, schema: 'dutyMatrix' },
  refuses: ['not-found'],
  handle: async (call) => json(await matrixOf(call)),
});

export const dutyRoutes: readonly Route[] = [list, matrix, excuseRoute];

/** Stands for everybody: what may be seen of this one may be seen of all. */
const ANYBODY = '' as UserId;

/** The processes with a duty that concern somebody: asked of them or their people, or filed for them to read. */
async function cards(store: Call['store'], visit: Visit, now: Call['now']): Promise<DutyList['items']> {
  const { processes } = visit.workspace;
  const ids = Object.keys(processes).filter((process) => processes[process]?.duty === true);
  const { definitions, asked } = await readDutiesOf(store, visit, ids, withPeopleBelow(visit));
  return definitions.flatMap((definition) => {
    const { document, duty } = definition;
    const concerns = asked.has(document.id) || dutyViewer(visit, definition, now).sees(ANYBODY);
    if (duty === undefined || !concerns) return [];
    const { title, help } = document;
    return [{ process: document.id, title, ...(help !== undefined && { help }), every: duty.every }];
  });
}

function withPeopleBelow({ workspace: { organisation }, person: { id } }: Visit): readonly UserId[] {
  const below = organisation.people().filter((person) => superiorsOf(person.id, organisation).includes(id));
  return [id, ...below.map((person) => person.id)];
}

/** @throws ProblemError `not-found` when there is no such duty, or nothing of it that the visitor may see. */
async function matrixOf({ store, ticket, path, query, now }: Call): Promise<DutyMatrix> {
  const found = await readMatrix(store, ticket, path.process ?? '', (definition, visit) => ({
    ...rangeOf(query, definition.duty?.every ?? 'month', today(visit.workspace, now)),
    ...(!dutyViewer(visit, definition, now).sees(ANYBODY) && { people: withPeopleBelow(visit) }),
  }));
  if (found?.definition.duty === undefined) throw new ProblemError('not-found');
  const { visit, definition, duties, from, to } = found;
  const viewer = dutyViewer(visit, definition, now);
  const visible = duties.filter(({ person }) => viewer.sees(person));
  if (visible.length === 0 && !viewer.sees(ANYBODY)) throw new ProblemError('not-found');
  const rows = matrixRows(visible, viewer);
  const { organisation } = visit.workspace.documents;
  return {
    process: definition.id,
    title: definition.document.title,
    every: found.definition.duty.every,
    from,
    to,
    periods: periodsIn(visible),
    rows,
    counts: countsOf(rows),
    next: nextOf(found.definition.duty, calendarOf(visit.workspace, definition), now),
    people: peopleIn(rows, organisation),
    units: unitsIn(rows, organisation),
  };
}

function nextOf(duty: Duty, calendar: Calendar, now: Instant): DutyMatrix['next'] {
  const { id, first, last, opens, due } = nextPeriod(duty, now, calendar);
  return { period: { id, first, last }, opens, due: dueView(due, now) };
}

/** Whole periods; by default the present one and the eleven before it. */
function rangeOf({ from, to }: Call['query'], every: Grain, day: CivilDate) {
  const last = periodOf(to === undefined ? day : dateOf(to, 'to'), every).last;
  const first = from === undefined ? back(last, every) : periodOf(dateOf(from, 'from'), every).first;
  if (first > last || periodsBetween(first, last, every).length > MOST_PERIODS)
    throw new ProblemError('invalid-query', { params: { parameter: 'from' } });
  return { from: first, to: last };
}

function back(last: CivilDate, every: Grain): CivilDate {
  let period = periodOf(last, every);
  for (let n = 1; n < USUAL_PERIODS; n += 1) period = periodOf(addDays(period.first, -1), every);
  return period.first;
}

function dateOf(text: string, parameter: string): CivilDate {
  if (!isCivilDate(text)) throw new ProblemError('invalid-query', { params: { parameter } });
  return text;
}
