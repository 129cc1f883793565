import type { Clause, ClausesDocument, Cover } from '../../schemas/generated/clauses.ts';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import { placeSteps, withInner } from '../definition/placed-steps.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;

/** What carries a clause: a step, a process as a whole, or what the clause itself names. */
export type ClauseElement = { readonly process: string; readonly step?: string } | { readonly cover: Cover };
export type CoveredClause = { readonly clause: Clause; readonly elements: readonly ClauseElement[] };

/** Every clause with all that carries it: a clause without an element is a rule that nobody lives. */
export function clauseCoverage({ clauses }: ClausesDocument, documents: Documents): readonly CoveredClause[] {
  const named = Object.values(documents).flatMap(clausesNamed);
  return clauses.map((clause) => ({
    clause,
    elements: [
      ...named.filter(({ clause: id }) => id === clause.id).map(({ element }) => element),
      ...(clause.covers ?? []).map((cover) => ({ cover })),
    ],
  }));
}

type Named = { readonly clause: string; readonly element: ClauseElement };

/** The clauses a process names: of its steps, and of itself where no step of it names them. */
function clausesNamed({ id, source = [], steps }: ProcessDocument): readonly Named[] {
  const ofSteps = withInner(placeSteps(steps)).flatMap(({ id: step, source: { clause } }) =>
    clause === undefined ? [] : [{ clause, element: { process: id, step } }],
  );
  const told = new Set(ofSteps.map(({ clause }) => clause));
  const whole = source.filter(({ clause }) => !told.has(clause));
  return [...ofSteps, ...whole.map(({ clause }) => ({ clause, element: { process: id } }))];
}
