import type { AreasDocument } from '../../schemas/generated/areas.ts';
import type { CalendarDocument } from '../../schemas/generated/calendar.ts';
import type { ClausesDocument } from '../../schemas/generated/clauses.ts';
import type { IndicatorsDocument } from '../../schemas/generated/indicators.ts';
import type { LedgerDocument } from '../../schemas/generated/ledger.ts';
import type { LinksDocument } from '../../schemas/generated/links.ts';
import type { ListsDocument } from '../../schemas/generated/lists.ts';
import type { Option, ProcessDocument } from '../../schemas/generated/process.ts';
import type { ReportDocument } from '../../schemas/generated/report.ts';
import type { Setting, SettingsDocument } from '../../schemas/generated/settings.ts';
import type { DecisionTableDocument } from '../../schemas/generated/table.ts';
import { type Calendar, compileCalendar } from '../calendar/index.ts';
import type { Ledger } from '../case/facts.ts';
import { compileLedger } from '../ledger/ledger.ts';
import { compileOrganisation, type Organisation, type OrganisationDocument } from '../organisation/index.ts';
import { compileReport } from '../reports/compile-report.ts';
import { reportEnvironment } from '../reports/environment.ts';
import type { Report } from '../reports/report.ts';
import { type BoardSums, boardSums } from '../sums/board-sums.ts';
import { type KeptSums, keptSums } from '../sums/kept-sums.ts';
import { compileDecisionTable, type DecisionTable } from '../table/decision-table.ts';

/** Everything beside the processes that a company runs on, as published. */
export type WorkspaceDocuments = {
  readonly organisation: OrganisationDocument;
  readonly calendars: Readonly<Record<string, CalendarDocument>>;
  readonly areas: AreasDocument;
  readonly lists: ListsDocument;
  readonly tables: Readonly<Record<string, DecisionTableDocument>>;
  readonly ledgers: Readonly<Record<string, LedgerDocument>>;
  readonly settings: SettingsDocument;
  /** The rule books the processes come from, and what the processes give each other. */
  readonly clauses?: ClausesDocument;
  readonly links?: LinksDocument;
  readonly reports?: Readonly<Record<string, ReportDocument>>;
  /** What the company measures itself by. */
  readonly indicators?: IndicatorsDocument;
};

/** The same, indexed for lookups. Shared between requests; nothing in it changes. */
export type Workspace = {
  readonly documents: WorkspaceDocuments;
  readonly organisation: Organisation;
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly settings: Readonly<Record<string, Setting['value']>>;
  readonly reports: Readonly<Record<string, Report>>;
  readonly sums: KeptSums;
  /** Kept where somebody reads the board of loops or the coverage of clauses. */
  readonly boards?: BoardSums;
};

/** @throws Error when a decision table, a ledger or a report does not compile: `checkWorkspace` says why. */
export function compileWorkspace(documents: WorkspaceDocuments): Workspace {
  const ledgers = mapValues(documents.ledgers, (ledger) => compileLedger(ledger, documents.settings.settings));
  const reports = mapValues(documents.reports ?? {}, (report) => {
    const compiled = compileReport(report, reportEnvironment(documents));
    if (!compiled.ok) throw new Error(`report ${report.id} does not compile`);
    return compiled.value;
  });
  const boards = documents.links?.report || documents.clauses?.report ? boardSums() : undefined;
  return {
    documents,
    organisation: compileOrganisation(documents.organisation),
    calendars: mapValues(documents.calendars, compileCalendar),
    tables: mapValues(documents.tables, (table) => {
      const compiled = compileDecisionTable(table);
      if (!compiled.ok) throw new Error(`decision table ${table.id} does not compile`);
      return compiled.value;
    }),
    ledgers,
    settings: mapValues(documents.settings.settings, ({ value }) => value),
    reports,
    sums: keptSums(
      mapValues(ledgers, ({ sums }) => sums),
      [
        ...Object.values(reports).flatMap(({ parts }) => parts.flatMap(({ cubes }) => cubes.map(({ sum }) => sum))),
        ...(boards === undefined ? [] : Object.values(boards)),
      ],
    ),
    ...(boards && { boards }),
  };
}

/**
 * Minutes east of UTC of the company's zone, which one of its calendars knows.
 *
 * @throws Error when none does: publishing rules that out.
 */
export function zoneOffset({ organisation, calendars }: Workspace): number {
  const calendar = Object.values(calendars).find(({ zone }) => zone === organisation.zone);
  if (!calendar) throw new Error(`no calendar for ${organisation.zone}`);
  return calendar.offset;
}

type OptionLists = ListsDocument['lists'];

/** The document with its option lists written in, so that a version holds everything its forms or columns need. */
export function resolveLists<T extends ProcessDocument | LedgerDocument | ReportDocument>(
  document: T,
  { lists }: ListsDocument,
): T {
  return resolve(document, lists) as T;
}

function resolve(node: unknown, lists: OptionLists): unknown {
  if (Array.isArray(node)) return node.map((item) => resolve(item, lists));
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node).map(([key, value]) => [
    key,
    optionsOf(key, value, lists) ?? resolve(value, lists),
  ]);
  return Object.fromEntries(members);
}

/** Where options stand: those of a choice, and the lines of a matrix. */
const OPTION_KEYS: ReadonlySet<string> = new Set(['options', 'rows', 'columns']);

/** The options a key names; undefined when it names none, or a list that is not there. */
function optionsOf(key: string, value: unknown, lists: OptionLists): readonly Option[] | undefined {
  const list =
    OPTION_KEYS.has(key) && typeof value === 'object' && value !== null && 'list' in value ? String(value.list) : '';
  return Object.hasOwn(lists, list) ? lists[list]?.options : undefined;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
