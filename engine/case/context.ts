import { casesOf, isCases } from '../../fields/reference/kind.ts';
import type { Cell, Definition, LedgerStep, RowKey } from '../definition/definition.ts';
import type { FormFacts } from '../form/facts.ts';
import { type LookupRequest, lookupRequests } from '../form/lookups.ts';
import type { Formula } from '../form/model.ts';
import { isObject, type Row, rowsOf, type Values, valueAt } from '../form/value.ts';
import type { UserId } from '../shared/brand.ts';
import { civilDateOf } from '../shared/civil-date.ts';
import { own } from '../shared/own.ts';
import { columnOf, groupAddress, groupOf, type Sum, storedTotal } from '../sums/sum.ts';
import { ARCHIVE } from './archived.ts';
import { type Facts, type Ledger, type RowAddress, rowAddress } from './facts.ts';
import { type OutcomeState, outcomesOf } from './outcome.ts';
import { rowOfItem } from './row-of-item.ts';
import type { CaseState } from './state.ts';

/** Everything a rule of a case can look at, at one moment. */
export type Context = {
  readonly definition: Definition;
  /**
   * The forms, and beside them the other roots of expressions: `rows`, `outcome`; for starts `last` and `occurrence`, for
   * what comes back from them `child` and `ended`.
   */
  readonly values: Values;
  readonly starter: UserId;
  readonly facts: Facts;
  readonly form: FormFacts;
  /** Who was and is asked; nothing before a case is started. */
  readonly past: Past;
};

type Past = Pick<CaseState, 'steps' | 'agreements'>;

/** The part of a state that a context needs; a case that is about to start has no more. */
export type Subject = Pick<CaseState, 'starter' | 'startedAt' | 'rows'> &
  Partial<Past & Pick<CaseState, 'written' | 'writtenEach' | 'archived'>> &
  OutcomeState;

/** What rules see of a case whose values are these. What is looked up is looked up when a rule asks for it. */
export function contextOf(definition: Definition, values: Values, subject: Subject, facts: Facts): Context {
  const { starter, startedAt, rows, steps = {}, agreements = [] } = subject;
  const startedOn = civilDateOf(startedAt, facts.calendar.offset);
  const known = {
    id: facts.case.id,
    number: facts.case.number ?? null,
    starter,
    startedOn,
    get unit() {
      return facts.organisation.unitsOf(starter)[0] ?? null;
    },
  };
  const outcome = once(() => outcomesOf(definition, subject));
  const references = once(() => referencedRows(definition, values, facts));
  const lookups = once(() => lookedUp(definition, blank));
  const formWith = (lookups: () => FormFacts['lookups']): FormFacts => ({
    today: facts.today,
    starter,
    settings: facts.settings,
    get references() {
      return references();
    },
    get lookups() {
      return lookups();
    },
    case: known,
    knows: {
      person: (id) => facts.organisation.person(id)?.active === true,
      unit: (id) => facts.organisation.hasUnit(id),
      peopleIn: facts.organisation.peopleIn,
    },
    calendar: facts.calendar,
  });
  const blank: Context = {
    definition,
    values: {
      ...values,
      rows: ownRows(rows, facts),
      get outcome() {
        return outcome();
      },
    },
    starter,
    facts,
    form: formWith(() => ({})),
    past: { steps, agreements },
  };
  return { ...blank, form: formWith(lookups) };
}

/** Computed when it is first asked for: most of what rules could see they never look at. */
function once<Value>(compute: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => {
    found ??= { value: compute() };
    return found.value;
  };
}

const evaluate = (formula: Formula, { values, form }: Context, row?: Row): unknown => formula.run(values, form, row);

export const isTrue = (formula: Formula, context: Context, row?: Row): boolean =>
  evaluate(formula, context, row) === true;

export function evaluateCells(cells: readonly Cell[], context: Context, row?: Row): Readonly<Record<string, unknown>> {
  return Object.fromEntries(cells.map(({ target, formula }) => [target, evaluate(formula, context, row)]));
}

