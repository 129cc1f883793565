import { type FieldNode, isDerived, isTable } from '../form/model.ts';
import { mergeRows } from './merge-rows.ts';
import { type Merged, mergeValue } from './merge-value.ts';

/** One form of one case: field id to stored value. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Puts two people's edits of one form together (rule 14 of the workflow semantics): of each field whatever one of them
 * has changed; of tables row by row and column by column. A field that both have set to different values is an overlap.
 * Derived fields are left as they are; they are worked out anew afterwards.
 *
 * @param base the form as it was opened.
 */
export function mergeForm(nodes: readonly FieldNode[], base: Fields, mine: Fields, theirs: Fields): Merged<Fields> {
  const fields = nodes
    .filter((node) => !isDerived(node))
    .map((node) => {
      const [was, my, their] = [base[node.id], mine[node.id], theirs[node.id]];
      const merged = isTable(node) ? mergeRows(node, was, my, their) : mergeValue(node.path, was, my, their);
      return { id: node.id, ...merged };
    });
  const derived = nodes.filter(isDerived).map(({ id }) => [id, theirs[id]] as const);
  const value = Object.fromEntries([...derived, ...fields.map((field) => [field.id, field.value] as const)]);
  return {
    value: Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)),
    overlaps: fields.flatMap(({ overlaps }) => overlaps),
  };
}
