/** The ledger that completed cases are entered in, and what of them. */
export const ARCHIVE = 'archive';
export const ARCHIVED = ['number', 'process', 'class', 'title', 'owner', 'closedOn', 'keepUntil', 'state'] as const;
