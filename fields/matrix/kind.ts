import { DECIMAL, type ExprType, INTEGER } from '../../engine/expression/type.ts';
import { type Flaw, type Flaws, flaw, pointerStep } from '../../engine/form/issue.ts';
import { decimalLimits, decimalShape, shortest } from '../../engine/form/kinds/decimal-text.ts';
import { type CheckContext, isAbsent, type Kind, type Limits, type Shape } from '../../engine/form/kinds/kind.ts';
import { decimalSchema, ID, type JsonSchema } from '../../engine/form/kinds/schema-parts.ts';
import { idShape } from '../../engine/form/kinds/text-shape.ts';
import { isObject } from '../../engine/form/value.ts';
import type { MatrixField } from '../../schemas/generated/process.ts';
import { integerLimits, integerShape } from '../integer/kind.ts';
import { matrixColumns, matrixRows } from './kind-layout.ts';

const MAX_ROWS = 500;
const SCALES = { money: 2, percent: 2, decimal: 6 } as const;

type Numbers = Exclude<MatrixField['cell'], 'choice'>;
type Cells = Readonly<Record<string, unknown>>;

const cellShape = (cell: MatrixField['cell']): Shape =>
  cell === 'choice' ? idShape : cell === 'integer' ? integerShape : decimalShape;

/** `{row: column}` where one column a row is chosen, else `{row: {column: number}}`. */
function shape({ cell }: MatrixField): Shape {
  const judge = cellShape(cell);
  return (value) => {
    if (!isObject(value)) return flaw('wrong-type');
    const rows = Object.entries(value);
    if (rows.length > MAX_ROWS) return flaw('too-many-rows', { max: MAX_ROWS });
    for (const [row, held] of rows) {
      const flaws = cell === 'choice' ? judge(held) : rowShape(held, judge);
      if (flaws) return flaws.map((found) => ({ ...found, under: pointerStep(row) + found.under }));
    }
    return undefined;
  };
}

function rowShape(cells: unknown, judge: Shape): Flaws {
  if (!isObject(cells)) return flaw('wrong-type');
  for (const [column, held] of Object.entries(cells)) {
    const flaws = judge(held);
    if (flaws) return flaws.map((found) => ({ ...found, under: pointerStep(column) }));
  }
  return undefined;
}

function numberLimits({ cell, min, max, scale }: MatrixField, kind: Numbers): Limits {
  if (cell !== 'integer' && kind !== 'integer') return decimalLimits({ scale: scale ?? SCALES[kind], min, max });
  return integerLimits(Number(min ?? Number.NEGATIVE_INFINITY), Number(max ?? Number.POSITIVE_INFINITY), {
    ...(min === undefined ? {} : { min: Number(min) }),
    ...(max === undefined ? {} : { max: Number(max) }),
  });
}

function limits(field: MatrixField): Limits {
  const columns = matrixColumns(field);
  const rows = matrixRows(field);
  const { cell, complete } = field;
  const judge = cell === 'choice' ? undefined : numberLimits(field, cell);
  const isRow = (row: string, { facts }: CheckContext): boolean => rows?.includes(row) ?? facts.knows.unit(row);
  const cellFlaws = (row: string, held: unknown, context: CheckContext): readonly Flaw[] => {
    if (judge === undefined) return columns.includes(String(held)) ? [] : flaw('not-an-option', { id: String(held) });
    const cells: Cells = isObject(held) ? held : {};
    const wrong = Object.entries(cells).flatMap(([column, value]) =>
      under(
        columns.includes(column) ? (judge(value, context) ?? []) : flaw('not-an-option', { id: column }),
        pointerStep(column),
      ),
    );
    const open = complete && (rows?.includes(row) ?? true) ? columns.filter((column) => isAbsent(cells[column])) : [];
    return [...wrong, ...open.flatMap((column) => flaw('required', {}, pointerStep(column)))];
  };
  return (value, context) => {
    const held: Cells = isObject(value) ? value : {};
    const flaws = Object.entries(held).flatMap(([row, cells]) =>
      under(
        isRow(row, context) ? cellFlaws(row, cells, context) : flaw('not-an-option', { id: row }),
        pointerStep(row),
      ),
    );
    const open = complete ? (rows ?? []).filter((row) => isAbsent(held[row])) : [];
    const all = [...flaws, ...open.flatMap((row) => flaw('required', {}, pointerStep(row)))];
    return all.length === 0 ? undefined : all;
  };
}

const under = (flaws: readonly Flaw[], step: string): readonly Flaw[] =>
  flaws.map((found) => ({ ...found, under: step + found.under }));

function exprType(field: MatrixField): ExprType {
  const row: ExprType = { kind: field.rows === 'units' ? 'unit' : 'choice' };
  if (field.cell === 'choice') return { kind: 'table', columns: { row, answer: { kind: 'choice' } } };
  const type = field.cell === 'integer' ? INTEGER : DECIMAL;
  return {
    kind: 'table',
    columns: { row, ...Object.fromEntries(matrixColumns(field).map((column) => [column, type])) },
  };
}

/** Expressions see a matrix as the table it looks like: one row each, with the id of the row under `row`. */
const seen: Kind<MatrixField>['seen'] = (value, _facts, { cell }) =>
  isObject(value)
    ? Object.entries(value).map(([row, held]) =>
        cell === 'choice' ? { row, answer: held } : { ...(isObject(held) ? held : {}), row },
      )
    : value;

/** Empty cells and rows have no key. */
function canonical(value: unknown): unknown {
  if (!isObject(value)) return value;
  const rows = Object.entries(value)
    .map(([row, held]) => [row, isObject(held) ? filled(held) : held] as const)
    .filter(([, held]) => !isAbsent(held) && held !== '' && !(isObject(held) && Object.keys(held).length === 0));
  return rows.length === 0 ? undefined : Object.fromEntries(rows);
}

const filled = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, cell]) => !isAbsent(cell) && cell !== '')
      .map(([column, cell]) => [column, shortest(cell)]),
  );

function cellSchema({ cell, min, max, scale }: MatrixField): JsonSchema {
  if (cell === 'integer')
    return {
      type: 'integer',
      minimum: Number(min ?? Number.MIN_SAFE_INTEGER),
      maximum: Number(max ?? Number.MAX_SAFE_INTEGER),
    };
  return cell === 'choice' ? ID : decimalSchema(scale ?? SCALES[cell]);
}

function jsonSchema(field: MatrixField, required: boolean): JsonSchema {
  const columns = matrixColumns(field);
  const rows = matrixRows(field);
  const number = cellSchema(field);
  const row: JsonSchema =
    field.cell === 'choice'
      ? { enum: columns }
      : {
          type: 'object',
          properties: Object.fromEntries(columns.map((column) => [column, number])),
          additionalProperties: false,
          ...(field.complete ? { required: columns } : {}),
        };
  return {
    type: 'object',
    ...(rows === undefined
      ? { additionalProperties: row, maxProperties: MAX_ROWS }
      : { properties: Object.fromEntries(rows.map((id) => [id, row])), additionalProperties: false }),
    ...(field.complete && rows ? { required: rows } : {}),
    ...(required ? { minProperties: 1 } : {}),
  };
}

/** Rows against columns: one choice a row, or a number in each cell. */
export const matrix: Kind<MatrixField> = {
  exprType,
  isEmpty: (value) => isAbsent(value) || (isObject(value) && Object.keys(value).length === 0),
  shape,
  limits,
  canonical,
  seen,
  jsonSchema,
};
