import {
  type DocumentPath,
  type Finding,
  type FindingCode,
  placeSettings,
  readYaml,
  type SettingPlace,
  type YamlDocument,
} from '#engine';
import type { SettingsDocument } from '../../schemas/generated/settings.ts';
import type { SourceFile } from './folder.ts';
import type { Problem } from './problem.ts';
import { checkShape, type DocumentKind } from './schemas.ts';

/** A file that has the shape of what it describes. `id` is the one its name says. */
export type Source = {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly id: string;
  /** The folder a process lies in. */
  readonly area: string;
  readonly yaml: Pick<YamlDocument, 'positionOf'>;
  /** Keys that mean nothing are left out. */
  readonly value: unknown;
  /** Where `value` holds the values of settings. */
  readonly places: readonly SettingPlace[];
};

export type Parsed = {
  readonly sources: readonly Source[];
  /** Files that do not have the shape of what they describe. */
  readonly broken: readonly Pick<Source, 'kind' | 'id'>[];
  readonly problems: readonly Problem[];
};

const ROOTS: Readonly<Record<string, DocumentKind>> = {
  organisation: 'organisation',
  areas: 'areas',
  lists: 'lists',
  settings: 'settings',
};
/** Documents a folder can do without. */
const OPTIONAL: Readonly<Record<string, DocumentKind>> = {
  clauses: 'clauses',
  links: 'links',
  indicators: 'indicators',
};
/** What an area keeps for itself in its folder, beside what everybody shares. */
const OF_AN_AREA: Readonly<Record<string, DocumentKind>> = { lists: 'lists', settings: 'settings' };
const FOLDERS: Readonly<Record<string, DocumentKind>> = {
  calendars: 'calendar',
  tables: 'table',
  ledgers: 'ledger',
  reports: 'report',
  opening: 'opening',
};

/** Reads the files and judges their shapes. */
export function parseFiles(files: readonly SourceFile[]): Parsed {
  const settings = settingsIn(files);
  const parsed = files.map((file) => parseFile(file, settings));
  const present = new Set(files.map(({ name }) => name));
  const missing = Object.keys(ROOTS).filter((id) => !present.has(`${id}.yaml`));
  const absent = missing.map((id) => atTop(`${id}.yaml`, 'missing-file', { name: `${id}.yaml` }));
  return {
    sources: parsed.flatMap(({ sources }) => sources),
    broken: parsed.flatMap(({ broken }) => broken),
    problems: [...parsed.flatMap(({ problems }) => problems), ...absent],
  };
}

/** Settings of all areas, as far as their files can be read: other files name them. */
function settingsIn(files: readonly SourceFile[]): SettingsDocument['settings'] {
  const own = files.flatMap((file) => {
    if (placeOf(file.name)?.kind !== 'settings') return [];
    return parseFile(file, {}).sources.map(({ value }) => (value as SettingsDocument).settings);
  });
  return Object.assign({}, ...own.toReversed());
}

function parseFile({ name, text }: SourceFile, settings: SettingsDocument['settings']): Parsed {
  const place = placeOf(name);
  if (place === undefined) return { sources: [], broken: [], problems: [atTop(name, 'unexpected-file', { name })] };
  const broken = (problems: readonly Problem[]): Parsed => ({ sources: [], broken: [place], problems });
  if (text === undefined) return broken([atTop(name, 'yaml-encoding', {})]);
  const yaml = readYaml(text);
  if (!yaml.ok) {
    return broken(
      yaml.error.map(({ code, params, position }) => ({ file: name, ...position, code, params, severity: 'error' })),
    );
  }
  const { document, places, unknown } = placeSettings(yaml.value.value, place.kind === 'settings' ? {} : settings);
  const source: Source = { file: name, ...place, yaml: yaml.value, value: document, places };
  const findings = checkShape(source.kind, source.value);
  const missing = unknown.map(({ path, name: setting }) => unknownSetting(path, setting));
  const unplaced = new Set(missing.map(({ path }) => path.join()));
  const shaped = findings.filter(({ path }) => !unplaced.has(path.join()));
  const problems = [...shaped, ...missing].map((finding) => problemOf(source, finding));
  if (findings.length === 0) return { sources: [source], broken: [], problems };
  const value = withoutKeys(source.value, findings);
  return checkShape(source.kind, value).length > 0
    ? broken(problems)
    : { sources: [{ ...source, value }], broken: [], problems };
}

const unknownSetting = (path: DocumentPath, name: string): Finding => ({
  code: 'unknown-setting',
  severity: 'error',
  path,
  params: { name },
});

/** The document without its unknown keys, so that they do not keep the rest of it from being judged. */
function withoutKeys(value: unknown, findings: readonly Finding[]): unknown {
  const copy: unknown = structuredClone(value);
  for (const { code, path } of findings) {
    const parent = path.slice(0, -1).reduce<unknown>((node, key) => Object(node)[key], copy);
    if (code === 'unknown-key') Reflect.deleteProperty(Object(parent), path.at(-1) ?? '');
  }
  return copy;
}

/** What a file is follows from where it lies. */
function placeOf(name: string): Pick<Source, 'kind' | 'id' | 'area'> | undefined {
  const [, folder = '', id = '', test] = /^(?:([^/]+)\/)?([^/.]+)(\.test)?\.yaml$/.exec(name) ?? [];
  const isTest = test !== undefined;
  if (id === '' || id in Object.prototype || (isTest && (folder === '' || Object.hasOwn(FOLDERS, folder))))
    return undefined;
  const shared = isTest || Object.hasOwn(FOLDERS, folder) ? undefined : own(OF_AN_AREA, id);
  const kind =
    folder === ''
      ? (own(ROOTS, id) ?? own(OPTIONAL, id))
      : (shared ?? own(FOLDERS, folder) ?? (isTest ? 'scenario' : 'process'));
  return kind && { kind, id, area: folder };
}

const own = (kinds: Readonly<Record<string, DocumentKind>>, key: string): DocumentKind | undefined =>
  Object.hasOwn(kinds, key) ? kinds[key] : undefined;

const atTop = (file: string, code: FindingCode, params: Problem['params']): Problem => ({
  file,
  line: 1,
  column: 1,
  code,
  severity: 'error',
  params,
});

/** A finding stands at the expression's own character, at the key it names, or at the value. */
export function problemOf({ file, yaml }: Source, { path, start, end: _, ...finding }: Finding): Problem {
  return {
    file,
    ...yaml.positionOf(path, start ?? (namesItsKey(path, finding.params) ? 'key' : undefined)),
    ...finding,
  };
}

const namesItsKey = (path: DocumentPath, { name }: Problem['params']): boolean =>
  name !== undefined && path.at(-1) === name;
