import type { StartStep as StartSource } from '../../schemas/generated/process.ts';
import { type ExprType, FLAG, TEXT } from '../expression/type.ts';
import { formula, type Place } from '../form/compiler.ts';
import { type DateRuleParts, parseDateRule } from '../form/date-rule.ts';
import type { DocumentPath } from '../form/finding.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import type { StepId } from '../shared/brand.ts';
import { own } from '../shared/own.ts';
import {
  type Compilation,
  compileCells,
  foreignForms,
  recordType,
  report,
  rowCondition,
  seriesScope,
} from './compilation.ts';
import type { Cell, StartStep } from './definition.ts';

/** A step that starts cases of another process. */
export function compileStart(compilation: Compilation, id: StepId, source: StartSource, path: DocumentPath): StartStep {
  const { start: process, as, with: given = {}, at, each, onReturn = 'stop' } = source;
  const fields = own(compilation.foreign, process);
  if (fields === undefined) report(compilation, 'unknown-process', [...path, 'start'], { name: process });
  const typeOf = (target: string): ExprType | undefined => {
    const [form = '', field = ''] = target.split('.');
    const declared = own(own(fields ?? {}, form)?.fields ?? {}, field);
    if (fields === undefined) return undefined;
    if (declared === undefined)
      return report(compilation, 'unknown-field', [...path, 'with', target], { name: target, process });
    const kind = kindOf(declared);
    return kind.resultType?.(declared) ?? kind.exprType(declared, compilation.forms.environment);
  };
  const row = each === undefined ? { scope: {} } : rowPlace(compilation, each, path);
  const scope = { ...seriesScope(compilation, process), ...row.scope };
  const cells = compileCells(compilation, given, [...path, 'with'], { ...row, scope, typeOf });
  const on = at === undefined ? undefined : dateRule(compilation, at, [...path, 'at']);
  return {
    kind: 'start',
    id,
    process,
    as,
    with: cells,
    ...(on ? { at: on } : {}),
    wait: source.wait ?? false,
    ...(each === undefined ? {} : { each }),
    ...rowCondition(compilation, source.where, row, path),
    result: results(compilation, source, row, path),
    onReturn,
    ...planned(compilation, source, path),
    ...series(compilation, source, path),
    ...startedFor(compilation, source, path),
  };
}

/** The table a step goes through row by row, as the root `row` of its expressions. */
function rowPlace(compilation: Compilation, table: string, path: DocumentPath): Place {
  const declared = compilation.model.nodes.get(table)?.field;
  if (declared?.type !== 'table')
    return report(compilation, 'unknown-field', [...path, 'each'], { name: table }) ?? { scope: {} };
  return { scope: { row: recordType(declared.columns, compilation) }, columns: declared.columns };
}

/** What comes back from a started case; with `each`, a target that names the table goes into the row's column. */
function results(compilation: Compilation, source: StartSource, row: Place, path: DocumentPath): readonly Cell[] {
  const child = foreignForms(compilation, source.start);
  const typeOf = (target: string): ExprType | undefined => {
    const node = compilation.model.nodes.get(target);
    const inRow = node?.table === undefined ? source.each === undefined : `${node.form}.${node.table}` === source.each;
    if (node === undefined || !inRow)
      return report(compilation, 'unknown-field', [...path, 'result', target], { name: target });
    return (
      kindOf(node.field).resultType?.(node.field) ??
      kindOf(node.field).exprType(node.field, compilation.forms.environment)
    );
  };
  const scope = { ...compilation.forms.scope, ...row.scope, child, ended: TEXT };
  return compileCells(compilation, source.result ?? {}, [...path, 'result'], { ...row, scope, typeOf });
}

/** Whether a planned start is still wanted on its day. */
function planned(compilation: Compilation, source: StartSource, path: DocumentPath): Pick<StartStep, 'while'> {
  const { forms } = compilation;
  if (source.every !== undefined) return {};
  const wanted = formula(forms, source.while, { scope: forms.scope }, [...path, 'while'], FLAG);
  return wanted === undefined ? {} : { while: wanted };
}

/** `as: row.owner`: whoever the row names, or the head of the unit it names. */
function startedFor(compilation: Compilation, { as, each }: StartSource, path: DocumentPath): Pick<StartStep, 'for'> {
  const column = columnOf(as);
  if (column === undefined) return {};
  const table = each === undefined ? undefined : compilation.model.nodes.get(each)?.field;
  const type = table?.type === 'table' ? own(table.columns, column)?.type : undefined;
  if (type === 'person' || type === 'unit') return { for: { column, type } };
  if (type === undefined) return report(compilation, 'unknown-column', [...path, 'as'], { name: column }) ?? {};
  const params = { name: column, actual: type, expected: 'person, unit' };
  return report(compilation, 'wrong-field-type', [...path, 'as'], params) ?? {};
}

/** The column of the row that `as` names, when it names no role. */
export const columnOf = (as: string): string | undefined => (as.startsWith('row.') ? as.slice(4) : undefined);

function series(compilation: Compilation, source: StartSource, path: DocumentPath): Pick<StartStep, 'series'> {
  const { every, from = 'today', while: condition } = source;
  if (every === undefined || condition === undefined) return {};
  const { forms } = compilation;
  const rule = dateRule(compilation, from, [...path, 'from']);
  const goesOn = formula(forms, condition, { scope: forms.scope }, [...path, 'while'], FLAG);
  return rule && goesOn ? { series: { every, from: rule, while: goesOn } } : {};
}

/** A date rule counts from today or from a date of the forms. */
function dateRule(compilation: Compilation, text: string, path: DocumentPath): DateRuleParts | undefined {
  const rule = parseDateRule(text);
  if (rule === undefined) return report(compilation, 'bad-date-rule', path, { rule: text });
  const [form = '', field = '', part] = rule.from.split('.');
  const type = own(own(compilation.document.forms, form)?.fields ?? {}, field)?.type;
  const isDate = type === 'date' ? part === undefined : type === 'dateRange' && (part === 'start' || part === 'end');
  return rule.from === 'today' || isDate ? rule : report(compilation, 'unknown-field', path, { name: rule.from });
}
