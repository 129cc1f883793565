import type { DecisionTableDocument } from '../../schemas/generated/table.ts';

/** What of a decision table its owners change; columns and hit policy belong to the processes that ask it. */
export type TableRules = Pick<DecisionTableDocument, 'rules' | 'default' | 'tests'>;

export const tableRules = ({ rules, default: otherwise, tests }: TableRules): TableRules => ({
  rules,
  ...(otherwise && { default: otherwise }),
  ...(tests && tests.length > 0 && { tests }),
});

/** The table with other rules. */
export function withRules(document: DecisionTableDocument, rules: TableRules): DecisionTableDocument {
  const { rules: _, default: __, tests: ___, ...table } = document;
  return { ...table, ...tableRules(rules) };
}
