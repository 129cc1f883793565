import type { InsertStep, PutStep, UpdateStep } from '../../schemas/generated/process.ts';
import type { ExprType } from '../expression/type.ts';
import type { DocumentPath } from '../form/finding.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import type { StepId } from '../shared/brand.ts';
import { own } from '../shared/own.ts';
import {
  type CellPlace,
  type Compilation,
  compileCells,
  compileKey,
  itemPlace,
  recordType,
  report,
  rowCondition,
} from './compilation.ts';
import type { LedgerStep, RowKey } from './definition.ts';

type Source = InsertStep | UpdateStep | PutStep;
type Columns = Compilation['workspace']['documents']['ledgers'][string]['columns'];

/** A step that writes a row of a ledger, or one for each row of a table. */
export function compileLedgerStep(
  compilation: Compilation,
  id: StepId,
  source: Source,
  path: DocumentPath,
): LedgerStep {
  const ledger = own(compilation.workspace.documents.ledgers, source.ledger);
  if (ledger === undefined) report(compilation, 'unknown-ledger', [...path, 'ledger'], { ledger: source.ledger });
  const columns = ledger?.columns ?? {};
  const { write, cells } = written(source);
  const typeOf = (target: string): ExprType | undefined => {
    const column = own(columns, target);
    if (ledger === undefined) return undefined;
    if (column === undefined)
      return report(compilation, 'unknown-ledger-column', [...path, write, target], {
        ledger: source.ledger,
        name: target,
      });
    const kind = kindOf(column);
    return kind.resultType?.(column) ?? kind.exprType(column, compilation.forms.environment);
  };
  const items = source.each === undefined ? {} : itemPlace(compilation, source.each, [...path, 'each']);
  const plain: CellPlace = { scope: { ...compilation.forms.scope, ...items.scope }, ...withItems(items) };
  const overRow: CellPlace = { ...plain, scope: { ...plain.scope, row: recordType(columns, compilation) }, columns };
  const key = keyOf(compilation, source, plain, path);
  if (ledger !== undefined) checkKey(compilation, source, ledger.key, columns, path);
  return {
    kind: 'ledger',
    id,
    ledger: source.ledger,
    write,
    cells: compileCells(compilation, cells, [...path, write], { ...(write === 'insert' ? plain : overRow), typeOf }),
    undo: compileCells(compilation, source.undo ?? {}, [...path, 'undo'], { ...overRow, typeOf }),
    ...(source.each === undefined ? {} : { each: source.each }),
    ...rowCondition(compilation, source.where, plain, path),
    ...(key === undefined ? {} : { key }),
  };
}

const withItems = ({ items }: CellPlace): Pick<CellPlace, 'items'> => (items === undefined ? {} : { items });

function written(source: Source): { readonly write: LedgerStep['write']; readonly cells: InsertStep['insert'] } {
  if ('insert' in source) return { write: 'insert', cells: source.insert };
  return 'update' in source ? { write: 'update', cells: source.update } : { write: 'put', cells: source.put };
}

function keyOf(compilation: Compilation, source: Source, place: CellPlace, path: DocumentPath): RowKey | undefined {
  return 'key' in source && source.key !== undefined
    ? compileKey(compilation, source.key, [...path, 'key'], place)
    : undefined;
}

/** Every part of the key of a row that is written is known: by `key`, or by the cells that make the row. */
function checkKey(
  compilation: Compilation,
  source: Source,
  key: 'case' | readonly string[],
  columns: Columns,
  path: DocumentPath,
): void {
  const { write, cells } = written(source);
  const given = 'key' in source ? source.key : undefined;
  if (key === 'case' || typeof given === 'string') return;
  if (given === undefined && write === 'update') {
    if (source.each !== undefined) report(compilation, 'missing-key', path, { name: 'key' });
    return;
  }
  const [named, at] = given === undefined ? [cells, write] : [given, 'key'];
  for (const name of key)
    if (own(named, name) === undefined && own(columns, name)?.compute === undefined)
      report(compilation, 'missing-key', [...path, at], { name });
}
