/**
 * The parts of a table by role. Rows that are skipped while out of sight (`content-visibility`) and rows that become
 * cards cannot be laid out as tables, and then browsers drop the meaning of the elements: the roles keep it.
 */
export const asTable = (labelledBy: string, rows: number) =>
  ({ role: 'table', 'aria-labelledby': labelledBy, 'aria-rowcount': rows }) as const;
export const asPlainTable = { role: 'table' } as const;
export const asRowGroup = { role: 'rowgroup' } as const;
export const asRow = { role: 'row' } as const;
/** A row of a table of which not all rows are drawn; the headings are number 1. */
export const asNumberedRow = (number: number) => ({ role: 'row', 'aria-rowindex': number }) as const;
export const asColumnHeader = { role: 'columnheader' } as const;
export const asRowHeader = { role: 'rowheader' } as const;
export const asCell = { role: 'cell' } as const;
/** Several controls under one name, which stands outside as every name does. */
export const asGroup = { role: 'group' } as const;
export const groupNamed = (label: string) => ({ role: 'group', 'aria-label': label }) as const;
