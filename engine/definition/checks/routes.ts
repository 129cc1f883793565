import { scopeOf } from '../../form/scope.ts';
import type { Block, Branch, Definition } from '../definition.ts';
import { type CheckingCompiled, fieldAt, isAlwaysShown } from './checking.ts';
import { type Condition, conditionReader, type FieldOf, variablesOf } from './condition.ts';
import { domainsOf } from './domains.ts';
import { isOutcome, outcomeField } from './outcomes.ts';
import type { Domains, Outcome } from './possible.ts';
import { AT_START, follow, formsIn, type Progress } from './progress.ts';

/** How a case gets to a block. */
export type Route = {
  /** What held when a branch was taken and nobody can have changed since. */
  readonly known: readonly Outcome[];
  /** Whether `known` is all that led here: no condition on the way that may read otherwise by now. */
  readonly isWhole: boolean;
};

/** One branch of a block as it is reached: what held before, which branches were passed over, and its own condition. */
export type Fork = {
  readonly block: Block;
  readonly index: number;
  readonly branch: Branch;
  readonly before: Route;
  readonly refused: readonly Outcome[];
  readonly own: readonly Outcome[];
};

/** What every rule about the ways through a process shares. */
export type Routes = {
  readonly read: (source: string) => Condition;
  readonly domainsAt: (block: string) => Domains;
  readonly routes: ReadonlyMap<string, Route>;
  readonly forks: readonly Fork[];
  readonly progress: ReadonlyMap<string, Progress>;
};

/** `form.table.column` names a column; what follows looks into its value. */
const MOST_NAMES = 3;
const EMPTY: Route = { known: [], isWhole: true };

/**
 * Goes down the tree once. What an outer condition says still counts inside as long as nobody can have changed what it
 * reads.
 */
export function routesOf(checking: CheckingCompiled): Routes {
  const { document, workspace, definition } = checking;
  const { ledgers, settings } = workspace.documents;
  const progress = progressOf(definition);
  const routes = new Map<string, Route>();
  const forks: Fork[] = [];
  const fieldsAt =
    (step: string): FieldOf =>
    (path) =>
      isOutcome(path)
        ? outcomeField(definition, path, progress.get(step)?.maybe.has(path) === true)
        : fieldAt(document, path);
  const read = conditionReader(fieldsAt(''), scopeOf(document.forms, { ledgers, settings: settings.settings }));
  const outcome = (source: string, holds: boolean): Outcome => ({ condition: read(source), holds, source });

  const visitAll = (blocks: readonly Block[], start: Route): void => {
    blocks.reduce((before, block) => {
      routes.set(block.id, before);
      visit(block, before);
      return without(before, formsIn({ blocks: [block] }));
    }, start);
  };
  const visit = (block: Block, before: Route): void => {
    if (block.kind !== 'choose' && block.kind !== 'parallel') return;
    const isChoice = block.kind === 'choose';
    const refused: Outcome[] = [];
    for (const [index, branch] of block.branches.entries()) {
      const own = branch.when === undefined ? [] : [outcome(branch.when.source, true)];
      forks.push({ block, index, branch, before, refused: [...refused], own });
      const beside = isChoice ? [] : block.branches.filter((other) => other !== branch).flatMap(formsIn);
      visitAll(branch.blocks, without(inside(checking, before, [...refused, ...own]), beside));
      if (isChoice && branch.when !== undefined) refused.push(outcome(branch.when.source, false));
    }
  };
  visitAll(definition.blocks, EMPTY);
  const domainsAt = (block: string): Domains =>
    domainsOf(fieldsAt(block), (path) => isSet(checking, path, progress.get(block) ?? AT_START));
  return { read, domainsAt, routes, forks, progress };
}

function progressOf(definition: Definition): ReadonlyMap<string, Progress> {
  const progress = new Map<string, Progress>();
  follow(definition.blocks, AT_START, (block, before) => progress.set(block.id, before));
  return progress;
}

/** A form that is handed in on the way makes what was known of it stale. */
export function without({ known, isWhole }: Route, forms: readonly string[]): Route {
  const fresh = known.filter(({ condition }) => !variablesOf(condition).some((path) => forms.includes(formOf(path))));
  return { known: fresh, isWhole: isWhole && fresh.length === known.length };
}

function inside(checking: CheckingCompiled, { known, isWhole }: Route, taken: readonly Outcome[]): Route {
  const lasting = taken.filter(({ condition }) => isLasting(checking, condition));
  return { known: [...known, ...lasting], isWhole: isWhole && lasting.length === taken.length };
}

const formOf = (variable: string): string => variable.split('.')[0] ?? '';

/** Whether a condition reads only what people filled in: that stays as it is until the form is handed in again. */
const isLasting = (checking: CheckingCompiled, condition: Condition): boolean =>
  variablesOf(condition).every((variable) => staysWithForm(checking, variable));

/** A field somebody typed, or one computed of nothing but such fields of its own form. */
function staysWithForm(checking: CheckingCompiled, path: string): boolean {
  const { nodes } = checking.definition.model;
  const node = nodes.get(path);
  if (node === undefined || node.lookup !== undefined) return false;
  return (node.compute?.reads ?? []).every((names) => {
    const [root] = names;
    if (root === 'starter' || root === 'case') return true;
    const read = root === 'row' ? [node.form, node.table, ...names.slice(1)] : names;
    const name = read.slice(0, MOST_NAMES).join('.');
    return read[0] === node.form && nodes.get(name)?.field.type !== 'reference' && staysWithForm(checking, name);
  });
}

/** Whether a field cannot be empty by now. */
function isSet({ document }: CheckingCompiled, path: string, { sure }: Progress): boolean {
  if (isOutcome(path)) return sure.has(path);
  const field = fieldAt(document, path);
  return field?.required === true && isAlwaysShown(document, path) && sure.has(formOf(path));
}
