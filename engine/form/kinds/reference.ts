import type { Column, ReferenceField } from '../../../schemas/generated/process.ts';
import { DATE, DECIMAL, type ExprType, FLAG, INTEGER, TEXT, WEEK } from '../../expression/type.ts';
import { flaw } from '../issue.ts';
import { isAbsent, type Kind } from './kind.ts';
import { idShape, idText } from './text-shape.ts';

/** Ledger cells as expressions see them; a reference to yet another row stays its id. */
const CELL_TYPES: Readonly<Record<Column['type'], ExprType>> = {
  text: TEXT,
  longText: TEXT,
  integer: INTEGER,
  rating: INTEGER,
  decimal: DECIMAL,
  money: DECIMAL,
  percent: DECIMAL,
  flag: FLAG,
  choice: { kind: 'choice' },
  date: DATE,
  week: WEEK,
  person: { kind: 'person' },
  unit: { kind: 'unit' },
  reference: TEXT,
};

export const cellType = (column: Column): ExprType => CELL_TYPES[column.type];

/** Stored as a row id; expressions see the row: its columns and `id`. */
export const reference: Kind<ReferenceField> = {
  exprType: ({ to }, { ledgers }) => {
    const columns = Object.hasOwn(ledgers, to.ledger) ? ledgers[to.ledger]?.columns : undefined;
    const cells = Object.entries(columns ?? {}).map(([id, column]) => [id, cellType(column)] as const);
    return { kind: 'record', fields: { ...Object.fromEntries(cells), id: TEXT } };
  },
  resultType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => idShape,
  limits:
    () =>
    (value, { facts }) => {
      const id = idText(value);
      return Object.hasOwn(facts.references, id) ? undefined : flaw('unknown-row', { id });
    },
};
