import type { Column, Field, ProcessDocument } from '../../../schemas/generated/process.ts';
import { type Ast, parseSource } from '../../expression/parse.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { optionIds } from '../../form/kinds/option.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { resolveLists } from '../workspace.ts';
import { type Checking, fieldAt } from './checking.ts';
import { known } from './report.ts';

type Declared = Field | Column | undefined;
/** A text that stands for an option, and the field whose option it has to be. */
type Said = { readonly field: string; readonly ids: readonly string[]; readonly texts: readonly string[] };

/** Where a text is an expression, by the key it stands under; `visible` of parts that are not there is none. */
const CONDITIONS: ReadonlySet<string> = new Set(
  'visible required readonly compute that when while where open default'.split(' '),
);
const CELLS: ReadonlySet<string> = new Set('with result insert update put undo key input'.split(' '));

/** Texts that are written to a field of choices, or compared with one, are options it has. */
export const checkOptionTexts = (checking: Checking): readonly Finding[] =>
  [...compared(checking), ...written(checking)].flatMap(({ path, said: { field, ids, texts } }) =>
    texts.flatMap((text) =>
      known('unknown-option', path, text, ids).map((finding) => ({
        ...finding,
        params: { ...finding.params, list: field },
      })),
    ),
  );

type Placed = { readonly path: DocumentPath; readonly said: Said };

/** What steps hand over, write and take back. */
function written({ document, workspace, processes, steps }: Checking): readonly Placed[] {
  return steps.flatMap(({ source, path }) => {
    if ('start' in source) {
      const other = own(processes, source.start);
      return [
        ...cellsOf(source.with, [...path, 'with'], (target) => other && fieldAt(other, target)),
        ...cellsOf(source.result, [...path, 'result'], (target) => fieldAt(document, target)),
      ];
    }
    if (!('ledger' in source)) return [];
    const { ledgers, lists } = workspace.documents;
    const ledger = own(ledgers, source.ledger);
    const columns = ledger && resolveLists(ledger, lists).columns;
    const write = 'insert' in source ? 'insert' : 'update' in source ? 'update' : 'put';
    const cells = { insert: undefined, update: undefined, put: undefined, ...source }[write];
    return cellsOf(cells, [...path, write], (target) => own(columns ?? {}, target));
  });
}

function cellsOf(
  cells: Readonly<Record<string, string>> | undefined,
  path: DocumentPath,
  fieldOf: (target: string) => Declared,
): readonly Placed[] {
  return Object.entries(cells ?? {}).flatMap(([target, source]) => {
    const ids = idsOf(fieldOf(target));
    const parsed = parseSource(source);
    if (ids === undefined || !parsed.ok) return [];
    return [{ path: [...path, target], said: { field: target, ids, texts: resultsOf(parsed.value) } }];
  });
}

/** Options of a field of choices; undefined where any text may stand, or when its list is not there. */
function idsOf(field: Declared): readonly string[] | undefined {
  if (field?.type !== 'choice' && field?.type !== 'choices') return undefined;
  const ids = optionIds(field.options);
  return ids.length === 0 ? undefined : ids;
}

/** The texts an expression can come to as they are written in it. */
function resultsOf(ast: Ast): readonly string[] {
  if (ast.op === 'value') return typeof ast.args === 'string' && ast.args !== '' ? [ast.args] : [];
  if (ast.op === '?:')
    return ast.args.slice(1).flatMap((branch) => (typeof branch === 'object' ? resultsOf(branch) : []));
  return ast.op === 'list' ? ast.args.flatMap(resultsOf) : [];
}

/** Comparisons with fields of the process itself, wherever a condition or a formula is written. */
function compared({ document }: Checking): readonly Placed[] {
  return visit(document, [], false);

  function visit(node: unknown, path: DocumentPath, isExpression: boolean): readonly Placed[] {
    if (typeof node === 'string') return isExpression ? comparisons(node, path) : [];
    if (Array.isArray(node)) return node.flatMap((item, index) => visit(item, [...path, index], false));
    if (typeof node !== 'object' || node === null) return [];
    return Object.entries(node).flatMap(([key, value]) => {
      const isCells = CELLS.has(path.at(-1)?.toString() ?? '');
      return visit(value, [...path, key], isCells || CONDITIONS.has(key));
    });
  }

  function comparisons(source: string, path: DocumentPath): readonly Placed[] {
    const parsed = parseSource(source);
    return parsed.ok ? saidIn(parsed.value, document).map((said) => ({ path, said })) : [];
  }
}

function saidIn(ast: Ast, document: ProcessDocument): readonly Said[] {
  const inner = operandsOf(ast).flatMap((operand) => saidIn(operand, document));
  if (ast.op !== '==' && ast.op !== '!=' && ast.op !== 'in') return inner;
  const [left, right] = ast.args;
  return [...inner, ...against(left, right, document), ...(ast.op === 'in' ? [] : against(right, left, document))];
}

function against(side: Ast, other: Ast, document: ProcessDocument): readonly Said[] {
  const field = pathOf(side);
  const ids = field === undefined ? undefined : idsOf(fieldAt(document, field));
  return field === undefined || ids === undefined ? [] : [{ field, ids, texts: resultsOf(other) }];
}

/** `form.field` as it is written; undefined for everything else. */
function pathOf(ast: Ast): string | undefined {
  if (ast.op !== '.') return undefined;
  const [root, field] = ast.args;
  return root.op === 'id' ? `${root.args}.${field}` : undefined;
}

const isAst = (part: unknown): part is Ast => typeof part === 'object' && part !== null && 'op' in part;

function operandsOf({ args }: Ast): readonly Ast[] {
  if (isAst(args)) return [args];
  return Array.isArray(args) ? args.flat(2).filter(isAst) : [];
}
