import type { LedgerTrigger } from '../../schemas/generated/process.ts';
import { type ExprType, FLAG } from '../expression/type.ts';
import { formula } from '../form/compiler.ts';
import type { DocumentPath } from '../form/finding.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import { own } from '../shared/own.ts';
import { type Compilation, compileCells, recordType, report } from './compilation.ts';
import type { Trigger } from './definition.ts';

/** What starts a case by itself: a condition over the rows of a ledger. */
export const compileTriggers = (compilation: Compilation): readonly Trigger[] =>
  (compilation.document.triggers ?? []).flatMap((source, index) => compileTrigger(compilation, source, index));

function compileTrigger(compilation: Compilation, source: LedgerTrigger, index: number): readonly Trigger[] {
  const path = ['triggers', index];
  const ledger = own(compilation.workspace.documents.ledgers, source.ledger);
  if (ledger === undefined) {
    report(compilation, 'unknown-ledger', [...path, 'ledger'], { ledger: source.ledger });
    return [];
  }
  const { columns } = ledger;
  const scope = { ...compilation.forms.scope, row: recordType(columns, compilation) };
  const when = formula(compilation.forms, source.when, { scope, columns }, [...path, 'when'], FLAG);
  const typeOf = (target: string) => fieldType(compilation, target, [...path, 'with', target]);
  const cells = compileCells(compilation, source.with ?? {}, [...path, 'with'], { scope, columns, typeOf });
  return when === undefined ? [] : [{ ledger: source.ledger, when, as: source.as, with: cells }];
}

/** What a field of the process takes; a column has no value of its own. */
function fieldType(compilation: Compilation, target: string, path: DocumentPath): ExprType | undefined {
  const node = compilation.model.nodes.get(target);
  if (node === undefined || node.table !== undefined)
    return report(compilation, 'unknown-field', path, { name: target });
  const kind = kindOf(node.field);
  return kind.resultType?.(node.field) ?? kind.exprType(node.field, compilation.forms.environment);
}
