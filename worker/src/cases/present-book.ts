import { type CoveredClause, clauseCoverage, type LoopPlan, planLoops, type RuleBook, ruleBook } from '#engine';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import type { Store } from '../store/database.ts';
import { presentProcesses } from '../store/rule-book-store.ts';
import type { PresentWorkspace } from '../store/workspace.ts';

/** What the documents of a company say together. */
export type PresentBook = {
  readonly book: RuleBook;
  readonly clauses: readonly CoveredClause[];
  readonly loops: readonly LoopPlan[];
  readonly documents: Readonly<Record<string, ProcessDocument>>;
};

let bound: { readonly digest: string; readonly content: PresentBook } | undefined;

/** The book of the present workspace: it changes when something is published. */
export async function presentBook(store: Store, workspace: PresentWorkspace): Promise<PresentBook> {
  if (bound?.digest === workspace.digest) return bound.content;
  const documents = await presentProcesses(store);
  const { clauses, links } = workspace.documents;
  const content = {
    book: ruleBook(workspace.documents, documents),
    clauses: clauses === undefined ? [] : clauseCoverage(clauses, documents),
    loops: links === undefined ? [] : planLoops(links, documents),
    documents,
  };
  bound = { digest: workspace.digest, content };
  return content;
}
