import type { PublicRule } from '../../../schemas/generated/process.ts';
import { type FieldNode, isDerived } from '../../form/model.ts';
import { asks, firstStep } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { type CheckingCompiled, fieldAt, fieldPaths } from './checking.ts';
import { error, known } from './report.ts';

type Findings = readonly Finding[];

/** Kinds that would show a stranger who works here or what is kept here, or take files from anybody. */
const INTERNAL: ReadonlySet<string> = new Set([
  'person',
  'people',
  'unit',
  'units',
  'reference',
  'files',
  'signature',
  'questions',
]);

/** A form for people without an account shows nothing of the company, and can be sent by them alone. */
export function checkPublic(checking: CheckingCompiled): Findings {
  const rule = checking.document.public;
  if (rule === undefined) return [];
  return [
    ...rule.fields.flatMap((path, at) => checkShown(checking, path, ['public', 'fields', at])),
    ...(rule.fixed ?? []).flatMap((path, at) => checkFixed(checking, path, ['public', 'fixed', at])),
    ...checkAbout(checking, rule.about),
    ...checkNeeded(checking),
    ...checkAsked(checking),
  ];
}

function checkShown(checking: CheckingCompiled, path: string, at: Finding['path']): Findings {
  const named = checkFixed(checking, path, at);
  if (named.length > 0) return named;
  const { model } = checking.definition;
  const node = model.nodes.get(path);
  const shown = node === undefined ? (model.forms.get(path) ?? []) : [node];
  return shown
    .flatMap((each) => [each, ...each.columns])
    .flatMap((each) => {
      const why = internalBecause(each);
      return why === undefined ? [] : [error('not-public', at, { name: each.path, why })];
    });
}

function internalBecause({ field, lookup }: FieldNode): string | undefined {
  if (INTERNAL.has(field.type)) return 'kind';
  if (lookup !== undefined) return 'ledger';
  return 'decide' in field && field.decide !== undefined ? 'table' : undefined;
}

function checkFixed(checking: CheckingCompiled, path: string, at: Finding['path']): Findings {
  const names = [...Object.keys(checking.document.forms), ...fieldPaths(checking.document)];
  const unknown = known('unknown-field', at, path, names);
  if (unknown.length > 0) return unknown;
  const isFirst = path.split('.')[0] === firstStep(checking.definition).form;
  return isFirst ? [] : [error('not-public', at, { name: path, why: 'later' })];
}

/** The other process, its step and its fields exist. */
function checkAbout(checking: CheckingCompiled, about: PublicRule['about']): Findings {
  if (about === undefined) return [];
  const at = ['public', 'about'];
  const other = checking.processes[about.process];
  if (other === undefined) return known('unknown-process', [...at, 'process'], about.process, checking.processes);
  const steps = other.steps.flatMap((entry) => Object.keys(entry));
  return [
    ...known('unknown-step', [...at, 'after'], about.after, steps),
    ...Object.entries(about.carry).flatMap(([target, source]) => [
      ...checkFixed(checking, target, [...at, 'carry', target]),
      ...known('unknown-field', [...at, 'carry', target], source, fieldPaths(other)),
      ...checkCarried(checking, target, fieldAt(other, source)?.type, [...at, 'carry', target]),
    ]),
  ];
}

function checkCarried(checking: CheckingCompiled, target: string, from: string | undefined, at: Finding['path']) {
  const to = fieldAt(checking.document, target)?.type;
  if (to === undefined || from === undefined) return [];
  const expected = to === 'answers' ? 'questions' : to;
  return from === expected ? [] : [error('wrong-field-type', at, { name: target, expected })];
}

/** What must be filled in but is neither shown to them nor said by the link. */
function checkNeeded({ definition }: CheckingCompiled): Findings {
  const { see, fixed, about } = definition.public ?? { see: new Set(), fixed: new Set() };
  const carried = Object.keys(about?.carry ?? {});
  return (definition.model.forms.get(firstStep(definition).form) ?? [])
    .filter((node) => node.required === true && node.initial === undefined && !isDerived(node))
    .filter(({ path }) => !see.has(path) && !fixed.has(path) && !carried.includes(path))
    .map(({ path }) => error('not-public', ['public', 'fields'], { name: path, why: 'required' }));
}

/** Whoever sent it has no account: no later step can ask them, and none can give it back. */
function checkAsked({ document, definition, steps }: CheckingCompiled): Findings {
  const first = firstStep(definition);
  const asking = [...definition.steps.values()].filter(asks);
  const wrong = asking.filter(
    ({ id, role, returnTo }) => (id !== first.id && isStarter(document.roles[role])) || returnTo.includes(first.id),
  );
  return wrong.map(({ id }) =>
    error('public-asks-starter', steps.find((step) => step.id === id)?.path ?? ['steps'], { name: id }),
  );
}

const isStarter = (rule: object | undefined): boolean => rule !== undefined && 'starter' in rule;
