/** How much of something there is to cover, and what is missing. */
export type Share = { readonly covered: number; readonly all: number; readonly missing: readonly string[] };

export function shareOf<T>(items: readonly T[], isCovered: (item: T) => boolean, name: (item: T) => string): Share {
  const missing = items.filter((item) => !isCovered(item));
  return { covered: items.length - missing.length, all: items.length, missing: missing.map(name) };
}
