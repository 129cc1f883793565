import {
  DATE,
  DATE_TIME,
  DECIMAL,
  type ExprType,
  FLAG,
  INTEGER,
  MONTH,
  QUARTER,
  TEXT,
  TIME,
  WEEK,
} from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import { ID } from '../../engine/form/kinds/schema-parts.ts';
import { idShape, idText } from '../../engine/form/kinds/text-shape.ts';
import type { Column, ReferenceField } from '../../schemas/generated/process.ts';

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
  time: TIME,
  dateTime: DATE_TIME,
  week: WEEK,
  month: MONTH,
  quarter: QUARTER,
  year: INTEGER,
  region: TEXT,
  phone: TEXT,
  email: TEXT,
  link: TEXT,
  identityCode: TEXT,
  companyCode: TEXT,
  person: { kind: 'person' },
  unit: { kind: 'unit' },
  reference: TEXT,
};

export const cellType = (column: Column): ExprType => CELL_TYPES[column.type];

const CASES = 'case:';

/** The name under which cases of a process are found where ledger rows are: no ledger id has a colon. */
export const casesOf = (process: string): string => `${CASES}${process}`;

export const isCases = (ledger: string): boolean => ledger.startsWith(CASES);

/** What expressions see of a case that a field points to. */
export const CASE_CELLS = { number: TEXT, subject: TEXT, state: TEXT } as const satisfies Readonly<
  Record<string, ExprType>
>;

/** Stored as the id of a ledger row or of a case; expressions see what is known of it, and its `id`. */
export const reference: Kind<ReferenceField> = {
  exprType: ({ to }, { ledgers }) => {
    if ('process' in to) return { kind: 'record', fields: { ...CASE_CELLS, id: TEXT } };
    const columns = Object.hasOwn(ledgers, to.ledger) ? ledgers[to.ledger]?.columns : undefined;
    const cells = Object.entries(columns ?? {}).map(([id, column]) => [id, cellType(column)] as const);
    return { kind: 'record', fields: { ...Object.fromEntries(cells), id: TEXT } };
  },
  resultType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => idShape,
  limits: ({ to }) => {
    const completed = 'process' in to && to.state !== 'any';
    return (value, { facts }) => {
      const id = idText(value);
      const row = Object.hasOwn(facts.references, id) ? facts.references[id] : undefined;
      return row && (!completed || row.state === 'completed') ? undefined : flaw('unknown-row', { id });
    };
  },
  seen: (id, { references }) =>
    typeof id === 'string' ? { ...(Object.hasOwn(references, id) ? references[id] : {}), id } : id,
  jsonSchema: () => ID,
};
