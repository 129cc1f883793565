import type { LedgerTrigger, ProcessDocument } from '../../../schemas/generated/process.ts';
import { parseSource } from '../../expression/parse.ts';
import { scopeInRow, scopeOf } from '../../form/scope.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { placeSteps, withInner } from '../placed-steps.ts';
import { type Checking, fieldAt } from './checking.ts';
import { conditionReader, type FieldOf } from './condition.ts';
import { domainsOf } from './domains.ts';
import { canHappen } from './possible.ts';
import { error, known } from './report.ts';

/** What starts cases beside people: rows of ledgers, and the wish to revoke. */
export const checkBeginnings = (checking: Checking): readonly Finding[] => [
  ...(checking.document.triggers ?? []).flatMap((trigger, at) => checkTrigger(checking, trigger, ['triggers', at])),
  ...checkRevoke(checking),
];

function checkTrigger(checking: Checking, trigger: LedgerTrigger, path: Finding['path']): readonly Finding[] {
  const { document, workspace } = checking;
  const ledger = own(workspace.documents.ledgers, trigger.ledger);
  const { when = 'true' } = trigger;
  if (ledger === undefined || !parseSource(when).ok) return [];
  const environment = { ledgers: workspace.documents.ledgers, settings: workspace.documents.settings.settings };
  const fields: FieldOf = (name) =>
    name.startsWith('row.') ? own(ledger.columns, name.slice('row.'.length)) : undefined;
  const scope = scopeInRow(scopeOf(document.forms, environment), ledger.columns, environment);
  const condition = conditionReader(fields, scope)(when);
  const never = !canHappen(
    [{ condition, holds: true }],
    domainsOf(fields, () => false),
  );
  return [
    ...(never ? [error('trigger-never', [...path, 'when'], { when })] : []),
    ...Object.keys(trigger.with ?? {}).flatMap((name) => checkTarget(document, name, [...path, 'with', name])),
  ];
}

/** A case that starts by itself is given values of its first form. */
function checkTarget(document: ProcessDocument, name: string, path: Finding['path']): readonly Finding[] {
  const [first] = placeSteps(document.steps);
  const form = first !== undefined && 'fill' in first.source ? first.source.fill : '';
  if (fieldAt(document, name) === undefined || name.split('.')[0] === form) return [];
  return [error('not-in-first-form', path, { name, form, process: document.id })];
}

/** A case that revokes another begins with the wish to, and in no other way. */
function checkRevoke({ document, processes }: Checking): readonly Finding[] {
  if (document.revoke === undefined) return [];
  const path = ['revoke', 'process'];
  const { process } = document.revoke;
  const other = own(processes, process);
  if (other === undefined) return known('unknown-process', path, process, processes);
  const ways: readonly (readonly [boolean, string])[] = [
    [process === document.id, 'itself'],
    [other.startable !== false, 'people'],
    [other.triggers !== undefined, 'ledger'],
    [Object.values(processes).some((each) => starts(each, process)), 'process'],
  ];
  const found = ways.find(([isOpen]) => isOpen);
  return found === undefined ? [] : [error('revoke-startable', path, { name: process, why: found[1] })];
}

const starts = (document: ProcessDocument, process: string): boolean =>
  withInner(placeSteps(document.steps)).some(({ source }) => 'start' in source && source.start === process);
