import { clauseCoverage, judgeLinks, judgeLoops, type WorkspaceDocuments } from '#engine';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import type { Definitions } from './definitions.ts';
import { storiesOf } from './scenarios.ts';
import { type Share, shareOf } from './share.ts';
import { type StoryCoverage, storyCoverage } from './story-coverage.ts';

export type Coverage = StoryCoverage & {
  readonly clauses: Share;
  readonly links: Share;
  readonly loops: Share;
};

/**
 * What the definitions carry of the rule books, and what the stories reach of the definitions.
 *
 * @param definitions ones without errors.
 * @param stories of these definitions; the ones that were played are not played again.
 */
export function coverageOf(definitions: Definitions, stories = storiesOf(definitions)): Coverage {
  const documents = Object.fromEntries(
    Object.entries(definitions.processes).map(([id, { document }]) => [id, document]),
  );
  return {
    clauses: clauseShare(definitions.workspace, documents),
    links: linkShare(definitions.workspace, documents),
    loops: loopShare(definitions.workspace, documents),
    ...storyCoverage(stories, Object.keys(definitions.processes)),
  };
}

type Documents = Readonly<Record<string, ProcessDocument>>;

function clauseShare({ clauses }: WorkspaceDocuments, documents: Documents): Share {
  const found = clauses === undefined ? [] : clauseCoverage(clauses, documents);
  return shareOf(
    found,
    ({ elements }) => elements.length > 0,
    ({ clause }) => clause.id,
  );
}

function linkShare({ links }: WorkspaceDocuments, documents: Documents): Share {
  const judged = links === undefined ? [] : judgeLinks(links, documents);
  return shareOf(
    judged,
    ({ way }) => way !== undefined,
    ({ from, kind, to }) => `${from} ${kind} ${to}`,
  );
}

function loopShare({ links }: WorkspaceDocuments, documents: Documents): Share {
  const judged = links === undefined ? [] : judgeLoops(links, documents);
  return shareOf(
    judged,
    ({ broken }) => broken.length === 0,
    ({ id, broken }) => `${id} ${broken.map((place) => place.join(' > ')).join(', ')}`,
  );
}
