import { type CoveredClause, placeSteps, withInner } from '#engine';
import type { BookArea, BookClauses, BookContents } from '../../../schemas/generated/api.ts';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import { presentBook } from '../cases/present-book.ts';
import { visit } from '../store/visit.ts';
import { ProblemError } from './problem.ts';
import { json, type Route, route } from './route.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;

/** The rules of the company are for everybody inside to read, also those of processes whose cases few may see. */
const readContents = route({
  method: 'GET',
  path: '/api/rule-book',
  access: 'person',
  answer: { status: 200, schema: 'bookContents' },
  async handle({ store, ticket }) {
    const { visit: who } = await visit(store, ticket);
    const { book, clauses } = await presentBook(store, who.workspace);
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
    const { book } = await presentBook(store, who.workspace);
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
    const { clauses, documents } = await presentBook(store, who.workspace);
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
