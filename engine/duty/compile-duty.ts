import type { Duty as DutySource, DutySubjects as SubjectsSource } from '../../schemas/generated/process.ts';
import { type Compilation, compileCells, recordType, report } from '../definition/compilation.ts';
import type { Cell } from '../definition/definition.ts';
import { DATE, type ExprType, FLAG, type Scope, TEXT } from '../expression/type.ts';
import { formula } from '../form/compiler.ts';
import type { DocumentPath } from '../form/finding.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import { own } from '../shared/own.ts';
import type { Duty, DutySubjects } from './duty.ts';
import { type Point, parsePoint } from './point.ts';
import { parseReminderSpan, type ReminderSpan } from './reminders.ts';

const PERIOD: ExprType = { kind: 'record', fields: { id: TEXT, first: DATE, last: DATE, due: DATE } };

/** The recurring duty of a process, if it has one; findings say what keeps it from compiling. */
export function compileDuty(compilation: Compilation): { readonly duty?: Duty } {
  const source = compilation.document.duty;
  if (source === undefined) return {};
  const subjects = compileSubjects(compilation, source.for);
  const open = point(compilation, source.open, ['duty', 'open']);
  const due = point(compilation, source.due, ['duty', 'due']);
  const close = source.close === undefined ? undefined : point(compilation, source.close, ['duty', 'close']);
  const reminders = compileReminders(compilation, source);
  if (subjects === undefined || open === undefined || due === undefined) return {};
  return {
    duty: {
      every: source.every,
      open,
      due,
      ...(close ? { close } : {}),
      subjects,
      with: compileValues(compilation, source),
      ...reminders,
    },
  };
}

/** Fields of the process's own first form; `checkDuty` sees to it that it is the first. */
function compileValues(compilation: Compilation, source: DutySource): readonly Cell[] {
  const { scope, columns } = scopeOf(compilation, source.for);
  const typeOf = (target: string): ExprType | undefined => {
    const field = compilation.model.nodes.get(target)?.field;
    if (field === undefined) return report(compilation, 'unknown-field', ['duty', 'with', target], { name: target });
    return kindOf(field).resultType?.(field) ?? kindOf(field).exprType(field, compilation.forms.environment);
  };
  return compileCells(compilation, source.with ?? {}, ['duty', 'with'], {
    scope: { ...scope, period: PERIOD, subject: TEXT },
    ...(columns ? { columns } : {}),
    typeOf,
  });
}

function compileReminders(compilation: Compilation, { remind = [], overdue = [] }: DutySource) {
  const span = (text: string, path: DocumentPath): ReminderSpan | undefined =>
    parseReminderSpan(text) ?? report(compilation, 'bad-duration', path, { text });
  return {
    remind: remind.flatMap((text, index) => span(text, ['duty', 'remind', index]) ?? []),
    overdue: overdue.flatMap(({ after, times = 1 }, index) => {
      const found = span(after, ['duty', 'overdue', index, 'after']);
      return found ? [{ after: found, times }] : [];
    }),
  };
}

function point(compilation: Compilation, text: string, path: DocumentPath): Point | undefined {
  return parsePoint(text) ?? report(compilation, 'bad-point', path, { text });
}

function compileSubjects(compilation: Compilation, source: SubjectsSource): DutySubjects | undefined {
  if ('posts' in source) return { kind: 'people', posts: source.posts };
  if ('units' in source) {
    return { kind: 'units', units: source.units, ...(source.post === undefined ? {} : { post: source.post }) };
  }
  const { ledger, person } = source;
  const { scope, columns } = scopeOf(compilation, source);
  if (columns === undefined) return report(compilation, 'unknown-ledger', ['duty', 'for', 'ledger'], { ledger });
  if (own(columns, person)?.type !== 'person')
    return report(compilation, 'unknown-ledger-column', ['duty', 'for', 'person'], { ledger, name: person });
  const where = formula(compilation.forms, source.where, { scope, columns }, ['duty', 'for', 'where'], FLAG);
  return { kind: 'rows', ledger, person, ...(where ? { where } : {}) };
}

/** Forms are empty when a duty opens, yet an expression may say so; `row` is there for a duty of rows. */
function scopeOf(compilation: Compilation, source: SubjectsSource) {
  const { scope }: { readonly scope: Scope } = compilation.forms;
  const ledger = 'ledger' in source ? own(compilation.workspace.documents.ledgers, source.ledger) : undefined;
  if (ledger === undefined) return { scope };
  const { columns } = ledger;
  return { scope: { ...scope, row: recordType(columns, compilation) }, columns };
}
