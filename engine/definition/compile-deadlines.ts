import type { FillStep, OverdueRule, RowDeadlines as RowDeadlinesSource } from '../../schemas/generated/process.ts';
import { type Duration, parseDuration } from '../calendar/index.ts';
import { FLAG } from '../expression/type.ts';
import { formula } from '../form/compiler.ts';
import type { DocumentPath } from '../form/finding.ts';
import { type Compilation, recordType, report } from './compilation.ts';
import type { FillStep as FillStepCompiled, OverdueAction, RowDeadlines } from './definition.ts';

type DeadlineActions = { readonly remind: readonly Duration[]; readonly overdue: readonly OverdueAction[] };

/** Reminders before a deadline, and what happens from it on. */
export function deadlineActions(
  compilation: Compilation,
  { remind = [], overdue = [] }: Pick<FillStep, 'remind' | 'overdue'>,
  path: DocumentPath,
): DeadlineActions {
  return {
    remind: remind.flatMap((text, index) => compileDuration(compilation, text, [...path, 'remind', index]) ?? []),
    overdue: overdue.map((rule, index) => action(compilation, rule, [...path, 'overdue', index])),
  };
}

function action(compilation: Compilation, rule: OverdueRule, path: DocumentPath): OverdueAction {
  const { after, times = 1, copy = [], remind = false, escalate, then } = rule;
  const span = after === undefined ? undefined : compileDuration(compilation, after, [...path, 'after']);
  return {
    times,
    copy,
    remind,
    ...(span ? { after: span } : {}),
    ...(escalate === undefined ? {} : { escalate }),
    ...(then === undefined ? {} : { then }),
  };
}

/** The deadlines of a table's rows; its `due` column holds dates. */
export function rowDeadlines(
  compilation: Compilation,
  source: RowDeadlinesSource | undefined,
  path: DocumentPath,
): { readonly rows?: RowDeadlines } {
  if (source === undefined) return {};
  const table = compilation.model.nodes.get(source.table)?.field;
  if (table?.type !== 'table')
    return report(compilation, 'unknown-field', [...path, 'table'], { name: source.table }) ?? {};
  if (table.columns[source.due]?.type !== 'date')
    return report(compilation, 'unknown-field', [...path, 'due'], { name: source.due }) ?? {};
  const scope = { ...compilation.forms.scope, row: recordType(table.columns, compilation) };
  const place = { scope, columns: table.columns };
  const open = formula(compilation.forms, source.open, place, [...path, 'open'], FLAG);
  const actions = deadlineActions(compilation, source, path);
  return { rows: { table: source.table, due: source.due, ...(open ? { open } : {}), ...actions } };
}

/** How long a step has, or until when a field says. */
export function compileDue(
  compilation: Compilation,
  source: FillStep['due'],
  path: DocumentPath,
): Pick<FillStepCompiled, 'due' | 'dueField'> {
  if (source === undefined) return {};
  if (typeof source !== 'string') return compileDueField(compilation, source.field, [...path, 'field']);
  const due = compileDuration(compilation, source, path);
  return due === undefined ? {} : { due };
}

function compileDueField(compilation: Compilation, field: string, path: DocumentPath): { readonly dueField?: string } {
  const [form = '', id = '', part] = field.split('.');
  const type = compilation.model.nodes.get(`${form}.${id}`)?.field.type;
  const isRange = type === 'dateRange' && (part === 'start' || part === 'end');
  if (isRange || (part === undefined && (type === 'date' || type === 'dateTime'))) return { dueField: field };
  if (type === undefined || part !== undefined)
    return report(compilation, 'unknown-field', path, { name: field }) ?? {};
  const params = { name: field, actual: type, expected: 'date, dateTime' };
  return report(compilation, 'wrong-field-type', path, params) ?? {};
}

export function compileDuration(compilation: Compilation, text: string, path: DocumentPath): Duration | undefined {
  const parsed = parseDuration(text);
  return parsed.ok ? parsed.value : report(compilation, 'bad-duration', path, { text });
}
