import type { LedgerDocument } from '../../schemas/generated/ledger.ts';
import type { Setting } from '../../schemas/generated/settings.ts';
import { compileCalendar } from '../calendar/index.ts';
import type { Ledger } from '../case/facts.ts';
import { compileCheckedForms } from '../form/check-forms.ts';
import type { FormFacts } from '../form/facts.ts';
import type { FormFinding } from '../form/finding.ts';
import { kindOf } from '../form/kinds/kinds.ts';
import type { FormModel } from '../form/model.ts';
import { computedValue, settle } from '../form/settle.ts';
import { rowsOf } from '../form/value.ts';
import type { CivilDate } from '../shared/brand.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { compileSum } from '../sums/compile-sum.ts';
import type { Sum } from '../sums/sum.ts';
import { sumDigest } from '../sums/sum-digest.ts';
import { compileLimits } from './limits.ts';

const FORM = 'ledger';
const ROWS = 'rows';

/** A ledger whose computed columns are ready to be filled in, and its sums. Option lists have to be resolved beforehand. */
export function compileLedger(document: LedgerDocument, settings: Readonly<Record<string, Setting>> = {}): Ledger {
  const model = ledgerModel(document);
  if (!model.ok) throw new Error(`ledger ${document.id} does not compile`);
  const { id, key, name } = document;
  return {
    id,
    key,
    ...(name === undefined ? {} : { name }),
    sums: Object.fromEntries(sumsIn(document)),
    limits: limitsIn(document, settings),
    zeros: zerosOf(document),
    complete: (cells) => complete(model.value, cells),
  };
}

/** @throws Error when a limit does not compile: `checkLedgerLimits` says why. */
function limitsIn(document: LedgerDocument, settings: Readonly<Record<string, Setting>>): Ledger['limits'] {
  const limits = compileLimits(document, settings, NO_FACTS);
  if (!limits.ok) throw new Error(`limits of ledger ${document.id} do not compile`);
  return limits.value;
}

/** What is wrong with the limits of a ledger; paths are those of the ledger document. */
export function checkLedgerLimits(
  document: LedgerDocument,
  settings: Readonly<Record<string, Setting>>,
): readonly FormFinding[] {
  const limits = compileLimits(document, settings, NO_FACTS);
  return limits.ok ? [] : limits.error;
}

function zerosOf({ columns }: LedgerDocument): Ledger['zeros'] {
  const zeros = Object.entries(columns).flatMap(([id, column]): readonly (readonly [string, unknown])[] => {
    const { kind } = kindOf(column).exprType(column, { ledgers: {}, settings: {} });
    return kind === 'integer' ? [[id, 0]] : kind === 'decimal' ? [[id, '0']] : [];
  });
  return Object.fromEntries(zeros);
}

/** @throws Error when a sum does not compile: `checkLedgerSums` says why. */
const sumsIn = (document: LedgerDocument): readonly (readonly [string, Sum])[] =>
  Object.entries(document.sums ?? {}).map(([name, each]) => {
    const sum = compileSum(document, each, { digest: sumDigest });
    if (!sum.ok) throw new Error(`sum ${name} of ledger ${document.id} does not compile`);
    return [name, sum.value];
  });

/** What is wrong with the sums of a ledger; paths are those of the ledger document. */
export const checkLedgerSums = (document: LedgerDocument): readonly FormFinding[] =>
  Object.entries(document.sums ?? {}).flatMap(([name, each]) => {
    const sum = compileSum(document, each);
    return sum.ok ? [] : sum.error.map((finding) => ({ ...finding, path: ['sums', name, ...finding.path] }));
  });

/** What is wrong with the columns of a ledger; paths are those of the ledger document. */
export function checkLedgerColumns(document: LedgerDocument): readonly FormFinding[] {
  const model = ledgerModel(document);
  return model.ok ? [] : model.error;
}

/** Columns are compiled as those of a table with one row, so that they compute exactly as in forms. */
function ledgerModel(document: LedgerDocument): Result<FormModel, readonly FormFinding[]> {
  const { title, columns } = document;
  const table = { type: 'table' as const, title, columns };
  const compiled = compileCheckedForms({ [FORM]: { title, fields: { [ROWS]: table } } }, [], {
    ledgers: {},
    settings: {},
  });
  if (compiled.ok) return ok(compiled.value);
  return fail(compiled.error.map((finding) => ({ ...finding, path: finding.path.slice(4) })));
}

function complete(model: FormModel, cells: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const columns = model.nodes.get(`${FORM}.${ROWS}`)?.columns ?? [];
  const known = columns.map((node) => [node.id, computedValue(node, cells[node.id] ?? null)] as const);
  const given = known.filter(([, value]) => value !== undefined);
  const values = { [FORM]: { [ROWS]: [{ ...Object.fromEntries(given), _row: 'r1' }] } };
  const [row = {}] = rowsOf(settle(model, values, NO_FACTS)[FORM]?.[ROWS]);
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== '_row'));
}

/** Columns look at their row only. */
const NO_FACTS: FormFacts = {
  today: '0001-01-01' as CivilDate,
  starter: '',
  settings: {},
  references: {},
  lookups: {},
  case: {},
  knows: { person: () => true, unit: () => true },
  calendar: compileCalendar({
    format: 'calendar/v1',
    id: 'none',
    title: '—',
    zone: 'UTC',
    offset: 0,
    hours: [],
    years: {},
  }),
};
