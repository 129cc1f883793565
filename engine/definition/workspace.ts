import type { AreasDocument } from '../../schemas/generated/areas.ts';
import type { CalendarDocument } from '../../schemas/generated/calendar.ts';
import type { LedgerDocument } from '../../schemas/generated/ledger.ts';
import type { ListsDocument } from '../../schemas/generated/lists.ts';
import type { Option, ProcessDocument } from '../../schemas/generated/process.ts';
import type { Setting, SettingsDocument } from '../../schemas/generated/settings.ts';
import type { DecisionTableDocument } from '../../schemas/generated/table.ts';
import { type Calendar, compileCalendar } from '../calendar/index.ts';
import type { Ledger } from '../case/facts.ts';
import { compileLedger } from '../ledger/ledger.ts';
import { compileOrganisation, type Organisation, type OrganisationDocument } from '../organisation/index.ts';
import { compileDecisionTable, type DecisionTable } from './decision-table.ts';

/** Everything beside the processes that a company runs on, as published. */
export type WorkspaceDocuments = {
  readonly organisation: OrganisationDocument;
  readonly calendars: Readonly<Record<string, CalendarDocument>>;
  readonly areas: AreasDocument;
  readonly lists: ListsDocument;
  readonly tables: Readonly<Record<string, DecisionTableDocument>>;
  readonly ledgers: Readonly<Record<string, LedgerDocument>>;
  readonly settings: SettingsDocument;
};

/** The same, indexed for lookups. Shared between requests; nothing in it changes. */
export type Workspace = {
  readonly documents: WorkspaceDocuments;
  readonly organisation: Organisation;
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly ledgers: Readonly<Record<string, Ledger>>;
  readonly settings: Readonly<Record<string, Setting['value']>>;
};

/** @throws Error when a decision table or a ledger does not compile: `checkWorkspace` says why. */
export function compileWorkspace(documents: WorkspaceDocuments): Workspace {
  return {
    documents,
    organisation: compileOrganisation(documents.organisation),
    calendars: mapValues(documents.calendars, compileCalendar),
    tables: mapValues(documents.tables, (table) => {
      const compiled = compileDecisionTable(table);
      if (!compiled.ok) throw new Error(`decision table ${table.id} does not compile`);
      return compiled.value;
    }),
    ledgers: mapValues(documents.ledgers, compileLedger),
    settings: mapValues(documents.settings.settings, ({ value }) => value),
  };
}

type OptionLists = ListsDocument['lists'];

/** The document with its option lists written in, so that a version holds everything its forms or columns need. */
export function resolveLists<T extends ProcessDocument | LedgerDocument>(document: T, { lists }: ListsDocument): T {
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
