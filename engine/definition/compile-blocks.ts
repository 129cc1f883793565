import type {
  ApproveStep as ApproveSource,
  ChooseStep as ChooseSource,
  FillStep as FillSource,
  InsertStep,
  ParallelStep as ParallelSource,
  ReturnRule,
  StartStep as StartSource,
  StepEntry,
  Step as StepSource,
  UpdateStep,
} from '../../schemas/generated/process.ts';
import { type Duration, parseDuration } from '../calendar/index.ts';
import { type ExprType, FLAG } from '../expression/type.ts';
import { formula } from '../form/compiler.ts';
import { type DateRuleParts, parseDateRule } from '../form/date-rule.ts';
import type { DocumentPath } from '../form/finding.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import { formPaths } from '../form/rights.ts';
import type { StepId } from '../shared/brand.ts';
import { own } from '../shared/own.ts';
import { type Compilation, compileCells, compileKey, report, seriesScope } from './compilation.ts';
import type { Block, Branch, Guard, LedgerStep, StartStep } from './definition.ts';
import { expandPaths, hidePaths } from './rights.ts';

type Place = { readonly path: DocumentPath; readonly return: ReturnRule | undefined };

/** Compiles a list of steps; `inherited` is the return rule of the parallel block around it. */
export function compileBlocks(
  compilation: Compilation,
  entries: readonly StepEntry[],
  path: DocumentPath,
  inherited?: ReturnRule,
): readonly Block[] {
  return entries.flatMap((entry, index) =>
    Object.entries(entry).map(([id, source]): Block => {
      const place: Place = {
        path: [...path, index, id],
        return: ('return' in source ? source.return : undefined) ?? inherited,
      };
      return { ...compileBlock(compilation, id as StepId, source, place), ...label(source) };
    }),
  );
}

function compileBlock(compilation: Compilation, id: StepId, source: StepSource, place: Place): Block {
  if ('fill' in source) return compileFill(compilation, id, source, place);
  if ('approve' in source) return compileApprove(compilation, id, source, place);
  if ('choose' in source) return compileChoose(compilation, id, source, place);
  if ('parallel' in source) return compileParallel(compilation, id, source, place);
  if ('start' in source) return compileStart(compilation, id, source, place);
  if ('ledger' in source) return compileWrite(compilation, id, source, place);
  return { kind: 'copy', id, roles: source.copy, see: expandPaths(compilation.model, source.see) };
}

const label = ({ title, clause }: Pick<StepSource, 'title' | 'clause'>) => ({
  ...named(title),
  ...(clause === undefined ? {} : { clause }),
});

const named = (title: StepSource['title']) => (title === undefined ? {} : { title });

function compileFill(compilation: Compilation, id: StepId, source: FillSource, place: Place): Block {
  return {
    kind: 'fill',
    id,
    ...asking(compilation, source, source.by, place),
    form: source.fill,
    rights: rights(compilation, source, source.fill),
  };
}

function compileApprove(compilation: Compilation, id: StepId, source: ApproveSource, place: Place): Block {
  const { mode = 'any', reject = true, repeat = compilation.document.rules.repeat } = source;
  const form = source.form === undefined ? {} : { form: source.form };
  const selfAllowed = (source.self ?? compilation.document.rules.self) === 'allow';
  return {
    kind: 'approve',
    id,
    ...asking(compilation, source, source.approve, place),
    ...form,
    mode,
    reject,
    repeat,
    selfAllowed,
    rights: rights(compilation, source, source.form),
  };
}

/** What fill and approve steps have in common. */
function asking(compilation: Compilation, source: FillSource | ApproveSource, role: string, place: Place) {
  const due = source.due === undefined ? undefined : compileDuration(compilation, source.due, [...place.path, 'due']);
  const overdue = (source.overdue ?? []).map(({ copy, after }, index) => {
    const span =
      after === undefined ? undefined : compileDuration(compilation, after, [...place.path, 'overdue', index, 'after']);
    return { copy, ...(span ? { after: span } : {}) };
  });
  return {
    role,
    overdue,
    returnTo: (place.return?.to ?? []) as StepId[],
    ...(place.return?.max === undefined ? {} : { returnMax: place.return.max }),
    ...(due ? { due } : {}),
    ...(source.words ? { words: source.words } : {}),
  };
}

function rights({ model }: Compilation, { see = [], hide = [] }: FillSource | ApproveSource, form: string | undefined) {
  const edit = form === undefined ? [] : formPaths(model, form);
  const shown = hidePaths(model, expandPaths(model, see), hide);
  return { see: new Set([...shown, ...edit]), edit: new Set(edit) };
}

