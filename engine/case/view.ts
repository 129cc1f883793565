import type { CaseView, FormView, TaskView } from '../../schemas/generated/api.ts';
import type { Field, Form, TableField } from '../../schemas/generated/process.ts';
import { type AskingStep, asks, type Definition } from '../definition/definition.ts';
import type { FieldPath } from '../form/value.ts';
import type { StepId, UserId } from '../shared/brand.ts';
import type { Context } from './context.ts';
import { digestOf } from './digest.ts';
import { dueView } from './picture.ts';
import type { CaseState, Seat, StepState } from './state.ts';
import { mayWithdraw } from './withdraw.ts';

/** The forms somebody may see, cut down to the fields and columns they may see; forms with nothing left go. */
export function formsFor(definition: Definition, sight: ReadonlySet<FieldPath>): FormView[] {
  return Object.entries(definition.document.forms)
    .map(([id, form]) => formFor(id, form, sight))
    .filter(({ fields }) => Object.keys(fields).length > 0);
}

function formFor(id: string, { title, help, fields, sections }: Form, sight: ReadonlySet<FieldPath>): FormView {
  const shown: Record<string, Field> = {};
  for (const [field, declared] of Object.entries(fields)) {
    const path = `${id}.${field}`;
    if (sight.has(path)) shown[field] = declared.type === 'table' ? columnsFor(path, declared, sight) : declared;
  }
  const kept = (sections ?? [])
    .map((section) => ({ ...section, fields: section.fields.filter((field) => shown[field] !== undefined) }))
    .filter((section) => section.fields.length > 0);
  return {
    id,
    title,
    fields: shown,
    ...(help === undefined ? {} : { help }),
    ...(kept.length > 0 ? { sections: kept } : {}),
  };
}

function columnsFor(path: FieldPath, table: TableField, sight: ReadonlySet<FieldPath>): TableField {
  const columns = Object.entries(table.columns).filter(([column]) => sight.has(`${path}.${column}`));
  return { ...table, columns: Object.fromEntries(columns) };
}

/** Checks that somebody who sees these fields can follow: those reported at a field they see. */
export const checksFor = (definition: Definition, sight: ReadonlySet<FieldPath>): CaseView['checks'] =>
  (definition.document.checks ?? []).filter(({ at }) => sight.has(at));

/** The viewer's open seats, with everything needed to decide. */
export function tasksFor(state: CaseState, viewer: UserId, { definition }: Context): TaskView[] {
  if (state.status !== 'open') return [];
  return [...definition.steps.values()].filter(asks).flatMap((step) => {
    const present = state.steps[step.id];
    const seat =
      present?.status === 'open'
        ? present.seats.find((each) => each.person === viewer && each.status === 'open')
        : undefined;
    return present === undefined || seat === undefined ? [] : [task(step, present, seat, state, definition)];
  });
}

function task(step: AskingStep, present: StepState, seat: Seat, state: CaseState, definition: Definition): TaskView {
  const left = step.returnMax === undefined ? undefined : Math.max(0, step.returnMax - (state.returns[step.id] ?? 0));
  const targets = left === 0 ? [] : step.returnTo.filter((to) => state.steps[to]?.status === 'done');
  const decide: TaskView['actions'] = step.kind === 'fill' ? ['submit'] : step.reject ? ['agree', 'reject'] : ['agree'];
  return {
    step: step.id,
    seat: seat.id,
    kind: step.kind,
    title: step.title ?? step.id,
    round: present.round,
    ...(step.form === undefined ? {} : { form: step.form }),
    edit: [...step.rights.edit],
    actions: [...decide, ...(targets.length > 0 ? (['return'] as const) : []), 'transfer'],
    returnTo: targets.map((to) => ({ step: to, title: titleOf(definition, to) })),
    ...(left === undefined ? {} : { returnsLeft: left }),
    seen: digestOf(step.rights, state.values),
    since: present.since,
    ...(present.due === undefined ? {} : { due: dueView(present.due, present.late > 0) }),
    ...(step.words === undefined ? {} : { words: step.words }),
    reason: seat.reason,
  };
}

export function titleOf(definition: Definition, id: StepId): TaskView['title'] {
  return definition.steps.get(id)?.title ?? id;
}

/** What the viewer may do with the case as a whole. */
export function mayDo(state: CaseState, viewer: UserId, definition: Definition): CaseView['may'] {
  const own = viewer === state.starter;
  const copies = own && definition.document.startable !== false;
  return [
    'comment',
    ...(own && mayWithdraw(definition, state) ? (['withdraw'] as const) : []),
    ...(copies ? (['copy'] as const) : []),
  ];
}
