import { type CivilDate, type KeyValue, parseCivilDate, type Report, type ReportPart } from '#engine';
import type { ReportList, ReportRowPage } from '../../../schemas/generated/api.ts';
import { readBehind } from '../cases/read-report.ts';
import type { Looking } from '../cases/report-moment.ts';
import { columnsFor, rowsBehind } from '../cases/report-rows.ts';
import type { MemberPlace } from '../store/sum-members.ts';
import { type Visit, visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { boardsFor } from './board-look.ts';
import { fromCursor, limitOf, toCursor } from './cursor.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { ProblemError } from './problem.ts';
import { reportFile } from './report-file.ts';
import { namedCells, namesFor } from './report-names.ts';
import { reportView } from './report-view.ts';
import { type Call, json, type Route, route } from './route.ts';
import { today } from './today.ts';

const LONGEST = 2000;
/** How a report is looked at; `filters` is JSON: values by filter. */
const LOOK = { asOf: { pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, filters: { maxLength: LONGEST } } as const;

const list = route({
  method: 'GET',
  path: '/api/reports',
  access: 'person',
  answer: { status: 200, schema: 'reportList' },
  async handle({ store, ticket }) {
    const { visit: who } = await visit(store, ticket);
    const reports = Object.values(who.workspace.reports);
    const mine = reports.filter(({ document }) => authorize(who, { may: 'read-report', report: document }));
    const boards = boardsFor(who).map(([page, report]) => ({ id: page, ...report, page, ledgers: [] }));
    const items = [
      ...mine.map((report) => ({ ...report.document, page: undefined, ledgers: ledgersOf(report, who) })),
      ...boards,
    ]
      .toSorted((a, b) => (a.number < b.number ? -1 : 1))
      .map(({ id, number, title, help, area, page, ledgers }) => ({
        id,
        number,
        title,
        ...(help !== undefined && { help }),
        ...(area !== undefined && { area }),
        ...(page !== undefined && { page }),
        ledgers,
      }));
    const areas = who.workspace.documents.areas.areas.filter(({ id }) => items.some(({ area }) => area === id));
    return json({ areas, items } satisfies ReportList);
  },
});

/** The ledgers that the parts of a report read, as far as its reader may open them. */
function ledgersOf({ parts }: Report, who: Visit): string[] {
  const sources = parts.flatMap(({ rows, cubes }) => [rows.id, ...cubes.map(({ source }) => source.id)]);
  return [...new Set(sources)].filter((id) => {
    const ledger = who.workspace.documents.ledgers[id];
    return ledger !== undefined && authorize(who, { may: 'read-ledger', ledger });
  });
}

const read = route({
  method: 'GET',
  path: '/api/reports/{id}',
  access: 'person',
  query: LOOK,
  answer: { status: 200, schema: 'reportView' },
  refuses: ['not-found'],
  async handle(call) {
    return json(await reportView(call.store, await lookingAt(call), call.now));
  },
});

/** The rows behind one number of a part; `keys` is JSON: those of its group, none for the total. */
const readRows = route({
  method: 'GET',
  path: '/api/reports/{id}/parts/{part}/rows',
  access: 'person',
  query: { ...LOOK, measure: {}, keys: { maxLength: LONGEST }, cursor: { maxLength: LONGEST }, limit: {} },
  answer: { status: 200, schema: 'reportRowPage' },
  refuses: ['not-found'],
  async handle(call) {
    const { store, query, now } = call;
    const looking = await lookingAt(call);
    const part = partOf(looking.report, call.path.part ?? '');
    const behind = await readBehind(store, looking, part, { measure: query.measure, keys: keysIn(query.keys) });
    if (behind === undefined) throw new ProblemError('not-found');
    const after: MemberPlace | undefined =
      query.cursor === undefined ? undefined : fromCursor(query.cursor, ['', 0, 0, ''] as const);
    const { items, unseen, next } = await rowsBehind(store, looking, behind, {
      after,
      most: limitOf(query.limit),
      now,
    });
    const { source } = behind.cube;
    const { workspace } = looking.who;
    const name = workspace.documents.ledgers[source.id]?.name;
    const columns = columnsFor(source, looking);
    const view: ReportRowPage = {
      source: { id: source.id, title: source.title },
      asOf: behind.day ?? looking.today,
      columns,
      ...(name !== undefined && Object.hasOwn(columns, name) && { name }),
      items: [...items],
      unseen,
      ...(next && { next: toCursor(next) }),
      people: peopleIn(items, workspace.documents.organisation),
      units: unitsIn(items, workspace.documents.organisation),
      names: await namesFor(store, namedCells(source, items), looking.who),
    };
    return json(view);
  },
});

const exportReport = route({
  method: 'GET',
  path: '/api/reports/{id}/export',
  access: 'person',
  query: {
    ...LOOK,
    format: { required: true, enum: ['csv', 'xlsx'] },
    language: { enum: ['zh-CN', 'zh-TW', 'en'] },
    part: {},
  },
  answer: { status: 200, type: 'application/octet-stream' },
  refuses: ['not-found'],
  async handle(call) {
    const { query, store, now } = call;
    const looking = await lookingAt(call);
    if (query.part !== undefined) partOf(looking.report, query.part);
    const view = await reportView(store, looking, now);
    const parts = view.parts.filter(({ id }) => query.part === undefined || id === query.part);
    return reportFile({ ...view, parts }, query.format === 'xlsx' ? 'xlsx' : 'csv', query.language ?? 'zh-CN');
  },
});

export const reportRoutes: readonly Route[] = [list, read, readRows, exportReport];

/** @throws ProblemError `not-found` when there is no such report for this reader. */
async function lookingAt({ store, ticket, path, query, now }: Call): Promise<Looking> {
  const { visit: who } = await visit(store, ticket);
  const report = reportOf(who, path.id ?? '');
  const present = today(who.workspace, now);
  const asked = query.asOf === undefined ? present : parseCivilDate(query.asOf);
  if (asked === undefined) throw new ProblemError('invalid-query', { params: { parameter: 'asOf' } });
  const day: CivilDate | undefined = asked < present ? asked : undefined;
  return { who, report, today: present, day, chosen: filtersIn(query.filters, report) };
}

function reportOf(who: Visit, id: string): Report {
  const { reports } = who.workspace;
  const report = Object.hasOwn(reports, id) ? reports[id] : undefined;
  if (!report) throw new ProblemError('not-found');
  permit(who, { may: 'read-report', report: report.document });
  return report;
}

function partOf({ parts }: Report, id: string): ReportPart {
  const part = parts.find((each) => each.id === id);
  if (!part) throw new ProblemError('not-found');
  return part;
}

function filtersIn(text: string | undefined, { filters }: Report): Looking['chosen'] {
  const sent = text === undefined ? {} : parsed(text, 'filters');
  const entries = Object.entries(Object(sent));
  const isWrong = ([id, values]: readonly [string, unknown]) =>
    filters.every((filter) => filter.id !== id) ||
    !Array.isArray(values) ||
    !values.every((value) => typeof value === 'string');
  if (typeof sent !== 'object' || sent === null || entries.some(isWrong)) throw wrong('filters');
  return Object.fromEntries(entries) as Looking['chosen'];
}

function keysIn(text: string | undefined): readonly KeyValue[] | undefined {
  if (text === undefined) return undefined;
  const sent = parsed(text, 'keys');
  if (!Array.isArray(sent)) throw wrong('keys');
  return sent;
}

function parsed(text: string, parameter: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(parameter);
  }
}

const wrong = (parameter: string) => new ProblemError('invalid-query', { params: { parameter } });
