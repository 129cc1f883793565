import type { RoleRule } from '../../../schemas/generated/process.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { keyFormulas } from '../../form/lookups.ts';
import { isDerived } from '../../form/model.ts';
import { own } from '../../shared/own.ts';
import type { Block, Cell, LedgerStep, StartStep } from '../definition.ts';
import type { Finding } from '../finding.ts';
import type { CheckingCompiled } from './checking.ts';
import { AT_START, follow, formsIn, type Progress } from './progress.ts';
import { error, warning } from './report.ts';

/** Something a block reads when it is reached. */
type Read = { readonly path: DocumentPath; readonly names: readonly string[] };

/** Whatever the way of a case depends on is filled in before it is needed. */
export function checkReads(checking: CheckingCompiled): readonly Finding[] {
  const { definition, steps } = checking;
  const places = new Map(steps.map(({ id, path }) => [id, path]));
  const asked = new Set(formsIn(definition));
  const findings: Finding[] = [];
  follow(definition.blocks, AT_START, (block, before) => {
    for (const { path, names } of readsOf(checking, block, places.get(block.id) ?? [])) {
      const finding = checkRead(checking, names, path, before, asked);
      if (finding !== undefined && !findings.some((other) => isSame(other, finding))) findings.push(finding);
    }
  });
  return findings;
}

const isSame = (left: Finding, right: Finding): boolean =>
  left.params.form === right.params.form && left.path.join('/') === right.path.join('/');

function checkRead(
  { definition }: CheckingCompiled,
  [form = '', field = '']: readonly string[],
  path: DocumentPath,
  before: Progress,
  asked: ReadonlySet<string>,
): Finding | undefined {
  if (!definition.model.forms.has(form) || before.sure.has(form)) return undefined;
  const node = definition.model.nodes.get(`${form}.${field}`);
  if (!asked.has(form) && node !== undefined && isDerived(node)) return undefined;
  const params = { form, field: field === '' ? form : `${form}.${field}` };
  return before.maybe.has(form)
    ? warning('read-before-set', path, { ...params, some: 'yes' })
    : error('read-before-set', path, params);
}

function readsOf(checking: CheckingCompiled, block: Block, path: DocumentPath): readonly Read[] {
  switch (block.kind) {
    case 'fill':
      return roleReads(checking, block.role, [...path, 'by']);
    case 'approve':
      return roleReads(checking, block.role, [...path, 'approve']);
    case 'choose':
    case 'parallel':
      return block.branches.flatMap(({ when }, index) =>
        (when?.formula.reads ?? []).map((names) => ({ path: [...path, block.kind, index, 'when'], names })),
      );
    case 'start':
      return startReads(checking, block, path);
    case 'ledger':
      return ledgerReads(block, path);
    case 'copy':
      return [];
  }
}

/** What decides who a role is. */
function roleReads({ definition }: CheckingCompiled, role: string, path: DocumentPath): readonly Read[] {
  const rule = own(definition.roles, role);
  const inputs = cellReads(own(definition.tableInputs, role) ?? [], path);
  return [
    ...inputs.map(({ names }) => ({ path, names })),
    ...fieldsOf(rule).map((field) => ({ path, names: field.split('.') })),
  ];
}

function fieldsOf(rule: RoleRule | undefined): readonly string[] {
  if (rule === undefined) return [];
  if ('field' in rule) return [rule.field];
  if ('headOf' in rule) return [rule.headOf];
  return 'post' in rule && rule.unit !== undefined ? [rule.unit] : [];
}

const cellReads = (cells: readonly Cell[], path: DocumentPath): readonly Read[] =>
  cells.flatMap(({ target, formula }) => formula.reads.map((names) => ({ path: [...path, target], names })));

function startReads(
  checking: CheckingCompiled,
  { as, with: cells, at, series }: StartStep,
  path: DocumentPath,
): readonly Read[] {
  const dates = [
    { rule: at, key: 'at' },
    { rule: series?.from, key: 'from' },
  ];
  return [
    ...roleReads(checking, as, [...path, 'as']),
    ...cellReads(cells, [...path, 'with']),
    ...dates.flatMap(({ rule, key }) =>
      rule === undefined ? [] : [{ path: [...path, key], names: rule.from.split('.') }],
    ),
    ...(series?.while.reads ?? []).map((names) => ({ path: [...path, 'while'], names })),
  ];
}

function ledgerReads({ ledger, cells, key, write }: LedgerStep, path: DocumentPath): readonly Read[] {
  const keys = key === undefined ? [] : keyFormulas({ ledger, column: '', key });
  return [
    ...cellReads(cells, [...path, write]),
    ...keys.flatMap(({ reads }) => reads.map((names) => ({ path: [...path, 'key'], names }))),
  ];
}

/** A case changes its own row of a ledger only after it wrote one. */
export function checkInserts({ definition, steps }: CheckingCompiled): readonly Finding[] {
  const places = new Map(steps.map(({ id, path }) => [id, path]));
  const findings: Finding[] = [];
  follow(definition.blocks, AT_START, (block, { inserted }) => {
    if (block.kind !== 'ledger' || block.write !== 'update' || block.key !== undefined || inserted.has(block.ledger))
      return;
    findings.push(
      error('insert-missing', [...(places.get(block.id) ?? []), 'ledger'], { ledger: block.ledger, name: block.id }),
    );
  });
  return findings;
}
