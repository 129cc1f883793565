import type { LedgerStep } from '../definition/definition.ts';
import { ROW_KEY, type Row } from '../form/value.ts';
import { type Context, evaluateCells, keyCells, withRoot } from './context.ts';
import { rowAddress } from './facts.ts';
import { recordRow, rowBefore } from './record-row.ts';
import { type Recorder, refuse } from './recorder.ts';
import { rowsInTurn } from './rows-in-turn.ts';
import { undoInputs } from './undo.ts';
import { writtenRow } from './written-row.ts';

/**
 * Writes the case's own row, or the row a key names, or one for each row of a table, and completes computed columns. All
 * rows of a table see the same case; those that come to the same ledger row are written one after the other.
 */
export function writeLedger(step: LedgerStep, recorder: Recorder): void {
  const { context } = recorder;
  if (step.each === undefined) {
    write(step, context, recorder);
    return;
  }
  const items = rowsInTurn(step, context);
  for (const item of items) write(step, withRoot(context, 'item', item), recorder, item);
  if (items.length === 0)
    recorder.record('StepCompleted', {
      step: step.id,
      round: recorder.nextRound(step.id),
      why: 'children',
      cancelled: [],
    });
}

function write(step: LedgerStep, context: Context, recorder: Recorder, item?: Row): void {
  const ledger = recorder.facts.ledgers[step.ledger];
  if (ledger === undefined) throw new Error(`unknown ledger ${step.ledger}`);
  const row = writtenRow(step, context, recorder, item);
  const before = row === undefined ? undefined : recorder.row(rowAddress(step.ledger, row));
  if (row === undefined || (step.write === 'update' && before === undefined)) {
    refuse({ code: 'no-such-row', step: step.id, ledger: step.ledger });
  }
  const cells = ledger.complete({
    ...(before === undefined ? keyCells(step, context) : before.cells),
    ...evaluateCells(step.cells, context, rowBefore(step, ledger, before?.cells)),
  });
  recordRow(recorder, {
    step: step.id,
    ledger: step.ledger,
    row,
    write: step.write === 'put' ? (before === undefined || isOwn(step, item) ? 'insert' : 'update') : step.write,
    base: before?.version ?? 0,
    cells,
    ...undoInputs(step, item === undefined ? recorder.state.values : { ...recorder.state.values, item }),
    ...(item === undefined ? {} : { item: String(item[ROW_KEY]) }),
    ...(isOwn(step, item) ? {} : { other: true }),
  });
}

/** The row of the case itself, which `rows` shows: neither one that a key names nor one of a row of a table. */
const isOwn = (step: LedgerStep, item: Row | undefined): boolean =>
  item === undefined && (step.write !== 'put' || step.key === undefined);
