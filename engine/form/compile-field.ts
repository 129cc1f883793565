import type { DateRule, Field } from '../../schemas/generated/process.ts';
import { DATE, FLAG } from '../expression/type.ts';
import { compileDecide } from './compile-decide.ts';
import { compileLookup } from './compile-lookup.ts';
import { type Compiler, condition, formula, type Place, report } from './compiler.ts';
import { parseDateRule, resolveDateRule } from './date-rule.ts';
import type { DocumentPath } from './finding.ts';
import type { DateBound } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';
import type { FieldNode, Formula } from './model.ts';
import { scopeInRow, scopeOfDefault } from './scope.ts';

/** Where a field is declared. */
type Spot = { readonly form: string; readonly table?: string; readonly place: Place; readonly path: DocumentPath };

/** Compiles one field or column with everything it says; findings are gathered in the compiler. */
export function compileField(compiler: Compiler, spot: Spot, id: string, field: Field): FieldNode {
  const { form, table, place } = spot;
  const at = (key: string): DocumentPath => [...spot.path, key];
  const kind = kindOf(field);
  const result = (kind.resultType ?? ((any: Field) => kind.exprType(any, compiler.environment)))(field);
  const bounds: Formula[] = [];
  const dateBound = (side: 'min' | 'max'): DateBound | undefined =>
    field.type === 'date' || field.type === 'dateRange' || field.type === 'dateTime'
      ? compileBound(compiler, field[side], place, at(side), bounds)
      : undefined;
  return {
    path: [form, ...(table === undefined ? [] : [table]), id].join('.'),
    form,
    id,
    table,
    field,
    kind,
    shape: kind.shape(field),
    limits: kind.limits(field, { dateBound }),
    visible: formula(compiler, field.visible, place, at('visible'), FLAG),
    required: condition(compiler, field.required, place, at('required')),
    readonly: condition(compiler, field.readonly, place, at('readonly')),
    compute:
      formula(compiler, field.compute, place, at('compute'), result) ??
      compileDecide(compiler, field, place, at('decide'), result),
    initial: formula(compiler, field.default, defaultPlace(place), at('default'), result),
    lookup: compileLookup(compiler, field, place, at('lookup')),
    bounds,
    columns: field.type === 'table' ? compileColumns(compiler, spot, id, field.columns) : [],
  };
}

/** Rows are also begun in the browser, which does not know the organisation. */
const defaultPlace = (place: Place): Place =>
  place.columns === undefined ? { ...place, scope: scopeOfDefault(place.scope) } : place;

function compileColumns(
  compiler: Compiler,
  { form, path }: Spot,
  table: string,
  columns: Extract<Field, { type: 'table' }>['columns'],
): readonly FieldNode[] {
  const place: Place = { scope: scopeInRow(compiler.scope, columns, compiler.environment), columns };
  return Object.entries(columns).map(([id, column]) =>
    compileField(compiler, { form, table, place, path: [...path, 'columns', id] }, id, column),
  );
}

/** Compiles the date that a `min` or `max` counts from and notes it as read. */
function compileBound(
  compiler: Compiler,
  rule: DateRule | undefined,
  place: Place,
  path: DocumentPath,
  bounds: Formula[],
): DateBound | undefined {
  if (rule === undefined) return undefined;
  const parts = parseDateRule(rule);
  if (!parts) return report(compiler, 'bad-date-rule', path, { rule });
  const from = formula(compiler, parts.from, place, path, DATE);
  if (!from) return undefined;
  bounds.push(from);
  return ({ values, facts, row }) => resolveDateRule(parts, from.run(values, facts, row), facts.calendar);
}
