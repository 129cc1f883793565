import { type CoveredClause, clauseCoverage, placeSteps, type RuleBook, ruleBook, withInner } from '#engine';
import type { BookArea, BookClauses, BookContents } from '../../../schemas/generated/api.ts';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import type { Store } from '../store/database.ts';
import { presentProcesses } from '../store/rule-book-store.ts';
import { visit } from '../store/visit.ts';
import type { PresentWorkspace } from '../store/workspace.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;
type Bound = { readonly book: RuleBook; readonly clauses: readonly CoveredClause[]; readonly documents: Documents };

/** The book of the present workspace: it changes when something is published. */
let bound: { readonly digest: string; readonly content: Bound } | undefined;

async function bookOf(store: Store, workspace: PresentWorkspace): Promise<Bound> {
  if (bound?.digest === workspace.digest) return bound.content;
  const documents = await presentProcesses(store);
  const { clauses } = workspace.documents;
  const content = {
    book: ruleBook(workspace.documents, documents),
    clauses: clauses === undefined ? [] : clauseCoverage(clauses, documents),
    documents,
  };
  bound = { digest: workspace.digest, content };
  return content;
}

/** The rules of the company are for everybody inside to read, also those of processes whose cases few may see. */
const readContents = route({
  method: 'GET',
  path: '/api/rule-book',
  access: 'person',
  answer: { status: 200, schema: 'bookContents' },
  async handle({ store, ticket }) {
    const { visit: who } = await visit(store, ticket);
    const { book, clauses } = await bookOf(store, who.workspace);
    const view: BookContents = {
      company: who.workspace.documents.organisation.title,
      areas: book.areas.map(({ id, title, processes }) => ({
        id,
        title,
        processes: processes.map((process) => ({ id: process.id, title: process.title })),
      })),
      clauses: { covered: clauses.filter(({ elements }) => elements.length > 0).length, all: clauses.length },
    };
    return json(view);
  },
});

const readArea = route({
  method: 'GET',
  path: '/api/rule-book/areas/{id}',
  access: 'person',
  answer: { status: 200, schema: 'bookArea' },
  refuses: ['not-found'],
  async handle({ store, ticket, path }) {
    const { visit: who } = await visit(store, ticket);
    const { book } = await bookOf(store, who.workspace);
    const area = book.areas.find(({ id }) => id === path.id);
    if (area === undefined) throw new ProblemError('not-found');
    return json(area satisfies Readonly<Record<keyof BookArea, unknown>>);
  },
});

const readClauses = route({
  method: 'GET',
  path: '/api/rule-book/clauses',
  access: 'person',
  answer: { status: 200, schema: 'bookClauses' },
  async handle({ store, ticket }) {
    const { visit: who } = await visit(store, ticket);
    const { clauses, documents } = await bookOf(store, who.workspace);
    const sources = who.workspace.documents.clauses?.documents ?? [];
    const view: BookClauses = {
      documents: sources.map(({ id, title }) => ({ id, title })),
      items: clauses.map((covered) => clauseView(covered, documents)),
    };
    return json(view);
  },
});

export const ruleBookRoutes: readonly Route[] = [readContents, readArea, readClauses];

function clauseView({ clause, elements }: CoveredClause, documents: Documents): BookClauses['items'][number] {
  const { id, document, heading, text } = clause;
  const processes = elements.flatMap((element) => {
    const process = 'process' in element ? documents[element.process] : undefined;
    if (process === undefined || !('process' in element)) return [];
    const step = withInner(placeSteps(process.steps)).find((placed) => placed.id === element.step)?.source.title;
    return [{ id: process.id, title: process.title, area: process.area, ...(step !== undefined && { step }) }];
  });
  const covers = elements.flatMap((element) => ('cover' in element ? [element.cover.because] : []));
  return { id, document, heading, text, processes, covers };
}
