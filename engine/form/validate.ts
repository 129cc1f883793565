import type { FormFacts } from './facts.ts';
import { type Flaws, flaw, type Issue, place } from './issue.ts';
import type { CheckContext } from './kinds/kind.ts';
import { type CheckNode, type FieldNode, type FormModel, holds, isTable, isVisible, pointerOf } from './model.ts';
import { type Editable, isAnswered, isEdited } from './rights.ts';
import { type Row, rowsOf, type Values } from './value.ts';

/** What one validation shares and gathers. */
type Run = {
  readonly checks: FormModel['checks'];
  readonly values: Values;
  readonly facts: FormFacts;
  readonly editable: Editable;
  readonly context: CheckContext;
  readonly issues: Issue[];
};

/**
 * Judges settled values on submitting: whatever the sender may write and whatever is derived in those forms, as far
 * as it is visible, and the checks reported there. A check on a hidden field is not asked.
 *
 * @returns issues in the order the fields stand in their forms, rows from top to bottom; none when all is well.
 */
export function validate(model: FormModel, values: Values, facts: FormFacts, editable: Editable): readonly Issue[] {
  const run: Run = { checks: model.checks, values, facts, editable, context: { values, facts }, issues: [] };
  for (const [form, fields] of model.forms) {
    if (!isEdited(editable, fields)) continue;
    for (const node of fields) judgeField(run, node, values[form]?.[node.id]);
    judgeChecks(run, form, `/${form}`);
  }
  return run.issues;
}

function judgeField(run: Run, node: FieldNode, value: unknown): void {
  const { values, facts, issues } = run;
  if (!isVisible(node, values, facts)) return;
  if (isAnswered(run.editable, node)) {
    const flaws = flawsOf(node, value, run.context);
    if (flaws) place(flaws, pointerOf(node), issues);
  }
  if (isTable(node)) judgeCells(run, node, rowsOf(value));
  judgeChecks(run, node.path, pointerOf(node));
}

const REQUIRED = flaw('required');

function flawsOf(node: FieldNode, value: unknown, context: CheckContext): Flaws {
  if (value === undefined || node.kind.isEmpty(value)) {
    if (holds(node.required, context.values, context.facts, context.row)) return REQUIRED;
    if (!isTable(node)) return undefined;
  }
  return node.shape(value) ?? node.limits(value, context);
}

function judgeCells(run: Run, table: FieldNode, rows: readonly Row[]): void {
  const { values, facts, issues } = run;
  const columns = table.columns.filter((column) => isAnswered(run.editable, column));
  const checked = table.columns.filter(({ path }) => run.checks.has(path));
  for (const [index, row] of rows.entries()) {
    const context: CheckContext = { values, facts, row };
    for (const column of columns) {
      if (column.visible && !isVisible(column, values, facts, row)) continue;
      const flaws = flawsOf(column, row[column.id], context);
      if (flaws) place(flaws, cellPath(table, index, column), issues);
    }
    for (const column of checked) judgeChecks(run, column.path, cellPath(table, index, column), column, row);
  }
}

const cellPath = (table: FieldNode, index: number, column: FieldNode): string =>
  `${pointerOf(table)}/${index}/${column.id}`;

/** Asks the checks of one place; those of a column are asked of each row in which the column is visible. */
function judgeChecks(run: Run, at: string, path: string, column?: FieldNode, row?: Row): void {
  const checks: readonly CheckNode[] = run.checks.get(at) ?? [];
  for (const { index, that } of checks) {
    if (column && !isVisible(column, run.values, run.facts, row)) continue;
    if (!holds(that, run.values, run.facts, row))
      run.issues.push({ code: 'check-failed', path, params: { check: index } });
  }
}
