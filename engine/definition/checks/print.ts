import type { Finding } from '../finding.ts';
import { type Checking, fieldPaths } from './checking.ts';
import { known } from './report.ts';

/** What is left off the sheet exists, and people are asked at every step that is to be signed. */
export function checkPrint({ document, steps }: Checking): readonly Finding[] {
  const { omit = [], signatures = [] } = document.print ?? {};
  const paths = [...Object.keys(document.forms), ...fieldPaths(document)];
  const asking = steps.flatMap(({ id, source }) => ('fill' in source || 'approve' in source ? [id] : []));
  return [
    ...omit.flatMap((path, at) => known('unknown-field', ['print', 'omit', at], path, paths)),
    ...signatures.flatMap((step, at) => known('unknown-step', ['print', 'signatures', at], step, asking)),
  ];
}
