import {
  canCompile,
  checkClauseNames,
  checkClauses,
  checkDefinition,
  checkLinks,
  checkOpening,
  checkScenario,
  checkWorkspace,
  compileWorkspace,
  type Finding,
} from '#engine';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import { type Definitions, definitionsOf } from './definitions.ts';
import type { SourceFile } from './folder.ts';
import { byPlace, type Problem } from './problem.ts';
import type { DocumentKind } from './schemas.ts';
import { parseFiles, problemOf, type Source } from './source.ts';

/** What a folder holds, and all that is wrong with it. */
export type Checked = {
  readonly problems: readonly Problem[];
  /** Undefined when documents that everything rests on are missing or cannot be read. */
  readonly definitions?: Definitions;
};

/** Judges a whole folder: every file by its schema, then every document by the rules and by what it names in others. */
export function checkFiles(files: readonly SourceFile[]): Checked {
  const { sources, broken, problems } = parseFiles(files);
  const named = sources.flatMap((source) => nameProblems(source, sources));
  const definitions = definitionsOf(sources);
  const found =
    definitions === undefined
      ? []
      : [...workspaceProblems(definitions, sources), ...processProblems(definitions, sources, broken)];
  const all = [...problems, ...named, ...found].toSorted(byPlace);
  return definitions === undefined ? { problems: all } : { problems: all, definitions };
}

/** File names say ids; an id stands for one file. */
function nameProblems(source: Source, sources: readonly Source[]): readonly Problem[] {
  const { id: expected, kind, area, value } = source;
  const document = Object(value);
  const key = kind === 'opening' ? 'ledger' : kind === 'scenario' ? 'process' : 'id';
  const wrong =
    kind === 'organisation' || document[key] === expected
      ? []
      : [problem([key], 'wrong-id', { name: document[key], expected })];
  const twice = isShared(kind) ? repeatedEntries(source, sources) : repeatedId(source, sources);
  const misplaced =
    kind === 'process' && document.area !== area
      ? [problem(['area'], 'wrong-area', { name: document.area, expected: area })]
      : [];
  return [...wrong, ...twice, ...misplaced].map((finding) => problemOf(source, finding));
}

/** Documents that areas add their own entries to. */
const isShared = (kind: DocumentKind): kind is 'lists' | 'settings' => kind === 'lists' || kind === 'settings';

function repeatedId(source: Source, sources: readonly Source[]): readonly Finding[] {
  const first = sources.find(({ kind, id }) => kind === source.kind && id === source.id);
  if (first === source || first === undefined) return [];
  return [problem(['id'], 'duplicate-id', { name: source.id, file: first.file })];
}

function repeatedEntries(source: Source, sources: readonly Source[]): readonly Finding[] {
  const earlier = sources.slice(0, sources.indexOf(source)).filter(({ kind }) => kind === source.kind);
  return Object.keys(entriesOf(source)).flatMap((name) => {
    const first = earlier.find((other) => Object.hasOwn(entriesOf(other), name));
    return first === undefined ? [] : [problem([source.kind, name], 'duplicate-id', { name, file: first.file })];
  });
}

const entriesOf = ({ kind, value }: Source): object => Object(Object(value)[kind]);

const problem = (path: Finding['path'], code: Finding['code'], params: Finding['params']): Finding => ({
  code,
  severity: 'error',
  path,
  params,
});

function workspaceProblems({ workspace }: Definitions, sources: readonly Source[]): readonly Problem[] {
  return checkWorkspace(workspace).flatMap(({ document, ...finding }) => {
    const [, entry = ''] = finding.path;
    const holder = sources.find(
      (source) => isShared(source.kind) && source.kind === document && Object.hasOwn(entriesOf(source), entry),
    );
    const source = holder ?? sources.find(({ file }) => file === `${document}.yaml`);
    return source === undefined ? [] : [problemOf(source, finding)];
  });
}

/**
 * What is wrong with processes, their stories and the opening rows. Nothing is said while a document they rest on is
 * broken, and nothing of a process whose own file is.
 */
function processProblems(
  definitions: Definitions,
  all: readonly Source[],
  broken: readonly Pick<Source, 'kind' | 'id'>[],
): readonly Problem[] {
  const { workspace: documents, processes, scenarios, openings, sources } = definitions;
  const unknown = new Set(broken.filter(({ kind }) => kind === 'process').map(({ id }) => id));
  if (broken.some(({ kind }) => !LEAVES.has(kind)) || !canCompile(documents)) return [];
  // No process rests on a report.
  const workspace = compileWorkspace({ ...documents, reports: {} });
  const forms = Object.fromEntries(Object.entries(processes).map(([id, { document }]) => [id, document]));
  const problems = [
    ...Object.entries(processes).flatMap(([id, published]) => {
      const source = sources.processes[id];
      return source === undefined
        ? []
        : [
            ...checkDefinition(published, workspace, forms),
            ...checkClauseNames(published.document, documents.clauses),
          ].map((finding) => problemOf(source, finding));
    }),
    ...ruleBookProblems(definitions, forms, all),
    ...scenarios.flatMap(({ source, document }) =>
      checkScenario(document, forms, documents).map((finding) => problemOf(source, finding)),
    ),
    ...openings.flatMap(({ source, document }) =>
      checkOpening(document, documents).map((finding) => problemOf(source, finding)),
    ),
  ];
  return problems.filter(({ code, params }) => code !== 'unknown-process' || !unknown.has(params.name ?? ''));
}

/** What the rule books and the links say that no definition carries. */
function ruleBookProblems(
  { workspace }: Definitions,
  documents: Readonly<Record<string, ProcessDocument>>,
  sources: readonly Source[],
): readonly Problem[] {
  const found = { clauses: checkClauses(workspace, documents), links: checkLinks(workspace, documents) };
  return Object.entries(found).flatMap(([kind, findings]) => {
    const source = sources.find((each) => each.kind === kind);
    return source === undefined ? [] : findings.map((finding) => problemOf(source, finding));
  });
}

/** Documents that no other kind of document rests on. */
const LEAVES: ReadonlySet<string> = new Set([
  'process',
  'scenario',
  'opening',
  'clauses',
  'links',
  'report',
  'indicators',
]);
