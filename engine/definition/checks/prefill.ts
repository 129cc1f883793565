import { fixedBecause } from '../../form/carry.ts';
import { firstStep } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { type CheckingCompiled, fieldPaths } from './checking.ts';
import { error, known } from './report.ts';

/** What is taken over from an earlier case exists, and whoever starts the next one can write it. */
export function checkPrefill({ document, definition }: CheckingCompiled): readonly Finding[] {
  const { fields = [], same = [] } = document.prefill ?? {};
  const paths = fieldPaths(document);
  const names = [...Object.keys(document.forms), ...paths];
  return [
    ...same.flatMap((path, at) => known('unknown-field', ['prefill', 'same', at], path, paths)),
    ...fields.flatMap((path, at) => {
      const unknown = known('unknown-field', ['prefill', 'fields', at], path, names);
      const why = unknown.length === 0 ? fixed({ definition }, path) : undefined;
      return why === undefined ? unknown : [error('not-prefillable', ['prefill', 'fields', at], { name: path, why })];
    }),
  ];
}

function fixed({ definition }: Pick<CheckingCompiled, 'definition'>, path: string): string | undefined {
  const { form, rights } = firstStep(definition);
  if (path.split('.')[0] !== form) return 'later';
  const node = definition.model.nodes.get(path);
  if (node === undefined) return undefined;
  return fixedBecause(node) ?? (rights.edit.has(path) ? undefined : 'readonly');
}
