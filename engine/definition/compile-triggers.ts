import type { LedgerTrigger } from '../../schemas/generated/process.ts';
import { sha256Hex } from '../audit/sha256.ts';
import { DATE, type ExprType, FLAG, TEXT } from '../expression/type.ts';
import { formula, type Place } from '../form/compiler.ts';
import type { DocumentPath } from '../form/finding.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import { own } from '../shared/own.ts';
import { type Compilation, compileCells, recordType, report } from './compilation.ts';
import { columnOf } from './compile-effects.ts';
import type { Trigger } from './definition.ts';

type Columns = Compilation['workspace']['documents']['ledgers'][string]['columns'];

/** What starts a case by itself: a condition over the rows of a ledger, or a day that they say. */
export const compileTriggers = (compilation: Compilation): readonly Trigger[] =>
  (compilation.document.triggers ?? []).flatMap((source, index) => compileTrigger(compilation, source, index));

function compileTrigger(compilation: Compilation, source: LedgerTrigger, index: number): readonly Trigger[] {
  const path = ['triggers', index];
  const ledger = own(compilation.workspace.documents.ledgers, source.ledger);
  if (ledger === undefined) {
    report(compilation, 'unknown-ledger', [...path, 'ledger'], { ledger: source.ledger });
    return [];
  }
  if (source.on === undefined && source.when === undefined) report(compilation, 'missing-key', path, { name: 'when' });
  const { columns } = ledger;
  const place: Place = { scope: { ...compilation.forms.scope, row: rowType(compilation, columns) }, columns };
  const when = formula(compilation.forms, source.when, place, [...path, 'when'], FLAG);
  const on = formula(compilation.forms, source.on, place, [...path, 'on'], DATE);
  const typeOf = (target: string) => fieldType(compilation, target, [...path, 'with', target]);
  const cells = compileCells(compilation, source.with ?? {}, [...path, 'with'], { ...place, typeOf });
  return [
    {
      ledger: source.ledger,
      with: cells,
      ...whoStarts(compilation, source, columns, [...path, 'as']),
      ...(when === undefined ? {} : { when }),
      ...(on === undefined || source.on === undefined
        ? {}
        : { day: { name: dayName(compilation, source.ledger, source.on, index), on } }),
    },
  ];
}

/** The cells of a row, and its id where no column is called so. */
function rowType(compilation: Compilation, columns: Columns): ExprType {
  const type = recordType(columns, compilation);
  return type.kind === 'record' ? { ...type, fields: { id: TEXT, ...type.fields } } : type;
}

/** Stays the same as long as the days do, whatever else is changed in the process. */
function dayName({ document }: Compilation, ledger: string, on: string, index: number): string {
  const same = (document.triggers ?? []).slice(0, index).filter((other) => other.ledger === ledger && other.on === on);
  return `${document.id} ${sha256Hex(JSON.stringify([ledger, on, same.length])).slice(0, 16)}`;
}

function whoStarts(
  compilation: Compilation,
  { as }: LedgerTrigger,
  columns: Columns,
  path: DocumentPath,
): Pick<Trigger, 'as' | 'for'> {
  if (typeof as !== 'string') return { as };
  const column = columnOf(as) ?? '';
  const type = own(columns, column)?.type;
  if (type === 'person' || type === 'unit') return { for: { column, type } };
  if (type === undefined) return report(compilation, 'unknown-column', path, { name: column }) ?? {};
  return report(compilation, 'wrong-field-type', path, { name: column, actual: type, expected: 'person, unit' }) ?? {};
}

/** What a field of the process takes; a column has no value of its own. */
function fieldType(compilation: Compilation, target: string, path: DocumentPath): ExprType | undefined {
  const node = compilation.model.nodes.get(target);
  if (node === undefined || node.table !== undefined)
    return report(compilation, 'unknown-field', path, { name: target });
  const kind = kindOf(node.field);
  return kind.resultType?.(node.field) ?? kind.exprType(node.field, compilation.forms.environment);
}
