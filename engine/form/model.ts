import type { Field } from '../../schemas/generated/process.ts';
import type { FormFacts } from './facts.ts';
import type { Kind, Limits, Shape } from './kinds/kind.ts';
import type { FieldPath, Row, Values } from './value.ts';

/** An expression bound to forms: reads stored values and facts, gives the stored value of its result. */
export type Formula = {
  readonly reads: readonly (readonly string[])[];
  readonly readsRow: boolean;
  readonly run: (values: Values, facts: FormFacts, row?: Row) => unknown;
};

export type Condition = boolean | Formula;

/**
 * Which ledger cell a field shows; `key` gives a row id, or the key columns of the row. With `sums` it is a group of
 * that sum, whose keys `key` gives.
 */
export type LookupRule = {
  readonly ledger: string;
  readonly sums?: string;
  readonly column: string;
  readonly key: Formula | Readonly<Record<string, Formula>>;
};

/** One field or table column, compiled. */
export type FieldNode = {
  readonly path: FieldPath;
  readonly form: string;
  readonly id: string;
  /** Field id of the table this is a column of. */
  readonly table: string | undefined;
  readonly field: Field;
  readonly kind: Kind<Field>;
  readonly shape: Shape;
  readonly limits: Limits;
  readonly visible: Formula | undefined;
  readonly required: Condition;
  readonly readonly: Condition;
  readonly compute: Formula | undefined;
  readonly initial: Formula | undefined;
  readonly lookup: LookupRule | undefined;
  /** Where its date limits count from. */
  readonly bounds: readonly Formula[];
  /** Columns of a table in their order; empty for every other field. */
  readonly columns: readonly FieldNode[];
};

/** One entry of the definition's `checks`; `at` is a form, a field or a column. */
export type CheckNode = {
  readonly index: number;
  readonly form: string;
  readonly at: FieldPath;
  readonly that: Formula;
};

/**
 * A field that a change concerns. `rowOnly`: a change in one row concerns only that row of it. `settles`: its value
 * may change; otherwise only whether it is required, read-only or within its limits.
 */
export type Affected = { readonly node: FieldNode; readonly rowOnly: boolean; readonly settles: boolean };

/** Forms and checks of one definition, compiled once and shared by every case. */
export type FormModel = {
  /** Fields of each form in the order they stand in it. */
  readonly forms: ReadonlyMap<string, readonly FieldNode[]>;
  /** Fields and columns by path. */
  readonly nodes: ReadonlyMap<FieldPath, FieldNode>;
  /** Fields and columns, each after everything its value depends on. */
  readonly order: readonly FieldNode[];
  /** Those of them that settling has work for. */
  readonly settling: readonly FieldNode[];
  /** Those that show a cell of a ledger. */
  readonly lookups: readonly FieldNode[];
  /** Those that point to a row of a ledger or to a case. */
  readonly references: readonly FieldNode[];
  /** Checks by the form, field or column they are reported at. */
  readonly checks: ReadonlyMap<FieldPath, readonly CheckNode[]>;
  /** What a change of a field or column concerns, in the order of evaluation. */
  readonly affected: ReadonlyMap<FieldPath, readonly Affected[]>;
};

/** The engine gives the value: computed or read from a ledger. */
export const isDerived = (node: FieldNode): boolean => node.compute !== undefined || node.lookup !== undefined;

export const isTable = (node: FieldNode): boolean => node.field.type === 'table';

/** Whether settling has anything to do for a node. */
export const hasWork = (node: FieldNode): boolean => node.visible !== undefined || isDerived(node) || isTable(node);

/** A missing answer counts as no. */
export const holds = (condition: Condition, values: Values, facts: FormFacts, row?: Row): boolean =>
  typeof condition === 'boolean' ? condition : condition.run(values, facts, row) === true;

export const isVisible = (node: FieldNode, values: Values, facts: FormFacts, row?: Row): boolean =>
  node.visible === undefined || node.visible.run(values, facts, row) === true;

/** The one way a value of this field is written; undefined when it is empty. */
export function canonicalOf({ kind }: FieldNode, value: unknown): unknown {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  return kind.canonical ? kind.canonical(value) : value;
}

/** Where a field stands in the values. */
export const pointerOf = (node: FieldNode): string => `/${node.form}/${node.id}`;
