import type { RoleRule } from '../../../schemas/generated/process.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { keyFormulas } from '../../form/lookups.ts';
import type { FieldNode, FormModel, Formula } from '../../form/model.ts';
import { own } from '../../shared/own.ts';
import type { AskingStep, Block, Cell, Definition, LedgerStep, StartStep } from '../definition.ts';
import type { CheckingCompiled } from './checking.ts';

/** Something that is read when a block is reached: where it is written, and the path that it names. */
export type Read = { readonly path: DocumentPath; readonly names: readonly string[] };

/** Everything a block reads of forms beside what it only shows. */
export function readsOf(checking: CheckingCompiled, block: Block, path: DocumentPath): readonly Read[] {
  switch (block.kind) {
    case 'fill':
    case 'approve':
      return askingReads(checking, block, path);
    case 'choose':
    case 'parallel':
      return block.branches.flatMap(({ when }, index) =>
        formulaReads(when?.formula, [...path, block.kind, index, 'when']),
      );
    case 'start':
      return startReads(checking, block, path);
    case 'ledger':
      return ledgerReads(block, path);
    case 'copy':
      return block.roles.flatMap((role, index) => roleReads(checking, role, [...path, 'copy', index]));
  }
}

const formulaReads = (formula: Formula | undefined, path: DocumentPath): readonly Read[] =>
  (formula?.reads ?? []).map((names) => ({ path, names }));

function askingReads(checking: CheckingCompiled, step: AskingStep, path: DocumentPath): readonly Read[] {
  const { form, rows } = step;
  const { model } = checking.definition;
  const table = rows === undefined ? [] : [{ path: [...path, 'rows', 'table'], names: rows.table.split('.') }];
  const all = [
    ...roleReads(checking, step.role, [...path, step.kind === 'fill' ? 'by' : 'approve']),
    ...(form === undefined ? [] : formReads(model, form)),
    ...table,
    ...formulaReads(rows?.open, [...path, 'rows', 'open']),
    ...(step.dueField === undefined ? [] : [{ path: [...path, 'due', 'field'], names: step.dueField.split('.') }]),
    ...step.overdue.flatMap(({ copy, escalate }, at) => [
      ...copy.flatMap((role, index) => roleReads(checking, role, [...path, 'overdue', at, 'copy', index])),
      ...(escalate === undefined ? [] : roleReads(checking, escalate, [...path, 'overdue', at, 'escalate'])),
    ]),
  ];
  return all.filter(({ names: [root] }) => root !== form);
}

/** What fields of a form, and the checks on it, read. */
function formReads(model: FormModel, form: string): readonly Read[] {
  const nodes = (model.forms.get(form) ?? []).flatMap((node) => [node, ...node.columns]);
  const checks = [...model.checks.values()].flat().filter((check) => check.form === form);
  return [
    ...nodes.flatMap(fieldReads),
    ...checks.flatMap(({ index, that }) => formulaReads(that, ['checks', index, 'that'])),
  ];
}

function fieldReads(node: FieldNode): readonly Read[] {
  const { form, id, table, visible, required, readonly, compute, initial, lookup, bounds } = node;
  const path = table === undefined ? ['forms', form, 'fields', id] : ['forms', form, 'fields', table, 'columns', id];
  const conditions = { required, readonly };
  return [
    ...formulaReads(visible, [...path, 'visible']),
    ...Object.entries(conditions).flatMap(([key, rule]) =>
      typeof rule === 'boolean' ? [] : formulaReads(rule, [...path, key]),
    ),
    ...formulaReads(compute, [...path, 'compute']),
    ...formulaReads(initial, [...path, 'default']),
    ...(lookup === undefined ? [] : keyFormulas(lookup)).flatMap((key) =>
      formulaReads(key, [...path, 'lookup', 'key']),
    ),
    ...bounds.flatMap((bound) => formulaReads(bound, path)),
  ];
}

/** What decides who a role is; a manager is found by way of another role. */
function roleReads({ definition }: CheckingCompiled, role: string, path: DocumentPath): readonly Read[] {
  const met = new Set<string>();
  let rule = own(definition.roles, role);
  let at = role;
  while (rule !== undefined && 'managerOf' in rule && !met.has(at)) {
    met.add(at);
    at = rule.managerOf;
    rule = own(definition.roles, at);
  }
  const inputs = cellReads(own(definition.tableInputs, at) ?? [], path);
  return [
    ...inputs.map(({ names }) => ({ path, names })),
    ...fieldsOf(rule).map((field) => ({ path, names: field.split('.') })),
  ];
}

function fieldsOf(rule: RoleRule | undefined): readonly string[] {
  if (rule === undefined) return [];
  if ('field' in rule) return [rule.field];
  if ('headOf' in rule) return typeof rule.headOf === 'string' ? [rule.headOf] : [];
  return 'post' in rule && rule.unit !== undefined ? [rule.unit] : [];
}

const cellReads = (cells: readonly Cell[], path: DocumentPath): readonly Read[] =>
  cells.flatMap(({ target, formula }) => formulaReads(formula, [...path, target]));

function startReads(checking: CheckingCompiled, step: StartStep, path: DocumentPath): readonly Read[] {
  const { as, for: owner, with: cells, at, series, each, where, result } = step;
  const named = { at: at?.from, from: series?.from.from, each };
  return [
    ...(owner === undefined ? roleReads(checking, as, [...path, 'as']) : []),
    ...cellReads(cells, [...path, 'with']),
    ...cellReads(result, [...path, 'result']),
    ...Object.entries(named).flatMap(([key, name]) =>
      name === undefined ? [] : [{ path: [...path, key], names: name.split('.') }],
    ),
    ...formulaReads(series?.while ?? step.while, [...path, 'while']),
    ...formulaReads(where, [...path, 'where']),
  ];
}

function ledgerReads(
  { ledger, cells, undo, key, write, each, where }: LedgerStep,
  path: DocumentPath,
): readonly Read[] {
  const keys = key === undefined ? [] : keyFormulas({ ledger, column: '', key });
  return [
    ...cellReads(cells, [...path, write]),
    ...cellReads(undo, [...path, 'undo']),
    ...keys.flatMap((formula) => formulaReads(formula, [...path, 'key'])),
    ...(each === undefined ? [] : [{ path: [...path, 'each'], names: each.split('.') }]),
    ...formulaReads(where, [...path, 'where']),
  ];
}

/** What decides whether a ledger row starts a case, and with which values. */
export const triggerReads = ({ triggers }: Definition): readonly Read[] =>
  triggers.flatMap(({ when, day, with: cells }, at) => [
    ...formulaReads(when, ['triggers', at, 'when']),
    ...formulaReads(day?.on, ['triggers', at, 'on']),
    ...cellReads(cells, ['triggers', at, 'with']),
  ]);
