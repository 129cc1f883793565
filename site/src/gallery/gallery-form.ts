import { compileForms, type Values } from '#engine';
import type { FormEnvironmentView, FormView, Words } from '../../../schemas/generated/api.ts';
import type { Field, TableField } from '../../../schemas/generated/process.ts';
import { isColumn, type Sample, samples } from './samples.ts';
import type { GalleryState } from './states.ts';

type Fields = Readonly<Record<string, Field>>;

/** A form of all kinds in one state, and the values in it. */
export type GalleryForm = {
  readonly form: FormView;
  readonly values: Values;
  /** Fields of the form that computed ones are worked out from. */
  readonly source?: Fields;
};

const FORM = 'all';
/** The form that computed fields take their values from. */
export const SOURCE = 'source';

type Given = { readonly fields: Fields; readonly values: Readonly<Record<string, unknown>> };

const valuesOf = (chosen: readonly Sample[], pick: (sample: Sample) => unknown): Given['values'] =>
  Object.fromEntries(chosen.map((sample) => [sample.id, pick(sample)]).filter(([, value]) => value !== undefined));

const fieldsOf = (chosen: readonly Sample[], change: (field: Field) => Field = (field) => field): Fields =>
  Object.fromEntries(chosen.flatMap(({ id, field }) => [[id, change(field)], ...membersOf(field)]));

/** Groups bring fields of their own. */
const membersOf = (field: Field): readonly (readonly [string, Field])[] =>
  field.type === 'group' ? field.members.map((id) => [id, { type: 'text', title: field.title }]) : [];

const holdsValue = ({ kind }: Sample): boolean => kind !== 'heading' && kind !== 'group';

/** Nobody may write these here. */
const locked = (field: Field): Field =>
  field.type === 'heading' || field.type === 'group' ? field : { ...field, readonly: true };

/** Takes its value from the same field of another form. Questionnaires are written, never computed. */
const computed = (id: string, field: Field): Field =>
  field.type === 'heading' || field.type === 'group' || field.type === 'questions' || field.type === 'answers'
    ? field
    : { ...field, required: false, compute: `${SOURCE}.${id}` };

/** Every kind that fits into a cell, as columns of one table. */
function inCells(): Given {
  const fitting = samples.filter(({ field }) => isColumn(field));
  const columns = Object.fromEntries(fitting.flatMap(({ id, field }) => (isColumn(field) ? [[id, field]] : [])));
  const table: TableField = {
    type: 'table',
    title: { 'zh-CN': '每种列', 'zh-TW': '每種欄', en: 'Every column' },
    columns,
    minRows: 1,
  };
  const row = Object.fromEntries(fitting.flatMap(({ id, takes }) => (takes === undefined ? [] : [[id, takes]])));
  return { fields: { cells: table }, values: { cells: [{ ...row, _row: 'r1' }, { _row: 'r2' }] } };
}

function given(state: GalleryState, long: Words): Given {
  switch (state) {
    case 'cell':
      return inCells();
    case 'filled':
      return { fields: fieldsOf(samples), values: valuesOf(samples, ({ takes }) => takes) };
    case 'wrong':
      return { fields: fieldsOf(samples), values: valuesOf(samples, ({ refuses }) => refuses) };
    case 'locked':
      return { fields: fieldsOf(samples, locked), values: valuesOf(samples, ({ takes }) => takes) };
    case 'read':
    case 'empty':
      return { fields: fieldsOf(samples), values: state === 'read' ? valuesOf(samples, ({ takes }) => takes) : {} };
    default:
      return { fields: { ...fieldsOf(samples), long: { type: 'text', title: long, required: true } }, values: {} };
  }
}

const sectionsOf = (): NonNullable<FormView['sections']> =>
  [...Map.groupBy(samples, ({ kind }) => kind)].map(([kind, some]) => ({
    title: kind,
    fields: some.map(({ id }) => id),
  }));

/** Computed fields of the kinds that an expression can give. */
function computedForm(environment: FormEnvironmentView): GalleryForm {
  const able = samples.filter(holdsValue).filter(({ id, field }) => {
    if (computed(id, field) === field) return false;
    const forms = {
      [SOURCE]: { title: '', fields: { [id]: field } },
      [FORM]: { title: '', fields: { [id]: computed(id, field) } },
    };
    return compileForms(forms, [], environment).ok;
  });
  const fields = Object.fromEntries(able.map(({ id, field }) => [id, computed(id, field)]));
  return {
    form: { id: FORM, title: FORM, fields },
    values: { [SOURCE]: valuesOf(able, ({ takes }) => takes), [FORM]: valuesOf(able, ({ takes }) => takes) },
    source: fieldsOf(able),
  };
}

export function galleryForm(state: GalleryState, environment: FormEnvironmentView, long: Words): GalleryForm {
  if (state === 'computed') return computedForm(environment);
  const { fields, values } = given(state, long);
  const sections = state === 'cell' ? undefined : sectionsOf();
  return {
    form: { id: FORM, title: FORM, fields, ...(sections && { sections }) },
    values: { [FORM]: values },
  };
}
