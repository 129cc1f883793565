import { type Flaw, type Flaws, flaw } from '../../engine/form/issue.ts';
import { fieldSchema, isAlwaysRequired } from '../../engine/form/kinds/field-schema.ts';
import { isEmptyList, type Kind, type Limits } from '../../engine/form/kinds/kind.ts';
import { plainKinds } from '../../engine/form/kinds/plain-kinds.ts';
import { listSchema, patternSchema } from '../../engine/form/kinds/schema-parts.ts';
import { isObject, ROW_ID, ROW_KEY, type Row, rowsOf } from '../../engine/form/value.ts';
import type { Column, TableField } from '../../schemas/generated/process.ts';

const DEFAULT_MAX_ROWS = 500;

export const maxRowsOf = ({ maxRows = DEFAULT_MAX_ROWS }: TableField): number => maxRows;

const columnKind = (column: Column): Kind<Column> => plainKinds[column.type];

/** Rows are objects with identities of their own; their cells are judged column by column. */
function shape(value: unknown): Flaws {
  if (!Array.isArray(value)) return flaw('wrong-type');
  const seen = new Set<unknown>();
  for (const [index, row] of value.entries()) {
    if (!isObject(row)) return flaw('wrong-type', {}, `/${index}`);
    const id = row[ROW_KEY];
    if (typeof id !== 'string' || !ROW_ID.test(id)) return flaw('wrong-type', {}, `/${index}/${ROW_KEY}`);
    if (seen.has(id)) return flaw('not-unique', {}, `/${index}/${ROW_KEY}`);
    seen.add(id);
  }
  return undefined;
}

function limits(field: TableField): Limits {
  const { minRows: min = 0, unique } = field;
  const max = maxRowsOf(field);
  return (value) => {
    const rows = rowsOf(value);
    if (rows.length > max) return flaw('too-many-rows', { max });
    if (rows.length < min) return flaw('too-few-rows', { min });
    return unique && repeatedRows(rows, unique);
  };
}

/** Rows that say again what an earlier row said in these columns; rows that leave one of them empty do not count. */
function repeatedRows(rows: readonly Row[], columns: readonly string[]): Flaws {
  const seen = new Set<string>();
  const flaws: Flaw[] = [];
  for (const [index, row] of rows.entries()) {
    if (columns.some((column) => row[column] === undefined)) continue;
    const key = JSON.stringify(columns.map((column) => row[column]));
    if (seen.has(key)) flaws.push(...flaw('not-unique', { columns: columns.join(',') }, `/${index}`));
    seen.add(key);
  }
  return flaws.length === 0 ? undefined : flaws;
}

export const table: Kind<TableField> = {
  exprType: ({ columns }, environment) => ({
    kind: 'table',
    columns: Object.fromEntries(
      Object.entries(columns).map(([id, column]) => [id, columnKind(column).exprType(column, environment)]),
    ),
  }),
  isEmpty: isEmptyList,
  shape: () => shape,
  limits,
  jsonSchema: (field, required) => {
    const columns = Object.entries<Column>(field.columns);
    const minItems = Math.max(field.minRows ?? 0, required ? 1 : 0);
    const row = {
      type: 'object',
      properties: {
        [ROW_KEY]: patternSchema(ROW_ID),
        ...Object.fromEntries(columns.map(([id, column]) => [id, fieldSchema(columnKind(column), column)])),
      },
      required: columns.filter(([, column]) => isAlwaysRequired(column)).map(([id]) => id),
      additionalProperties: false,
    };
    return { ...listSchema(row, maxRowsOf(field), false), ...(minItems > 0 ? { minItems } : {}) };
  },
};
