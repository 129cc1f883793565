import type {
  ApproveStep as ApproveSource,
  ChooseStep as ChooseSource,
  FillStep as FillSource,
  ParallelStep as ParallelSource,
  ReturnRule,
  StepEntry,
  Step as StepSource,
} from '../../schemas/generated/process.ts';
import { FLAG } from '../expression/type.ts';
import { formula } from '../form/compiler.ts';
import type { DocumentPath } from '../form/finding.ts';
import { formPaths } from '../form/rights.ts';
import type { StepId } from '../shared/brand.ts';
import type { Compilation } from './compilation.ts';
import { compileDue, deadlineActions, rowDeadlines } from './compile-deadlines.ts';
import { compileStart } from './compile-effects.ts';
import { compileLedgerStep } from './compile-ledger-step.ts';
import { compileRatio } from './compile-ratio.ts';
import type { ApproveStep, Block, Branch, Guard, Power, Rights } from './definition.ts';
import { expandPaths, hidePaths } from './rights.ts';

const POWERS: readonly Power[] = ['transfer', 'delegate', 'add', 'takeBack'];

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
  if ('start' in source) return compileStart(compilation, id, source, place.path);
  if ('ledger' in source) return compileLedgerStep(compilation, id, source, place.path);
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
  const { mode = 'any', reject = true } = source;
  // A vote is cast: what somebody agreed to before is none, unless the step itself says so.
  const { repeat = typeof mode === 'string' ? compilation.document.rules.repeat : 'ask' } = source;
  const form = source.form === undefined ? {} : { form: source.form };
  const selfAllowed = (source.self ?? compilation.document.rules.self) === 'allow';
  return {
    kind: 'approve',
    id,
    ...asking(compilation, source, source.approve, place),
    ...form,
    mode: typeof mode === 'string' ? mode : compileRatio(mode),
    ...rejectRule(reject),
    ...(source.abstain === undefined ? {} : { abstain: source.abstain }),
    opinionRequired: source.opinion === 'required',
    batch: source.batch ?? true,
    repeat,
    selfAllowed,
    rights: rights(compilation, source, source.form),
  };
}

function rejectRule(source: NonNullable<ApproveSource['reject']>): Pick<ApproveStep, 'reject'> {
  if (source === false) return {};
  const { ends = 'case', by = 'any' } = source === true ? {} : source;
  return { reject: { ends, by } };
}

/** What fill and approve steps have in common. */
function asking(compilation: Compilation, source: FillSource | ApproveSource, role: string, place: Place) {
  return {
    role,
    ...deadlineActions(compilation, source, place.path),
    ...rowDeadlines(compilation, source.rows, [...place.path, 'rows']),
    least: source.least ?? 1,
    claim: source.claim ?? false,
    allow: new Set(source.allow ?? POWERS),
    returnTo: (place.return?.to ?? []) as StepId[],
    returnThen: place.return?.then ?? 'rerun',
    returnWhen: place.return?.when ?? 'any',
    ...(place.return?.max === undefined ? {} : { returnMax: place.return.max }),
    ...compileDue(compilation, source.due, [...place.path, 'due']),
    ...(source.words ? { words: source.words } : {}),
  };
}

function rights(
  { model, document }: Compilation,
  { see = [], hide = [] }: FillSource | ApproveSource,
  form: string | undefined,
): Rights {
  const edit = form === undefined ? [] : formPaths(model, form);
  const shown = new Set([...hidePaths(model, expandPaths(model, see), hide), ...edit]);
  return { see: shown, edit: new Set(edit), bound: hidePaths(model, shown, document.rules.immaterial ?? []) };
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
