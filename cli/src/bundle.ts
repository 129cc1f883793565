import type { Definitions } from './definitions.ts';

/**
 * What a deployment is published from. Keys stay in the author's order, because fields, columns and forms are shown in
 * it; the folder is read in the order of its file names, so it always gives the same text.
 */
export function bundleOf({ workspace, processes, authoring, openings }: Definitions): string {
  const opening = Object.fromEntries(openings.map(({ document }) => [document.ledger, document.rows]));
  return JSON.stringify({ workspace, processes, authoring, opening });
}
