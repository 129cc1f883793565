import {
  type Authoring,
  type OpeningDocument,
  type Published,
  publishedOf,
  resolveLists,
  type WorkspaceDocuments,
} from '#engine';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import type { ScenarioDocument } from '../../schemas/generated/scenario.ts';
import type { DocumentKind } from './schemas.ts';
import type { Source } from './source.ts';

type WithSource<T> = { readonly source: Source; readonly document: T };

/** Everything a folder describes, option lists resolved. */
export type Definitions = {
  readonly workspace: WorkspaceDocuments;
  readonly processes: Readonly<Record<string, Published>>;
  readonly authoring: Authoring;
  readonly openings: readonly WithSource<OpeningDocument>[];
  readonly scenarios: readonly WithSource<ScenarioDocument>[];
  /** The file of each process. */
  readonly sources: { readonly processes: Readonly<Record<string, Source>> };
};

/** Puts documents of the right shape together; undefined when one that every process rests on is not among them. */
export function definitionsOf(sources: readonly Source[]): Definitions | undefined {
  const workspace = workspaceOf(sources);
  if (workspace === undefined) return undefined;
  const processes = only<ProcessDocument>(sources, 'process');
  const documents = byId(processes.map(({ source, document }) => [source.id, resolveLists(document, workspace.lists)]));
  return {
    workspace,
    processes: mapValues(documents, (document) => publishedOf(document, documents)),
    authoring: authoringOf(sources),
    openings: only(sources, 'opening'),
    scenarios: only(sources, 'scenario'),
    sources: { processes: byId(processes.map(({ source }) => [source.id, source])) },
  };
}

function workspaceOf(sources: readonly Source[]): WorkspaceDocuments | undefined {
  const [organisation] = only<WorkspaceDocuments['organisation']>(sources, 'organisation');
  const [areas] = only<WorkspaceDocuments['areas']>(sources, 'areas');
  const lists = only<WorkspaceDocuments['lists']>(sources, 'lists').map(({ document }) => document);
  const settings = only<WorkspaceDocuments['settings']>(sources, 'settings').map(({ document }) => document);
  const [firstLists] = lists;
  const [firstSettings] = settings;
  if (!organisation || !areas || !firstLists || !firstSettings) return undefined;
  const allLists = { ...firstLists, lists: merged(lists.map((document) => document.lists)) };
  const ledgers = documentsOf<WorkspaceDocuments['ledgers'][string]>(sources, 'ledger');
  const [clauses] = only<NonNullable<WorkspaceDocuments['clauses']>>(sources, 'clauses');
  const [links] = only<NonNullable<WorkspaceDocuments['links']>>(sources, 'links');
  const reports = documentsOf<NonNullable<WorkspaceDocuments['reports']>[string]>(sources, 'report');
  const [indicators] = only<NonNullable<WorkspaceDocuments['indicators']>>(sources, 'indicators');
  return {
    ...(clauses === undefined ? {} : { clauses: clauses.document }),
    ...(links === undefined ? {} : { links: links.document }),
    organisation: organisation.document,
    areas: areas.document,
    lists: allLists,
    settings: { ...firstSettings, settings: merged(settings.map((document) => document.settings)) },
    calendars: documentsOf(sources, 'calendar'),
    tables: documentsOf(sources, 'table'),
    ledgers: mapValues(ledgers, (ledger) => resolveLists(ledger, allLists)),
    reports: mapValues(reports, (report) => resolveLists(report, allLists)),
    ...(indicators === undefined ? {} : { indicators: indicators.document }),
  };
}

const FOLDERS = { process: 'processes', ledger: 'ledgers', report: 'reports', calendar: 'calendars', table: 'tables' };

/** What changing a setting later needs to know of the files. */
function authoringOf(sources: readonly Source[]): Authoring {
  const areas = only<WorkspaceDocuments['settings']>(sources, 'settings').flatMap(({ source, document }) =>
    source.area === '' ? [] : Object.keys(document.settings).map((id) => [id, source.area] as const),
  );
  const places = Object.entries(FOLDERS).flatMap(([kind, folder]) =>
    sources.flatMap((source) =>
      source.kind === kind && source.places.length > 0 ? [[`${folder}/${source.id}`, source.places] as const] : [],
    ),
  );
  return { areas: Object.fromEntries(areas), places: Object.fromEntries(places) };
}

/** The definitions that are left without those of some files. */
export function withoutFiles(definitions: Definitions, files: ReadonlySet<string>): Definitions {
  const { workspace, processes, authoring, openings, scenarios, sources } = definitions;
  const kept = <T>(documents: Readonly<Record<string, T>>, fileOf: (id: string) => string) =>
    Object.fromEntries(Object.entries(documents).filter(([id]) => !files.has(fileOf(id))));
  const sound = <T>({ source }: WithSource<T>) => !files.has(source.file);
  const left = kept(processes, (id) => sources.processes[id]?.file ?? '');
  return {
    workspace: {
      ...workspace,
      tables: kept(workspace.tables, (id) => `tables/${id}.yaml`),
      ledgers: kept(workspace.ledgers, (id) => `ledgers/${id}.yaml`),
      reports: kept(workspace.reports ?? {}, (id) => `reports/${id}.yaml`),
    },
    processes: left,
    authoring,
    openings: openings.filter(sound),
    scenarios: scenarios.filter((scenario) => sound(scenario) && left[scenario.document.process] !== undefined),
    sources,
  };
}

/** What everybody shares, with what each area adds; the first of several with the same id. */
const merged = <T>(parts: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> =>
  Object.assign({}, ...parts.toReversed());

/** The schema of the kind has judged the value. */
const only = <T>(sources: readonly Source[], kind: DocumentKind): readonly WithSource<T>[] =>
  sources.filter((source) => source.kind === kind).map((source) => ({ source, document: source.value as T }));

const documentsOf = <T>(sources: readonly Source[], kind: DocumentKind): Readonly<Record<string, T>> =>
  byId(only<T>(sources, kind).map(({ source, document }) => [source.id, document]));

/** The first of several with the same id. */
const byId = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.fromEntries(entries.toReversed());

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
