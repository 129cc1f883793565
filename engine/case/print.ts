import type { CaseView } from '../../schemas/generated/api.ts';
import type { Definition } from '../definition/definition.ts';
import { hidePaths } from '../definition/rights.ts';
import type { FieldPath } from '../form/value.ts';

/**
 * How a process wants its cases on paper, for somebody who sees these fields: what it leaves out is named only as far
 * as they see it.
 */
export function printFor({ document, model }: Definition, sight: ReadonlySet<FieldPath>): CaseView['print'] {
  const { print } = document;
  if (print?.omit === undefined) return print;
  const left = hidePaths(model, sight, print.omit);
  return { ...print, omit: [...sight].filter((path) => !left.has(path)) };
}
