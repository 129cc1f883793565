/** The one door of the engine: site, worker and cli import `#engine` and nothing below it. */

export { CASE_CELLS, casesOf, isCases } from '../fields/reference/kind.ts';
export * from './audit/canonical-json.ts';
export * from './audit/chain.ts';
export { proverOf } from './audit/proof.ts';
export * from './audit/sha256.ts';
export * from './calendar/index.ts';
export { mayBatch } from './case/batch.ts';
export type * from './case/command.ts';
export { type Context, contextOf, neededRows, type Subject, targetsOf } from './case/context.ts';
export { decide } from './case/decide.ts';
export { digestOf } from './case/digest.ts';
export type * from './case/events.ts';
export { apply, type Entry, evolve, replay } from './case/evolve.ts';
export { type Absence, type Facts, type Ledger, type LedgerRow, type RowAddress, rowAddress } from './case/facts.ts';
export { linkValues } from './case/link-values.ts';
export { caseNumber, type NumberParts, numberParts } from './case/number.ts';
export { offersFor } from './case/offers.ts';
export { type Order, ordersOf } from './case/orders.ts';
export { pictureOf, type Titles } from './case/picture.ts';
export { printFor } from './case/print.ts';
export type * from './case/reason.ts';
export { mayLink } from './case/receive.ts';
export type * from './case/refusal.ts';
export {
  type DatedTrigger,
  datedTriggers,
  dayOf,
  type RowDay,
  type RowStart,
  rowDaysOf,
  startOfDay,
} from './case/row-days.ts';
export { dueOfSeat } from './case/seat-due.ts';
export { readsOpinions, sightOf } from './case/sight.ts';
export { mayStart } from './case/start.ts';
export type * from './case/state.ts';
export { subjectOf } from './case/subject.ts';
export { tasksFor } from './case/task-view.ts';
export { type TaskChange, taskChanges } from './case/tasks.ts';
export { wakeAt } from './case/tick.ts';
export { checksFor, filledAt, formsFor, titleOf } from './case/view.ts';
export { visibleValues } from './case/visible.ts';
export {
  type Authoring,
  type Definitions,
  type RuleUses,
  ruleUses,
  type SettingUse,
  withSettingValues,
} from './definition/authoring.ts';
export { checkDefinition } from './definition/check.ts';
export {
  canCompile,
  checkWorkspace,
  tableSurroundings,
  type WorkspaceFinding,
} from './definition/check-workspace.ts';
export { checkOpening, type OpeningDocument } from './definition/checks/ledgers.ts';
export { checkScenario } from './definition/checks/scenarios.ts';
export { checkSettings, readsAs } from './definition/checks/settings.ts';
export { checkTable, type TableSurroundings } from './definition/checks/tables.ts';
export { compileDefinition, digestOfPublished, type Published } from './definition/compile.ts';
export * from './definition/definition.ts';
export type * from './definition/finding.ts';
export { placeSettings, type SettingPlace } from './definition/place-settings.ts';
export { type PlacedStep, placeSteps, stepBranches, withInner } from './definition/placed-steps.ts';
export { publishedOf } from './definition/published.ts';
export { type SchemaError, schemaFindings } from './definition/schema-findings.ts';
export type { Schema, Schemas } from './definition/schema-walk.ts';
export {
  compileWorkspace,
  resolveLists,
  type Workspace,
  type WorkspaceDocuments,
  zoneOffset,
} from './definition/workspace.ts';
export { type Position, readYaml, type YamlDocument, type YamlFault } from './definition/yaml.ts';
export * from './duty/index.ts';
export { compileExpression } from './expression/expression.ts';
export { type Carried, carryOver } from './form/carry.ts';
export { compileForms } from './form/compile.ts';
export { openDraft } from './form/draft.ts';
export type * from './form/facts.ts';
export * from './form/file-types.ts';
export type { DocumentPath, FormFinding } from './form/finding.ts';
export { groupBy } from './form/group-by.ts';
export { addRow, addRows, initialValues } from './form/initial.ts';
export { type Flaw, type Flaws, type Issue, type IssueCode, type IssueParams, pointerStep } from './form/issue.ts';
export { codeText } from './form/kinds/code-text.ts';
export { questionsIn, summarize } from './form/kinds/questionnaire.ts';
export { type LookupRequest, lookupRequests } from './form/lookups.ts';
export * from './form/model.ts';
export { acceptPatch } from './form/patch.ts';
export { covers, type Editable } from './form/rights.ts';
export { affected, settle, settleAffected, settleField } from './form/settle.ts';
export { type FieldState, fieldState } from './form/state.ts';
export { validate } from './form/validate.ts';
export {
  type FieldPath,
  freshRowIds,
  isObject,
  ROW_KEY,
  type Row,
  rowsOf,
  sameValue,
  type Values,
  valueAt,
} from './form/value.ts';
export * from './organisation/index.ts';
export {
  groupsBehind,
  type PartFigures,
  type PartGroup,
  type PartView,
  readPart,
  type StoredGroup,
} from './reports/read-part.ts';
export * from './reports/report.ts';
export { type BucketTotal, bucketsOfTrend, totalsAtEnds, trendPeriods } from './reports/trend.ts';
export {
  type BookField,
  type BookProcess,
  type BookStep,
  type Named,
  type RuleBook,
  ruleBook,
} from './rule-book/book.ts';
export { checkClauseNames, checkClauses, checkLinks } from './rule-book/check.ts';
export { type ClauseElement, type CoveredClause, clauseCoverage } from './rule-book/clauses.ts';
export {
  type ArrowCounts,
  type ArrowState,
  type JudgedArrow,
  judgeArrow,
  lastDayWithin,
} from './rule-book/judge-arrow.ts';
export { type JudgedLink, type JudgedLoop, judgeLinks, judgeLoops } from './rule-book/links.ts';
export { type LoopArrow, type LoopPlan, planLoops } from './rule-book/loop-plan.ts';
export { ruleSpeaker } from './rule-book/said.ts';
export { type Failure, runScenario, type Stage } from './scenario/run.ts';
export { World, type WorldCase } from './scenario/world.ts';
export * from './shared/brand.ts';
export * from './shared/civil-date.ts';
export { add, cmp, type Decimal, decimalOf, div, mul, parseDecimal, sub, toPlain } from './shared/decimal.ts';
export * from './shared/result.ts';
export { type BoardSums, COMPLETED, endedGroup, followedGroup, OPEN_MONTH, startedGroup } from './sums/board-sums.ts';
export { BUILT_IN, type BuiltInId, isBuiltIn } from './sums/built-in.ts';
export { builtInRows, caseChanges, type SourceChange } from './sums/case-rows.ts';
export { type BucketRange, bucketsOf, bucketsUntil, nodesAround } from './sums/days.ts';
export { ledgerChanges, type RowChange, rowChanges, type SumsBySource } from './sums/entry-changes.ts';
export { type Filling, FillingBook } from './sums/filling.ts';
export type { KeptSums } from './sums/kept-sums.ts';
export { type KeyValue, type Sum, valuesOf } from './sums/sum.ts';
export { compileDecisionTable, type DecisionTable } from './table/decision-table.ts';
export { type TableRules, tableRules, withRules } from './table/rules.ts';