/** The id of the row a key names in a ledger; undefined while a part of it is missing. */
function rowId(ledger: string, key: RowKey, context: Context): string | undefined {
  if (isFormula(key)) return joinKey([evaluate(key, context)]);
  const cells = Object.entries(key).map(([column, formula]) => [column, evaluate(formula, context)] as const);
  return rowOfCells(ledger, Object.fromEntries(cells), context.facts);
}

/** The id of the row with these key cells. */
function rowOfCells(ledger: string, cells: Readonly<Record<string, unknown>>, facts: Facts): string | undefined {
  const key = facts.ledgers[ledger]?.key;
  return key === undefined || key === 'case' ? undefined : joinKey(key.map((column) => cells[column]));
}

/** The row a step names by its key or, inserting into a ledger with key columns, by the cells it writes. */
export function namedRow(step: LedgerStep, context: Context): string | undefined {
  if (step.key !== undefined) return rowId(step.ledger, step.key, context);
  const ledger = context.facts.ledgers[step.ledger];
  if (step.write === 'update' || ledger === undefined) return undefined;
  return rowOfCells(step.ledger, ledger.complete(evaluateCells(step.cells, context)), context.facts);
}

/** The cells of a row that is made under a key of columns: the key itself. */
export function keyCells(step: LedgerStep, context: Context): Readonly<Record<string, unknown>> {
  if (step.write !== 'put' || step.key === undefined) return {};
  const parts = isFormula(step.key) ? asOnlyColumn(step.key, context.facts.ledgers[step.ledger]?.key) : step.key;
  const cells = Object.entries(parts).map(([column, formula]) => [column, evaluate(formula, context)] as const);
  return Object.fromEntries(cells.map(([column, value]) => [column, isObject(value) ? value.id : value]));
}

/** A key of one expression stands for the key column where there is only one. */
function asOnlyColumn(key: Formula, columns: Ledger['key'] = 'case'): Readonly<Record<string, Formula>> {
  const [column, ...others] = columns === 'case' ? [] : columns;
  return column === undefined || others.length > 0 ? {} : { [column]: key };
}

