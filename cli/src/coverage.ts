import { clauseCoverage, type Definition, judgeLinks, judgeLoops, type WorkspaceDocuments } from '#engine';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import type { Definitions } from './definitions.ts';
import { storiesOf } from './scenarios.ts';

/** How much of something there is to cover, and what is missing. */
export type Share = { readonly covered: number; readonly all: number; readonly missing: readonly string[] };
export type Coverage = {
  readonly clauses: Share;
  readonly links: Share;
  readonly loops: Share;
  /** Steps of all processes that the stories reach. */
  readonly steps: Share;
};

/**
 * What the definitions carry of the rule books, and what the stories reach of the definitions. Plays every story.
 *
 * @param definitions ones without errors.
 */
export function coverageOf(definitions: Definitions): Coverage {
  const documents = Object.fromEntries(
    Object.entries(definitions.processes).map(([id, { document }]) => [id, document]),
  );
  return {
    clauses: clauseShare(definitions.workspace, documents),
    links: linkShare(definitions.workspace, documents),
    loops: loopShare(definitions.workspace, documents),
    steps: stepShare(definitions),
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

function stepShare(definitions: Definitions): Share {
  const reached = new Set<string>();
  const all = new Map<string, Definition>();
  for (const { play, worlds } of storiesOf(definitions)) {
    play();
    for (const { definition, entries } of worlds().flatMap((world) => world.cases())) {
      all.set(definition.id, definition);
      for (const { events } of entries)
        for (const { data } of events) if ('step' in data) reached.add(`${definition.id} ${data.step}`);
    }
  }
  const steps = Object.keys(definitions.processes).flatMap((id) =>
    [...(all.get(id)?.steps.keys() ?? ['*'])].map((step) => `${id} ${step}`),
  );
  return shareOf(
    steps,
    (step) => reached.has(step),
    (step) => step,
  );
}

const shareOf = <T>(items: readonly T[], isCovered: (item: T) => boolean, name: (item: T) => string): Share => {
  const missing = items.filter((item) => !isCovered(item));
  return { covered: items.length - missing.length, all: items.length, missing: missing.map(name) };
};
