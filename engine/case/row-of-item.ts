import { ROW_KEY, type Row } from '../form/value.ts';

/** The row of its own that a row of a table has in a ledger with a row a case. */
export const rowOfItem = (id: string, item: Row): string => `${id}:${String(item[ROW_KEY])}`;