function compileDuration(compilation: Compilation, text: string, path: DocumentPath): Duration | undefined {
  const parsed = parseDuration(text);
  return parsed.ok ? parsed.value : report(compilation, 'bad-duration', path, { text });
}

function compileChoose(compilation: Compilation, id: StepId, { choose }: ChooseSource, place: Place): Block {
  const branches = choose.map((branch, index): Branch => {
    const path = [...place.path, 'choose', index];
    if ('else' in branch)
      return {
        ...named(branch.title),
        blocks: compileBlocks(compilation, branch.else, [...path, 'else'], place.return),
      };
    return {
      ...named(branch.title),
      ...guard(compilation, branch.when, [...path, 'when']),
      blocks: compileBlocks(compilation, branch.steps, [...path, 'steps'], place.return),
    };
  });
  return { kind: 'choose', id, branches };
}

function compileParallel(compilation: Compilation, id: StepId, { parallel }: ParallelSource, place: Place): Block {
  const branches = parallel.map((branch, index): Branch => {
    const path = [...place.path, 'parallel', index];
    const when = branch.when === undefined ? {} : guard(compilation, branch.when, [...path, 'when']);
    return {
      ...named(branch.title),
      ...when,
      blocks: compileBlocks(compilation, branch.steps, [...path, 'steps'], place.return),
    };
  });
  return { kind: 'parallel', id, branches };
}

function guard({ forms }: Compilation, source: string, path: DocumentPath): { when?: Guard } {
  const compiled = formula(forms, source, { scope: forms.scope }, path, FLAG);
  return compiled ? { when: { source, formula: compiled } } : {};
}

function compileStart(compilation: Compilation, id: StepId, source: StartSource, place: Place): Block {
  const { start: process, as, with: given = {}, at } = source;
  const fields = own(compilation.foreign, process);
  if (fields === undefined) report(compilation, 'unknown-process', [...place.path, 'start'], { name: process });
  const typeOf = (target: string): ExprType | undefined => {
    const [form = '', field = ''] = target.split('.');
    const declared = own(own(fields ?? {}, form)?.fields ?? {}, field);
    if (fields === undefined) return undefined;
    if (declared === undefined)
      return report(compilation, 'unknown-field', [...place.path, 'with', target], { name: target, process });
    const kind = kindOf(declared);
    return kind.resultType?.(declared) ?? kind.exprType(declared, compilation.forms.environment);
  };
  const scope = seriesScope(compilation, process);
  const cells = compileCells(compilation, given, [...place.path, 'with'], { scope, typeOf });
  const on = at === undefined ? undefined : dateRule(compilation, at, [...place.path, 'at']);
  return {
    kind: 'start',
    id,
    process,
    as,
    with: cells,
    ...(on ? { at: on } : {}),
    ...series(compilation, source, place),
  };
}

function series(compilation: Compilation, source: StartSource, { path }: Place): Pick<StartStep, 'series'> {
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

function compileWrite(compilation: Compilation, id: StepId, source: InsertStep | UpdateStep, { path }: Place): Block {
  const ledger = own(compilation.workspace.documents.ledgers, source.ledger);
  if (ledger === undefined) report(compilation, 'unknown-ledger', [...path, 'ledger'], { ledger: source.ledger });
  const columns = ledger?.columns ?? {};
  const write = 'insert' in source ? 'insert' : 'update';
  const cells = 'insert' in source ? source.insert : source.update;
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
  const scope = {
    ...compilation.forms.scope,
    row: { kind: 'record' as const, fields: columnTypes(compilation, columns) },
  };
  const options = write === 'update' ? { scope, columns, typeOf } : { typeOf };
  const key =
    'key' in source && source.key !== undefined ? compileKey(compilation, source.key, [...path, 'key']) : undefined;
  const step: LedgerStep = {
    kind: 'ledger',
    id,
    ledger: source.ledger,
    write,
    cells: compileCells(compilation, cells, [...path, write], options),
  };
  return key === undefined ? step : { ...step, key };
}

function columnTypes({ forms }: Compilation, columns: InsertColumns): Readonly<Record<string, ExprType>> {
  return Object.fromEntries(
    Object.entries(columns).map(([id, column]) => [id, kindOf(column).exprType(column, forms.environment)]),
  );
}

type InsertColumns = Compilation['workspace']['documents']['ledgers'][string]['columns'];
