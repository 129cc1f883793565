import type { CaseView, FormView, TaskView } from '../../schemas/generated/api.ts';
import type { Field, Form, TableField } from '../../schemas/generated/process.ts';
import { asks, type Definition } from '../definition/definition.ts';
import type { FieldPath } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';

/** The forms somebody may see, cut down to the fields and columns they may see; forms with nothing left go. */
export function formsFor(definition: Definition, sight: ReadonlySet<FieldPath>): FormView[] {
  return Object.entries(definition.document.forms)
    .map(([id, form]) => formFor(id, form, sight))
    .filter(({ fields }) => Object.values(fields).some(({ type }) => type !== 'heading' && type !== 'group'));
}

function formFor(id: string, { title, help, fields, sections, layout }: Form, sight: ReadonlySet<FieldPath>): FormView {
  const shown: Record<string, Field> = {};
  for (const [field, declared] of Object.entries(fields)) {
    const path = `${id}.${field}`;
    if (!sight.has(path)) continue;
    const seen = seenPart(path, declared, sight);
    if (seen !== undefined) shown[field] = seen;
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
    ...(layout === undefined ? {} : { layout }),
  };
}

/** What somebody may see of a field they see: of a table its columns, of a group its members; no group without any. */
function seenPart(path: FieldPath, field: Field, sight: ReadonlySet<FieldPath>): Field | undefined {
  if (field.type === 'table') return columnsFor(path, field, sight);
  if (field.type !== 'group') return field;
  const [form = ''] = path.split('.');
  const members = field.members.filter((member) => sight.has(`${form}.${member}`));
  return members.length === 0 ? undefined : { ...field, members };
}

function columnsFor(path: FieldPath, table: TableField, sight: ReadonlySet<FieldPath>): TableField {
  const columns = Object.entries(table.columns).filter(([column]) => sight.has(`${path}.${column}`));
  return { ...table, columns: Object.fromEntries(columns) };
}

/** Checks that somebody who sees these fields can follow: those reported at a field they see. */
export const checksFor = (definition: Definition, sight: ReadonlySet<FieldPath>): CaseView['checks'] =>
  (definition.document.checks ?? []).filter(({ at }) => sight.has(at));

/** The steps at which each form that somebody sees is filled in. */
export function filledAt(definition: Definition, sight: ReadonlySet<FieldPath>): CaseView['filledAt'] {
  const visible = new Set<string | undefined>([...sight].flatMap((path) => path.split('.')[0] ?? []));
  const filling = [...definition.steps.values()].filter(asks).filter(({ form }) => visible.has(form));
  const forms = new Set(filling.flatMap(({ form }) => form ?? []));
  return Object.fromEntries(
    [...forms].map((form) => [form, filling.filter((step) => step.form === form).map(({ id }) => id)]),
  );
}

export function titleOf(definition: Definition, id: StepId): TaskView['title'] {
  return definition.steps.get(id)?.title ?? id;
}
