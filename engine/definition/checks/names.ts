import type { OverdueRule } from '../../../schemas/generated/process.ts';
import { ARCHIVE, ARCHIVED } from '../../case/archived.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { own } from '../../shared/own.ts';
import { columnOf } from '../compile-effects.ts';
import type { Finding } from '../finding.ts';
import type { PlacedStep } from '../placed-steps.ts';
import { type Checking, fieldAt, fieldPaths } from './checking.ts';
import { error, known, knownLedger } from './report.ts';

/** Areas, calendars, forms, roles and steps that are named have to be there. */
export function checkNames(checking: Checking): readonly Finding[] {
  const { document, workspace, steps } = checking;
  const { areas, calendars } = workspace.documents;
  const ids = steps.map(({ id }) => id);
  const { withdraw, cancel, readers = [] } = document;
  return [
    ...known(
      'unknown-area',
      ['area'],
      document.area,
      areas.areas.map(({ id }) => id),
    ),
    ...known('unknown-calendar', ['calendar'], document.calendar, calendars),
    ...readers.flatMap(({ by }, at) => (typeof by === 'string' ? knownRole(checking, by, ['readers', at, 'by']) : [])),
    ...steps.flatMap((step) => checkStep(checking, step, ids)),
    ...checkArchive(checking),
    ...(withdraw ? known('unknown-step', ['withdraw', 'until'], withdraw.until, ids) : []),
    ...(cancel?.by ?? []).flatMap((role, at) => knownRole(checking, role, ['cancel', 'by', at])),
  ];
}

/** What is kept is entered in the archive, which has a column for all that is entered. */
function checkArchive({ document, workspace: { documents } }: Checking): readonly Finding[] {
  if (document.archive === undefined) return [];
  const ledger = own(documents.ledgers, ARCHIVE);
  if (ledger === undefined) return knownLedger(['archive'], ARCHIVE, documents.ledgers);
  return ARCHIVED.flatMap((name) =>
    own(ledger.columns, name) === undefined
      ? [error('unknown-ledger-column', ['archive'], { ledger: ARCHIVE, name })]
      : [],
  );
}

const knownRole = ({ document }: Checking, role: string, path: DocumentPath) =>
  known('unknown-role', path, role, document.roles);

function checkStep(checking: Checking, { source, path }: PlacedStep, ids: readonly string[]): readonly Finding[] {
  const roles = (names: readonly string[], ...at: DocumentPath) =>
    names.flatMap((role, index) => knownRole(checking, role, [...path, ...at, index]));
  const form = (name: string, key: string) => known('unknown-form', [...path, key], name, checking.document.forms);
  const findings: Finding[] = [];
  if ('fill' in source) findings.push(...form(source.fill, 'fill'), ...knownRole(checking, source.by, [...path, 'by']));
  if ('approve' in source) findings.push(...knownRole(checking, source.approve, [...path, 'approve']));
  if ('form' in source && source.form !== undefined) findings.push(...form(source.form, 'form'));
  if ('copy' in source) findings.push(...roles(source.copy, 'copy'));
  if ('as' in source && columnOf(source.as) === undefined)
    findings.push(...knownRole(checking, source.as, [...path, 'as']));
  if ('fill' in source || 'approve' in source) {
    findings.push(...overdueRoles(checking, source.overdue, [...path, 'overdue']));
    findings.push(...overdueRoles(checking, source.rows?.overdue, [...path, 'rows', 'overdue']));
  }
  if ('return' in source) {
    const targets = source.return?.to ?? [];
    findings.push(...targets.flatMap((to, at) => known('unknown-step', [...path, 'return', 'to', at], to, ids)));
  }
  return findings;
}

const overdueRoles = (checking: Checking, rules: readonly OverdueRule[] = [], path: DocumentPath) =>
  rules.flatMap(({ copy = [], escalate }, at) => [
    ...copy.flatMap((role, index) => knownRole(checking, role, [...path, at, 'copy', index])),
    ...(escalate === undefined ? [] : knownRole(checking, escalate, [...path, at, 'escalate'])),
  ]);

/** Reference fields and columns point into ledgers, or to cases of processes, that are there. */
export function checkReferences({ document, workspace: { documents }, processes }: Checking): readonly Finding[] {
  return fieldPaths(document).flatMap((path) => {
    const field = fieldAt(document, path);
    const [form = '', id = '', column] = path.split('.');
    if (field?.type !== 'reference') return [];
    const at = ['forms', form, 'fields', id, ...(column === undefined ? [] : ['columns', column]), 'to', 'ledger'];
    if ('process' in field.to)
      return known('unknown-process', [...at.slice(0, -1), 'process'], field.to.process, processes);
    return knownLedger(at, field.to.ledger, documents.ledgers);
  });
}

/** Rights, the subject and the summary name forms, fields or columns that exist. */
export function checkPaths({ document, steps }: Checking): readonly Finding[] {
  const { summary = [], readers = [], rules } = document;
  const fields = fieldPaths(document);
  const visible = [...Object.keys(document.forms), ...fields];
  const each = (paths: readonly string[], at: DocumentPath, names: readonly string[]) =>
    paths.flatMap((path, index) => known('unknown-field', [...at, index], path, names));
  return [
    ...checkSubject(document, fields),
    ...each(summary, ['summary'], fields),
    ...each(rules.immaterial ?? [], ['rules', 'immaterial'], visible),
    ...readers.flatMap(({ see }, at) => each(see, ['readers', at, 'see'], visible)),
    ...steps.flatMap(({ source, path }) => [
      ...each('see' in source ? (source.see ?? []) : [], [...path, 'see'], visible),
      ...each('hide' in source ? (source.hide ?? []) : [], [...path, 'hide'], visible),
    ]),
  ];
}

const NO_SUBJECT: ReadonlySet<string> = new Set(['table', 'files']);

function checkSubject(document: Checking['document'], fields: readonly string[]): readonly Finding[] {
  const unknown = known('unknown-field', ['subject'], document.subject, fields);
  const type = fieldAt(document, document.subject)?.type ?? '';
  if (unknown.length > 0 || !NO_SUBJECT.has(type)) return unknown;
  return [error('wrong-field-type', ['subject'], { name: document.subject, actual: type, expected: 'text' })];
}
