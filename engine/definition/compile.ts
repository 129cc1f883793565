import type { Forms, ProcessDocument, RoleRule, StepEntry } from '../../schemas/generated/process.ts';
import { sha256Hex } from '../audit/sha256.ts';
import { compileDuty } from '../duty/compile-duty.ts';
import { type ExprType, TEXT } from '../expression/type.ts';
import { compileCheckedForms } from '../form/check-forms.ts';
import type { Compiler } from '../form/compiler.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import { scopeOf } from '../form/scope.ts';
import type { StepId } from '../shared/brand.ts';
import { own } from '../shared/own.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { asFinding, type Compilation, compileCells } from './compilation.ts';
import { compileBlocks } from './compile-blocks.ts';
import { compileDuration } from './compile-deadlines.ts';
import { compilePublic } from './compile-public.ts';
import { compileTriggers } from './compile-triggers.ts';
import type { Block, Definition, Reader, Step } from './definition.ts';
import type { Finding } from './finding.ts';
import { expandPaths } from './rights.ts';
import type { Workspace } from './workspace.ts';

/** What is published: the document with its option lists resolved, and the forms of the processes it starts. */
export type Published = { readonly document: ProcessDocument; readonly foreign: Readonly<Record<string, Forms>> };

/** SHA-256 over what is published, in the author's order, which is the order of the form: the identity of a version. */
export const digestOfPublished = (published: Published): string => sha256Hex(JSON.stringify(published));

/**
 * Compiles a published definition to closures. No code is generated.
 *
 * @returns the definition ready to run, or every error that can be told apart; `checkDefinition` finds more.
 */
export function compileDefinition(
  published: Published,
  workspace: Workspace,
  identity: { readonly version: number; readonly digest: string },
): Result<Definition, readonly Finding[]> {
  const { document, foreign } = published;
  const { ledgers, settings, tables } = workspace.documents;
  const environment = { ledgers, settings: settings.settings, tables };
  const compiled = compileCheckedForms(document.forms, document.checks ?? [], environment);
  if (!compiled.ok) return fail(compiled.error.map(asFinding));
  const model = compiled.value;
  const forms: Compiler = {
    forms: document.forms,
    environment,
    scope: { ...scopeOf(document.forms, environment), rows: rowsType(workspace), outcome: outcomes(document.steps) },
    findings: [],
  };
  const compilation: Compilation = { document, foreign, workspace, model, forms, findings: [] };
  const blocks = compileBlocks(compilation, document.steps, ['steps']);
  const definition: Definition = {
    id: document.id,
    ...identity,
    document,
    model,
    blocks,
    steps: new Map(stepsOf(blocks).map((step) => [step.id, step])),
    roles: document.roles,
    tableInputs: tableInputs(compilation),
    readers: readers(compilation),
    number: document.number,
    ...(document.withdraw ? { withdrawUntil: document.withdraw.until as StepId } : {}),
    apart: document.rules.apart ?? [],
    cancelBy: document.cancel?.by ?? [],
    ...revokeRule(compilation),
    triggers: compileTriggers(compilation),
    ...compileDuty(compilation),
    ...prefillRule(compilation),
    ...compilePublic(compilation),
  };
  const findings = [...forms.findings.map(asFinding), ...compilation.findings];
  return findings.length > 0 ? fail(findings) : ok(definition);
}

/** All steps of a list of blocks, top to bottom. */
function stepsOf(blocks: readonly Block[]): readonly Step[] {
  return blocks.flatMap((block) =>
    block.kind === 'choose' || block.kind === 'parallel'
      ? block.branches.flatMap((branch) => stepsOf(branch.blocks))
      : [block],
  );
}

/** How steps that people decide, and cases that are waited for, have ended: `outcome.<step>`. */
function outcomes(entries: readonly StepEntry[]): ExprType {
  return { kind: 'record', fields: Object.fromEntries(stepIds(entries).map((id) => [id, TEXT] as const)) };
}

function stepIds(entries: readonly StepEntry[]): readonly string[] {
  return entries.flatMap((entry) =>
    Object.entries(entry).flatMap(([id, step]) => {
      if ('choose' in step) return step.choose.flatMap((each) => stepIds('else' in each ? each.else : each.steps));
      return 'parallel' in step ? step.parallel.flatMap((branch) => stepIds(branch.steps)) : [id];
    }),
  );
}

function rowsType({ documents }: Workspace): ExprType {
  const ledgers = Object.entries(documents.ledgers).map(([id, { columns }]) => {
    const types = Object.entries(columns).map(
      ([column, declared]) => [column, kindOf(declared).exprType(declared, { ledgers: {}, settings: {} })] as const,
    );
    return [id, { kind: 'record' as const, fields: Object.fromEntries(types) }] as const;
  });
  return { kind: 'record', fields: Object.fromEntries(ledgers) };
}

function prefillRule({ document, model }: Compilation): Pick<Definition, 'prefill'> {
  if (document.prefill === undefined) return {};
  const { of, same = [], fields, apply = 'offer' } = document.prefill;
  return { prefill: { of, same, fields: expandPaths(model, fields), apply } };
}

function revokeRule(compilation: Compilation): Pick<Definition, 'revoke'> {
  const { revoke } = compilation.document;
  const within = revoke && compileDuration(compilation, revoke.within, ['revoke', 'within']);
  return within ? { revoke: { process: revoke.process, within } } : {};
}

function tableInputs(compilation: Compilation): Definition['tableInputs'] {
  const rules = Object.entries(compilation.document.roles).flatMap(([role, rule]) =>
    'table' in rule ? [{ role, rule }] : [],
  );
  return Object.fromEntries(
    rules.map(({ role, rule }) => [role, compileCells(compilation, rule.input, ['roles', role, 'input'])]),
  );
}

function readers({ document, model }: Compilation): readonly Reader[] {
  return (document.readers ?? []).flatMap(({ by, see }) => {
    const rule: RoleRule | undefined = typeof by === 'string' ? own(document.roles, by) : by;
    return rule === undefined ? [] : [{ by: rule, see: expandPaths(model, see) }];
  });
}
