/** One choice of a picker of periods. */
export type PeriodCell = {
  readonly value: string | number;
  readonly text: string;
  /** Its days, for weeks. */
  readonly detail?: string;
};

/** A picker of periods shows one page at a time: the months or the quarters of a year, some years, or the weeks of a month. */
export type PeriodPages = {
  /** The page a value stands on. */
  readonly pageOf: (value: string) => number;
  readonly title: (page: number) => string;
  readonly cells: (page: number) => readonly PeriodCell[];
  /** Cells in a row. */
  readonly columns: 1 | 4;
  /** The period today lies in, as a value. */
  readonly now: string;
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
};

export const isWithin = ({ min, max }: PeriodPages, value: string | number): boolean =>
  (min === undefined || value >= min) && (max === undefined || value <= max);
