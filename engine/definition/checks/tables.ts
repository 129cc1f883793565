import type { DecisionTableDocument } from '../../../schemas/generated/table.ts';
import type { Organisation } from '../../organisation/index.ts';
import { own } from '../../shared/own.ts';
import { compileDecisionTable } from '../decision-table.ts';
import type { Finding } from '../finding.ts';
import type { WorkspaceDocuments } from '../workspace.ts';
import { checkCoverage } from './coverage.ts';
import { error, known } from './report.ts';
import { tableWords } from './words.ts';

/** A decision table: its cells can be read, its posts are held, and every input has an answer. */
export function checkTable(
  table: DecisionTableDocument,
  documents: WorkspaceDocuments,
  organisation: Organisation,
): readonly Finding[] {
  const compiled = compileDecisionTable(table);
  const unreadable = compiled.ok
    ? []
    : compiled.error.map(({ code, path, params: { column, ...rest } }) =>
        error(code, path, column === undefined ? rest : { ...rest, name: column }),
      );
  return [
    ...unreadable,
    ...checkOutputs(table, documents, organisation),
    ...checkOptions(table, documents),
    ...checkCoverage(table, documents.lists),
    ...tableWords(table),
  ];
}

function checkOutputs(
  table: DecisionTableDocument,
  documents: WorkspaceDocuments,
  organisation: Organisation,
): readonly Finding[] {
  return table.rules.flatMap(({ then }, rule) =>
    Object.entries(then).flatMap(([column, value]) => {
      const path = ['rules', rule, 'then', column];
      const unknown = known('unknown-column', path, column, table.outputs);
      if (unknown.length > 0 || own(table.outputs, column)?.type !== 'post') return unknown;
      const posts = known('unknown-post', path, value, documents.organisation.posts);
      if (posts.length > 0 || organisation.holders(value).length > 0) return posts;
      return [error('role-finds-nobody', path, { why: 'post', name: value })];
    }),
  );
}

/** Cells of an input with a list name its options. */
function checkOptions({ inputs, rules }: DecisionTableDocument, { lists }: WorkspaceDocuments): readonly Finding[] {
  return Object.entries(inputs).flatMap(([column, { list }]) => {
    if (list === undefined) return [];
    const options = own(lists.lists, list)?.options;
    if (options === undefined) {
      return known('unresolved-list', ['inputs', column, 'list'], list, lists.lists).map((finding) => ({
        ...finding,
        params: { list },
      }));
    }
    const ids = options.map(({ id }) => id);
    return rules.flatMap(({ when }, rule) =>
      valuesOf(own(when, column)).flatMap((value) =>
        known('unknown-option', ['rules', rule, 'when', column], value, ids).map((finding) => ({
          ...finding,
          params: { ...finding.params, list },
        })),
      ),
    );
  });
}

const valuesOf = (cell = '-'): readonly string[] =>
  cell.trim() === '-' ? [] : cell.split(',').map((value) => value.trim());
