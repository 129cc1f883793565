/** The value that a share of all values does not exceed; of an even number in the middle the upper. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)];
}

export const median = (values: readonly number[]): number | undefined => quantile(values, 0.5);