/** Parts of a key joined with `|`, which no id contains; a referenced row stands for its id. */
function joinKey(parts: readonly unknown[]): string | undefined {
  const texts = parts.map((part) => {
    const value = isObject(part) ? part.id : part;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
  return texts.length === 0 || texts.includes('') ? undefined : texts.join('|');
}

const isFormula = (key: RowKey): key is Formula => typeof key.run === 'function';

/**
 * The ledger rows a decision on these values reads: looked-up rows, referenced rows, rows that steps name and rows the
 * case wrote. The shell loads them in the same round trip as the case.
 */
export function neededRows(
  definition: Definition,
  values: Values,
  subject: Subject,
  facts: Facts,
): readonly RowAddress[] {
  const context = contextOf(definition, values, subject, facts);
  const addresses = new Set(references(definition, values).map(({ ledger, row }) => rowAddress(ledger, row)));
  for (const [ledger, row] of Object.entries(subject.rows)) addresses.add(rowAddress(ledger, row));
  if (subject.archived) addresses.add(rowAddress(ARCHIVE, facts.case.id));
  const written = [...Object.values(subject.written ?? {}), ...Object.values(subject.writtenEach ?? {}).flat()];
  for (const { ledger, row } of written) addresses.add(rowAddress(ledger, row));
  for (const step of definition.steps.values()) {
    if (step.kind !== 'ledger') continue;
    for (const row of rowsToWrite(step, context, subject)) addresses.add(rowAddress(step.ledger, row));
  }
  for (const { address } of lookups(definition, context)) if (address !== undefined) addresses.add(address);
  return [...addresses].sort();
}

/** The rows a step will name with the values as they are, and those its rows of a table may have of their own by now. */
function rowsToWrite(step: LedgerStep, context: Context, subject: Subject): readonly string[] {
  const { facts, values } = context;
  if (step.each === undefined) return [namedRow(step, context) ?? []].flat();
  const ofCase = step.key === undefined && facts.ledgers[step.ledger]?.key === 'case';
  if (ofCase && !hasWritten(step, context, subject)) return [];
  return rowsOf(valueAt(values, step.each)).flatMap((item) => {
    return (ofCase ? rowOfItem(facts.case.id, item) : namedRow(step, withRoot(context, 'item', item))) ?? [];
  });
}

/** Whether a step has ever written to this ledger for rows of this table; before that there is nothing to be found. */
const hasWritten = ({ ledger, each }: LedgerStep, { definition }: Context, { rounds = {} }: Subject): boolean =>
  [...definition.steps.values()].some(
    (other) => other.kind === 'ledger' && other.ledger === ledger && other.each === each && other.id in rounds,
  );

/** The cells that lookup fields show, as far as they are loaded; null where there is none, 0 for an empty group. */
function lookedUp(definition: Definition, context: Context): FormFacts['lookups'] {
  const found: Record<string, unknown> = {};
  for (const { path } of definition.model.lookups) found[path] = null;
  for (const { path, row, column, address, sum } of lookups(definition, context)) {
    const cells = address === undefined ? undefined : context.facts.rows[address]?.cells;
    const cell = (sum && address !== undefined ? groupCell(sum, cells, column) : cells?.[column]) ?? null;
    found[path] = row === undefined ? cell : { ...(isObject(found[path]) ? found[path] : {}), [row]: cell };
  }
  return found;
}

type Located = LookupRequest & GroupFound;

function lookups(definition: Definition, { values, form, facts }: Context): readonly Located[] {
  return lookupRequests(definition.model, values, form).map((request) => {
    const { ledger, key, sums } = request;
    if (sums !== undefined && typeof key !== 'string')
      return { ...request, ...groupOfLookup(ledger, sums, key, facts) };
    const row = typeof key === 'string' ? key : rowOfCells(ledger, key, facts);
    return { ...request, address: row === undefined ? undefined : rowAddress(ledger, row) };
  });
}

type GroupFound = { readonly address: RowAddress | undefined; readonly sum?: Sum };

/** Where the group that a lookup names is found among the rows. */
function groupOfLookup(ledger: string, name: string, key: Readonly<Record<string, unknown>>, facts: Facts): GroupFound {
  const sum = own(facts.ledgers[ledger]?.sums ?? {}, name);
  if (sum === undefined) return { address: undefined };
  const values = sum.keys.map((each) => key[each.name]).map((value) => (isObject(value) ? value.id : value));
  return { address: groupAddress(ledger, name, groupOf(values)), sum };
}

/** A group that is not there has nothing in it; one that is still being filled says nothing. */
function groupCell(sum: Sum, cells: Row | undefined, column: string): unknown {
  if (cells !== undefined && typeof cells.n !== 'number') return null;
  return columnOf(sum, storedTotal(cells), column);
}

function referencedRows(definition: Definition, values: Values, facts: Facts): FormFacts['references'] {
  const found: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const { ledger, row } of references(definition, values)) {
    const known = facts.rows[rowAddress(ledger, row)];
    if (known !== undefined) found[row] = known.cells;
  }
  return found;
}

/** What values point to: cases by their public ids, ledger rows by their addresses. */
export const targetsOf = (definition: Definition, values: Values): readonly string[] =>
  references(definition, values).map(({ ledger, row }) => (isCases(ledger) ? row : rowAddress(ledger, row)));

function references(
  definition: Definition,
  values: Values,
): readonly { readonly ledger: string; readonly row: string }[] {
  return definition.model.references.flatMap(({ field, form, id, table }) => {
    if (field.type !== 'reference') return [];
    const held =
      table === undefined ? [valueAt(values, `${form}.${id}`)] : rowsOf(values[form]?.[table]).map((row) => row[id]);
    const rows = held.filter((row): row is string => typeof row === 'string' && row !== '');
    const ledger = 'ledger' in field.to ? field.to.ledger : casesOf(field.to.process);
    return rows.map((row) => ({ ledger, row }));
  });
}

function ownRows(rows: CaseState['rows'], facts: Facts): Readonly<Record<string, unknown>> {
  const cells = Object.entries(rows).map(([ledger, row]) => [ledger, facts.rows[rowAddress(ledger, row)]?.cells ?? {}]);
  return Object.fromEntries(cells);
}

/** The context with one more root, such as `last`. */
export function withRoot(context: Context, name: string, value: unknown): Context {
  return { ...context, values: { ...context.values, [name]: value as Values[string] } };
}
