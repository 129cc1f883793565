import type { FormFacts } from './facts.ts';
import type { FieldNode, FormModel, Formula, LookupRule } from './model.ts';
import { isVisible } from './model.ts';
import { type FieldPath, isObject, ROW_KEY, type Row, rowsOf, type Values } from './value.ts';

/** A ledger cell that a lookup field shows. `key` is a row id, or values of the ledger's key columns. */
export type LookupRequest = {
  readonly path: FieldPath;
  /** `_row` of the table row, for lookup columns. */
  readonly row?: string;
  readonly ledger: string;
  /** A sum of the ledger; `key` gives the values of its group. */
  readonly sums?: string;
  readonly column: string;
  readonly key: string | Readonly<Record<string, unknown>>;
};

/** What has to be read from ledgers to fill `facts.lookups`; lookups whose key is incomplete or hidden are left out. */
export function lookupRequests(model: FormModel, values: Values, facts: FormFacts): readonly LookupRequest[] {
  return model.lookups.flatMap((node) => {
    const { lookup, table, form, path } = node;
    if (!lookup) return [];
    if (table === undefined) return request(node, lookup, values, facts).map((found) => ({ path, ...found }));
    return rowsOf(values[form]?.[table]).flatMap((row) =>
      request(node, lookup, values, facts, row).map((found) => ({ path, row: String(row[ROW_KEY]), ...found })),
    );
  });
}

type Found = Pick<LookupRequest, 'ledger' | 'sums' | 'column' | 'key'>;

function request(node: FieldNode, rule: LookupRule, values: Values, facts: FormFacts, row?: Row): readonly Found[] {
  if (!isVisible(node, values, facts, row)) return [];
  const { ledger, sums, column } = rule;
  const key = keyOf(rule, values, facts, row);
  return key === undefined ? [] : [{ ledger, column, key, ...(sums === undefined ? {} : { sums }) }];
}

function keyOf({ key }: LookupRule, values: Values, facts: FormFacts, row: Row | undefined): Found['key'] | undefined {
  if (isFormula(key)) {
    const result = key.run(values, facts, row);
    const id = isObject(result) ? result.id : result;
    return typeof id === 'string' && id !== '' ? id : undefined;
  }
  const cells = Object.entries(key).map(([name, formula]) => [name, formula.run(values, facts, row)] as const);
  return cells.some(([, cell]) => cell === null || cell === '') ? undefined : Object.fromEntries(cells);
}

/** The expressions of a lookup's key. */
export const keyFormulas = ({ key }: LookupRule): readonly Formula[] => (isFormula(key) ? [key] : Object.values(key));

const isFormula = (key: LookupRule['key']): key is Formula => typeof key.run === 'function';
