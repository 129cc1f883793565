import type { ClausesDocument, CoverElement } from '../../schemas/generated/clauses.ts';
import type { BoardReport, Link } from '../../schemas/generated/links.ts';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import { error, known, knownLedger } from '../definition/checks/report.ts';
import { missing } from '../definition/checks/words.ts';
import type { Finding } from '../definition/finding.ts';
import { placeSteps, withInner } from '../definition/placed-steps.ts';
import type { WorkspaceDocuments } from '../definition/workspace.ts';
import type { DocumentPath } from '../form/finding.ts';
import { clauseCoverage } from './clauses.ts';
import { judgeLinks, judgeLoops, linkEnd } from './links.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;

/** Clauses nobody carries, and what they name that is not there. Paths are those of the clauses document. */
export function checkClauses(workspace: WorkspaceDocuments, documents: Documents): readonly Finding[] {
  const { clauses } = workspace;
  if (clauses === undefined) return [];
  const carried = clauseCoverage(clauses, documents);
  const sources = clauses.documents.map(({ id }) => id);
  const ofClauses = clauses.clauses.flatMap(({ id, document, heading, text, covers = [] }, at) => {
    const path: DocumentPath = ['clauses', at];
    const repeated = clauses.clauses.findIndex((other) => other.id === id) < at;
    return [
      ...(carried[at]?.elements.length === 0 ? [error('clause-uncovered', [...path, 'id'], { name: id })] : []),
      ...(repeated ? [error('repeated-clause', [...path, 'id'], { name: id })] : []),
      ...known('unknown-document', [...path, 'document'], document, sources),
      ...missing(heading, [...path, 'heading']),
      ...missing(text, [...path, 'text']),
      ...covers.flatMap(({ by, because }, index) => [
        ...coverFindings(by, [...path, 'covers', index, 'by'], workspace, documents),
        ...missing(because, [...path, 'covers', index, 'because']),
      ]),
    ];
  });
  return [...ofClauses, ...reportFindings(clauses.report, workspace)];
}

/** A board among the reports: its readers hold posts that are there, and it stands in an area that is. */
function reportFindings(
  report: BoardReport | undefined,
  { organisation, areas }: WorkspaceDocuments,
): readonly Finding[] {
  if (report === undefined) return [];
  const { title, help, area, readers } = report;
  const all = areas.areas.map(({ id }) => id);
  return [
    ...missing(title, ['report', 'title']),
    ...(help === undefined ? [] : missing(help, ['report', 'help'])),
    ...(area === undefined ? [] : known('unknown-area', ['report', 'area'], area, all)),
    ...readers.flatMap((reader, at) =>
      reader === 'everyone'
        ? []
        : known('unknown-post', ['report', 'readers', at, 'post'], reader.post, organisation.posts),
    ),
  ];
}

function coverFindings(
  by: CoverElement,
  path: DocumentPath,
  { organisation, ledgers, clauses }: WorkspaceDocuments,
  documents: Documents,
): readonly Finding[] {
  if ('process' in by) return known('unknown-process', [...path, 'process'], by.process, documents);
  if ('unit' in by) return known('unknown-unit', [...path, 'unit'], by.unit, organisation.units);
  if ('ledger' in by) return knownLedger([...path, 'ledger'], by.ledger, ledgers);
  if ('document' in by) {
    const sources = clauses?.documents.map(({ id }) => id) ?? [];
    return known('unknown-document', [...path, 'document'], by.document, sources);
  }
  return [];
}

/** Links that no definition carries, and loops that are broken. Paths are those of the links document. */
export function checkLinks(workspace: WorkspaceDocuments, documents: Documents): readonly Finding[] {
  const { links: document } = workspace;
  if (document === undefined) return [];
  const judged = judgeLinks(document, documents);
  return [
    ...document.links.flatMap((link, at) =>
      linkFindings(link, ['links', at], judged[at]?.way !== undefined, documents),
    ),
    ...judgeLoops(document, documents).flatMap(({ id, broken }, at) =>
      broken.map(([from, to]) => error('loop-broken', ['loops', at, 'walks'], { name: id, from, to })),
    ),
    ...document.loops.flatMap(({ title, closed }, at) => [
      ...missing(title, ['loops', at, 'title']),
      ...missing(closed, ['loops', at, 'closed']),
    ]),
    ...reportFindings(document.report, workspace),
  ];
}

function linkFindings(link: Link, path: DocumentPath, carried: boolean, documents: Documents): readonly Finding[] {
  const { kind, to } = linkEnd(link);
  const unknown = [
    ...known('unknown-process', [...path, 'from'], link.from, documents),
    ...known('unknown-process', [...path, kind], to, documents),
  ];
  const uncarried = carried || unknown.length > 0 ? [] : [error('link-uncarried', path, { from: link.from, to, kind })];
  return [...unknown, ...uncarried, ...missing(link.when, [...path, 'when'])];
}

/** Clauses that a process names and the rule books do not have. Paths are those of the process. */
export function checkClauseNames(process: ProcessDocument, clauses: ClausesDocument | undefined): readonly Finding[] {
  if (clauses === undefined) return [];
  const ids = clauses.clauses.map(({ id }) => id);
  const ofSteps = withInner(placeSteps(process.steps)).flatMap(({ source: { clause }, path }) =>
    clause === undefined ? [] : known('unknown-clause', [...path, 'clause'], clause, ids),
  );
  const whole = (process.source ?? []).flatMap(({ clause }, at) =>
    known('unknown-clause', ['source', at, 'clause'], clause, ids),
  );
  return [...ofSteps, ...whole];
}
