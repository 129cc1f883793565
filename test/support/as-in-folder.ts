import type { Definitions } from '../../cli/src/definitions.ts';

/** What a year needs to know of a folder. */
export const asInFolder = ({ processes, scenarios }: Definitions) => ({
  processes: Object.keys(processes),
  stories: scenarios.map(({ document }) => document),
});
