import type { CheckRule, Field, Form, Option, OptionList, TableField } from '../../schemas/generated/process.ts';
import { parseDecimal } from '../shared/decimal.ts';
import { fail, type Result } from '../shared/result.ts';
import { compileForms } from './compile.ts';
import { derivations } from './derived.ts';
import type { FormEnvironment } from './facts.ts';
import type { DocumentPath, FormFinding, FormFindingCode } from './finding.ts';
import { isInline } from './kinds/option.ts';
import type { FormModel } from './model.ts';
import { RESERVED_FORMS } from './scope.ts';
import { ROW_KEY } from './value.ts';

type Findings = readonly FormFinding[];

/**
 * Checks forms as their author wrote them and compiles them. A browser compiles what was checked before: it does
 * without the checks.
 *
 * @returns the model, or every finding that can be told apart, each with its path in the definition.
 */
export function compileCheckedForms(
  forms: Readonly<Record<string, Form>>,
  checks: readonly CheckRule[],
  environment: FormEnvironment,
): Result<FormModel, Findings> {
  const findings = Object.entries(forms).flatMap(([id, form]) => checkForm(id, form, ['forms', id]));
  const compiled = compileForms(forms, checks, environment);
  if (findings.length === 0) return compiled;
  return fail(compiled.ok ? findings : [...findings, ...compiled.error]);
}

type Params = FormFinding['params'];

/** One finding when it holds, else none. */
const when = (holds: boolean, code: FormFindingCode, path: DocumentPath, params: Params = {}): Findings =>
  holds ? [{ code, path, params }] : [];

const checkForm = (id: string, form: Form, path: DocumentPath): Findings => [
  ...when(RESERVED_FORMS.has(id) || id in Object.prototype, 'reserved-name', path, { name: id }),
  ...checkFields(form.fields, [...path, 'fields']),
  ...checkGroups(form, path),
  ...checkSections(form, [...path, 'sections']),
];

const checkFields = (fields: Form['fields'], path: DocumentPath): Findings =>
  Object.entries(fields).flatMap(([id, field]) => [
    ...checkField(field, [...path, id]),
    ...when(id in Object.prototype || id === ROW_KEY, 'reserved-name', [...path, id], { name: id }),
  ]);

/** Members are fields of the form, no groups, and stand in one place only. */
function checkGroups({ fields, sections = [] }: Form, path: DocumentPath): Findings {
  const placed = new Set(sections.flatMap((section) => section.fields));
  return Object.entries(fields).flatMap(([id, field]) => {
    if (field.type !== 'group') return [];
    return field.members.flatMap((name, index) => {
      const at = [...path, 'fields', id, 'members', index];
      const member = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (member === undefined) return when(true, 'unknown-section-field', at, { name });
      if (member.type === 'group') return when(true, 'nested-group', at, { name });
      const repeated = placed.has(name);
      placed.add(name);
      return when(repeated, 'repeated-section-field', at, { name });
    });
  });
}

function checkSections({ fields, sections = [] }: Form, path: DocumentPath): Findings {
  const placed = new Set<string>();
  return sections.flatMap((section, number) =>
    section.fields.flatMap((name, index) => {
      const at = [...path, number, 'fields', index];
      if (!Object.hasOwn(fields, name)) return when(true, 'unknown-section-field', at, { name });
      const repeated = placed.has(name);
      placed.add(name);
      return when(repeated, 'repeated-section-field', at, { name });
    }),
  );
}

const checkField = (field: Field, path: DocumentPath): Findings => [
  ...optionsOf(field).flatMap(([key, options]) =>
    isInline(options) ? [] : when(true, 'unresolved-list', [...path, key], { list: options.list }),
  ),
  ...derivations(field)
    .slice(1)
    .flatMap((key) => when(true, 'computed-twice', [...path, key])),
  ...(field.type === 'table' ? checkTable(field, path) : []),
  ...checkLimits(field, path),
];

/** Every list of options a field has, by its key. */
function optionsOf(field: Field): readonly (readonly [string, OptionList | readonly Option[]])[] {
  if (field.type === 'choice' || field.type === 'choices') return [['options', field.options]];
  if (field.type !== 'matrix') return [];
  const { rows, columns } = field;
  return [
    ...(typeof rows === 'string' ? [] : [['rows', rows] as const]),
    ...(typeof columns === 'string' ? [] : [['columns', columns] as const]),
  ];
}

/** Date limits are expressions: the compiler judges them. */
function checkLimits(field: Field, path: DocumentPath): Findings {
  if (
    !('min' in field && 'max' in field) ||
    field.type === 'date' ||
    field.type === 'dateRange' ||
    field.type === 'dateTime'
  )
    return [];
  const params = { min: String(field.min), max: String(field.max) };
  const [min, max] = [parseDecimal(params.min), parseDecimal(params.max)];
  return when(min !== undefined && max !== undefined && min.gt(max), 'limits-reversed', [...path, 'min'], params);
}

const NUMERIC: ReadonlySet<Field['type']> = new Set(['integer', 'decimal', 'money', 'percent', 'rating']);

function checkTable({ columns, unique, totals, minRows, maxRows }: TableField, path: DocumentPath): Findings {
  const named = Object.entries({ unique, totals }).flatMap(([key, names = []]) =>
    names.flatMap((name, index) => {
      const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
      const at = [...path, key, index];
      if (column === undefined) return when(true, 'unknown-column', at, { name });
      return when(key === 'totals' && !NUMERIC.has(column.type), 'not-numeric', at, { name });
    }),
  );
  const reversed = minRows !== undefined && maxRows !== undefined && minRows > maxRows;
  const limits = { min: String(minRows), max: String(maxRows) };
  return [
    ...checkFields(columns, [...path, 'columns']),
    ...named,
    ...when(reversed, 'limits-reversed', [...path, 'minRows'], limits),
  ];
}
