import type { ProcessDocument } from '../../schemas/generated/process.ts';
import { suggest } from '../expression/suggest.ts';
import { own } from '../shared/own.ts';
import { checkApart } from './checks/apart.ts';
import { checkBeginnings } from './checks/beginnings.ts';
import { type Checking, type CompiledRule, fieldPaths, type Rule } from './checks/checking.ts';
import { checkDeadlines } from './checks/deadlines.ts';
import { checkDeciders } from './checks/deciders.ts';
import { checkDuty } from './checks/duty.ts';
import { checkEnds } from './checks/ends.ts';
import { checkNames, checkPaths, checkReferences } from './checks/names.ts';
import { checkOptionTexts } from './checks/option-texts.ts';
import { checkPeople } from './checks/people.ts';
import { checkPrefill } from './checks/prefill.ts';
import { checkPrint } from './checks/print.ts';
import { checkPublic } from './checks/public.ts';
import { checkReachable } from './checks/reachable.ts';
import { checkInserts, checkReads } from './checks/reads.ts';
import { checkReturns, checkWithdraw } from './checks/returns.ts';
import { checkRoles } from './checks/roles.ts';
import { checkStarts } from './checks/starts.ts';
import { checkElse, checkFirstStep, checkStartValues, checkStepIds } from './checks/structure.ts';
import { checkWaitedFor } from './checks/stuck.ts';
import { checkVotes } from './checks/votes.ts';
import { processWords } from './checks/words.ts';
import { checkWrites } from './checks/writes.ts';
import { compileDefinition, type Published } from './compile.ts';
import type { Finding, FindingCode } from './finding.ts';
import { placeSteps, withInner } from './placed-steps.ts';
import type { Workspace } from './workspace.ts';

/** What the document alone shows. */
const RULES: readonly Rule[] = [
  checkStepIds,
  checkFirstStep,
  checkElse,
  checkNames,
  checkPaths,
  checkReferences,
  checkRoles,
  checkPeople,
  checkApart,
  checkVotes,
  checkDeadlines,
  checkStarts,
  checkBeginnings,
  checkOptionTexts,
  checkPrint,
  ({ document, workspace }) => processWords(document, workspace.documents.lists),
];

/** What needs names and types to be right. */
const COMPILED_RULES: readonly CompiledRule[] = [
  checkReturns,
  checkWithdraw,
  checkStartValues,
  checkReachable,
  checkReads,
  checkInserts,
  checkEnds,
  checkDeciders,
  checkWaitedFor,
  checkWrites,
  checkDuty,
  checkPrefill,
  checkPublic,
];

/** With these the way through the steps cannot be told. */
const BLINDING: ReadonlySet<FindingCode> = new Set(['unknown-form', 'duplicate-step', 'first-step-not-fill']);

/**
 * Everything that is wrong with a process: what keeps it from compiling, and what would surprise the people in it. One
 * with an error must not be published. Ways through the steps are looked at once everything in them can be read.
 *
 * @param workspace one without errors of its own, see `checkWorkspace`.
 * @param processes all processes of the workspace by id, option lists resolved.
 */
export function checkDefinition(
  published: Published,
  workspace: Workspace,
  processes: Readonly<Record<string, ProcessDocument>>,
): readonly Finding[] {
  const { document } = published;
  const steps = withInner(placeSteps(document.steps));
  const checking: Checking = { document, workspace, processes, steps };
  const compiled = compileDefinition(published, workspace, { version: 1, digest: '' });
  const findings = [
    ...(compiled.ok ? [] : compiled.error.map((finding) => withSuggestion(finding, checking))),
    ...RULES.flatMap((rule) => rule(checking)),
  ];
  if (!compiled.ok || findings.some(({ code }) => BLINDING.has(code))) return findings;
  return [...findings, ...COMPILED_RULES.flatMap((rule) => rule({ ...checking, definition: compiled.value }))];
}

/** The compiler knows what is wrong; the workspace knows what may have been meant. */
function withSuggestion(finding: Finding, checking: Checking): Finding {
  const name = finding.params.name ?? finding.params.ledger ?? finding.params.list;
  if (finding.suggestion !== undefined || name === undefined) return finding;
  const suggestion = suggest(name, candidates(finding, checking));
  return suggestion === undefined ? finding : { ...finding, suggestion };
}

function candidates({ code, params, path }: Finding, { document, workspace, processes }: Checking): readonly string[] {
  const { ledgers, lists } = workspace.documents;
  switch (code) {
    case 'unknown-ledger':
      return Object.keys(ledgers);
    case 'unknown-ledger-column':
      return Object.keys(own(ledgers, params.ledger ?? '')?.columns ?? {});
    case 'unknown-table':
      return Object.keys(workspace.documents.tables);
    case 'unresolved-list':
      return Object.keys(lists.lists);
    case 'unknown-process':
      return Object.keys(processes);
    case 'unknown-section-field':
      return Object.keys(own(document.forms, String(path[1]))?.fields ?? {});
    case 'unknown-column':
      return columnsAt(document, path);
    case 'unknown-path':
      return [...Object.keys(document.forms), ...fieldPaths(document)];
    case 'unknown-field': {
      const other = own(processes, params.process ?? '');
      return fieldPaths(other ?? document);
    }
    default:
      return [];
  }
}

/** Columns of the table field a path leads into: `['forms', form, 'fields', field, …]`. */
function columnsAt(document: ProcessDocument, [, form, , field]: Finding['path']): readonly string[] {
  const found = own(own(document.forms, String(form))?.fields ?? {}, String(field));
  return found?.type === 'table' ? Object.keys(found.columns) : [];
}
