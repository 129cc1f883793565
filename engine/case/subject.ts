import { valueAt } from '../form/value.ts';
import type { Context } from './context.ts';

/** The text a case is listed by: its subject field, or what the ledger calls the row that field refers to. */
export function subjectOf({ definition, values, form, facts }: Context): string {
  const { subject } = definition.document;
  const value = valueAt(values, subject);
  const node = definition.model.nodes.get(subject);
  const field = node?.field;
  if (typeof value !== 'string') return '';
  if (field?.type !== 'reference') return node?.kind.brief ? String(node.kind.brief(value)) : value;
  const column = 'ledger' in field.to ? facts.ledgers[field.to.ledger]?.name : 'subject';
  const name = column === undefined ? undefined : form.references[value]?.[column];
  return typeof name === 'string' ? name : value;
}
