/** The candidate closest to a misspelt name, when it is close enough to be a slip of the keyboard. */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  const limit = name.length <= 3 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Names that a message about an unknown one can list; more than these do not help. */
const MOST_LISTED = 40;

/** All there are, sorted, for a message where none of them is close. */
export const listed = (name: string, candidates: readonly string[]): { readonly known?: string } =>
  candidates.length === 0 || candidates.length > MOST_LISTED || suggest(name, candidates) !== undefined
    ? {}
    : {
        known: candidates
          .filter((each) => /^[a-z]/i.test(each))
          .toSorted()
          .join(', '),
      };

/** Optimal string alignment: insertions, deletions, replacements and swapped neighbours each cost 1. */
function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = at(last, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced);
      row.push(swapped ? Math.min(cost, at(beforeLast, j - 2) + 1) : cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, right.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
