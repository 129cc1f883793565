import { scopeOf } from '../../form/scope.ts';
import { asks, type Block, type Branch, type ChooseBlock } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { type PlacedBranch, type PlacedStep, stepBranches } from '../placed-steps.ts';
import { type CheckingCompiled, fieldAt } from './checking.ts';
import { type Condition, canHappen, conditionReader, domainsOf, type Outcome, variablesOf } from './condition.ts';
import { AT_START, follow, formsIn, type Progress } from './progress.ts';
import { error, warning } from './report.ts';

type Search = {
  readonly checking: CheckingCompiled;
  readonly read: (source: string) => Condition;
  readonly before: ReadonlyMap<string, Progress>;
  readonly placed: ReadonlyMap<string, PlacedStep>;
  readonly findings: Finding[];
};

/**
 * Every branch is taken for some values. Conditions are compared by their constants, their choices and flags; the rest
 * of them counts as unknown, the same unknown where it is written the same way. What an outer condition says still
 * counts inside as long as nobody can have changed what it reads.
 */
export function checkReachable(checking: CheckingCompiled): readonly Finding[] {
  const { document, workspace, definition, steps } = checking;
  const { ledgers, settings } = workspace.documents;
  const before = new Map<string, Progress>();
  follow(definition.blocks, AT_START, (block, progress) => before.set(block.id, progress));
  const search: Search = {
    checking,
    read: conditionReader(document, scopeOf(document.forms, { ledgers, settings: settings.settings })),
    before,
    placed: new Map(steps.map((step) => [step.id, step])),
    findings: [],
  };
  visitAll(search, definition.blocks, []);
  return search.findings;
}

/** Goes down a list; a form that is handed in on the way makes what was known of it stale. */
function visitAll(search: Search, blocks: readonly Block[], known: readonly Outcome[]): void {
  let fresh = known;
  for (const block of blocks) {
    if (block.kind === 'choose') visitChoice(search, block, fresh);
    if (block.kind === 'parallel') {
      const calm = without(fresh, formsIn({ blocks: [block] }));
      for (const [index, branch] of block.branches.entries()) visitBranch(search, block, index, branch, calm, []);
    }
    fresh = without(fresh, formsIn({ blocks: [block] }));
    if (asks(block) && block.form !== undefined) fresh = without(fresh, [block.form]);
  }
}

function visitChoice(search: Search, block: ChooseBlock, known: readonly Outcome[]): void {
  const refused: Outcome[] = [];
  for (const [index, branch] of block.branches.entries()) {
    visitBranch(search, block, index, branch, known, refused);
    if (branch.when !== undefined) refused.push({ condition: search.read(branch.when.source), holds: false });
  }
}

function visitBranch(
  search: Search,
  block: Block,
  index: number,
  branch: Branch,
  known: readonly Outcome[],
  refused: readonly Outcome[],
): void {
  const own: readonly Outcome[] =
    branch.when === undefined ? [] : [{ condition: search.read(branch.when.source), holds: true }];
  const place = search.placed.get(block.id);
  const placedBranch = place && stepBranches(place)[index];
  const domains = domainsOf(search.checking.document, (path) => isSet(search, block, path));
  const [first] = branch.blocks;
  if (canHappen([...known, ...refused, ...own], domains)) {
    visitAll(search, branch.blocks, [
      ...known,
      ...[...refused, ...own].filter(({ condition }) => isLasting(search, condition)),
    ]);
  } else if (placedBranch !== undefined && first !== undefined) {
    search.findings.push(unreachable(placedBranch, first.id, canHappen(own, domains) ? 'excluded' : 'never'));
  }
}

/** An `else` that nothing is left for may be caution; a condition that can never hold is a mistake. */
function unreachable({ when, steps: [first], path }: PlacedBranch, name: string, why: string): Finding {
  const at = first?.path ?? path;
  return when === undefined
    ? warning('unreachable-step', at, { name, why: 'exhausted' })
    : error('unreachable-step', at, { name, why, when });
}

const formOf = (variable: string): string => variable.split('.')[0] ?? '';

const without = (known: readonly Outcome[], forms: readonly string[]): readonly Outcome[] =>
  known.filter(({ condition }) => !variablesOf(condition).some((variable) => forms.includes(formOf(variable))));

/** Whether a condition reads only what people filled in: that stays as it is until the form is handed in again. */
function isLasting({ checking: { document } }: Search, condition: Condition): boolean {
  return variablesOf(condition).every((variable) => {
    const field = fieldAt(document, variable);
    return field !== undefined && field.compute === undefined && !('lookup' in field && field.lookup !== undefined);
  });
}

/** Whether a field cannot be empty when the block is reached. */
function isSet({ checking: { document }, before }: Search, block: Block, path: string): boolean {
  const field = fieldAt(document, path);
  return (
    field?.required === true && field.visible === undefined && before.get(block.id)?.sure.has(formOf(path)) === true
  );
}
