import type { Setting } from '../../schemas/generated/settings.ts';
import type { Published } from './compile.ts';
import { replaceSettings, type SettingPlace, settingsIn } from './place-settings.ts';
import { publishedOf } from './published.ts';
import type { WorkspaceDocuments } from './workspace.ts';

/** Everything a company runs on, as it is published. */
export type Definitions = {
  readonly workspace: WorkspaceDocuments;
  readonly processes: Readonly<Record<string, Published>>;
};

/** Kinds of documents that settings are written into when their files are read. */
const PLACED = ['calendars', 'tables', 'ledgers', 'reports'] as const;

/** What files say and published documents no longer do, needed to change settings without the files. */
export type Authoring = {
  /** The area each setting belongs to; those that everybody shares are not there. */
  readonly areas: Readonly<Record<string, string>>;
  /** Where settings were written in, by `processes/<id>`, `ledgers/<id>`, … */
  readonly places: Readonly<Record<string, readonly SettingPlace[]>>;
};

/** Definitions with other values of some settings, wherever these stand. Settings that are not there are left out. */
export function withSettingValues(
  { workspace, processes }: Definitions,
  { places }: Authoring,
  values: Readonly<Record<string, Setting['value']>>,
): Definitions {
  const settings = Object.fromEntries(
    Object.entries(workspace.settings.settings).map(([id, setting]) => [
      id,
      Object.hasOwn(values, id) ? { ...setting, value: values[id] ?? setting.value } : setting,
    ]),
  );
  const placed = <T>(kind: string, id: string, document: T): T =>
    replaceSettings(document, places[`${kind}/${id}`] ?? [], settings) as T;
  const documents = mapValues(processes, ({ document }, id) => placed('processes', id, document));
  const others = Object.fromEntries(
    PLACED.flatMap((kind) => {
      const all: Readonly<Record<string, unknown>> | undefined = workspace[kind];
      return all === undefined ? [] : [[kind, mapValues(all, (document, id) => placed(kind, id, document))]];
    }),
  );
  return {
    workspace: { ...workspace, ...others, settings: { ...workspace.settings, settings } },
    processes: mapValues(documents, (document) => publishedOf(document, documents)),
  };
}

/** How a process uses a setting: `placed`, its version holds the value; `read`, it asks for the present value. */
export type SettingUse = {
  readonly kind: 'process' | 'ledger' | 'report';
  readonly id: string;
  readonly how: 'placed' | 'read';
};

/** Which processes ask a decision table, and what uses a setting, by id. */
export type RuleUses = {
  readonly tables: Readonly<Record<string, readonly string[]>>;
  readonly settings: Readonly<Record<string, readonly SettingUse[]>>;
};

export function ruleUses({ workspace, processes }: Definitions, { places }: Authoring): RuleUses {
  const tables = new Map<string, string[]>();
  const settings = new Map<string, SettingUse[]>();
  const use = (name: string, found: SettingUse) => settings.set(name, [...(settings.get(name) ?? []), found]);
  const documents = [
    ...Object.entries(processes).map(([id, { document }]) => ({ kind: 'process', id, document }) as const),
    ...Object.entries(workspace.ledgers).map(([id, document]) => ({ kind: 'ledger', id, document }) as const),
    ...Object.entries(workspace.reports ?? {}).map(([id, document]) => ({ kind: 'report', id, document }) as const),
  ];
  for (const { kind, id, document } of documents) {
    const { read, asked } = namesIn(document);
    const placed = new Set((places[`${FOLDER[kind]}/${id}`] ?? []).flatMap(({ text }) => settingsIn(text)));
    for (const name of placed) use(name, { kind, id, how: 'placed' });
    for (const name of read) if (Object.hasOwn(workspace.settings.settings, name)) use(name, { kind, id, how: 'read' });
    if (kind === 'process')
      for (const table of asked)
        if (Object.hasOwn(workspace.tables, table)) tables.set(table, [...(tables.get(table) ?? []), id]);
  }
  return { tables: Object.fromEntries(tables), settings: Object.fromEntries(settings) };
}

const FOLDER = { process: 'processes', ledger: 'ledgers', report: 'reports' } as const;

/** The settings that expressions of a document name, and the texts under `table`, most of which are decision tables. */
function namesIn(document: unknown): { readonly read: ReadonlySet<string>; readonly asked: ReadonlySet<string> } {
  const [read, asked] = [new Set<string>(), new Set<string>()];
  collect(document);
  return { read, asked };

  function collect(node: unknown): void {
    if (typeof node === 'string') for (const name of settingsIn(node)) read.add(name);
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'table' && typeof value === 'string') asked.add(value);
      collect(value);
    }
  }
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T, id: string) => U) {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, map(value, id)])) as Readonly<
    Record<string, U>
  >;
}
