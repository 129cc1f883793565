import type { LedgerStep, StartStep } from '../definition/definition.ts';
import { ROW_KEY, sameValue, type Values, valueAt } from '../form/value.ts';
import { type Context, evaluateCells, withRoot } from './context.ts';
import { peopleToStart } from './effects.ts';
import { rowAddress } from './facts.ts';
import type { Recorder } from './recorder.ts';
import { rowsInTurn } from './rows-in-turn.ts';
import { writtenRow } from './written-row.ts';

/**
 * Whether a step that has run would do something else with the values as they are now. Both sides are worked out over
 * the same ledger rows, so that only this case's own content counts.
 */
export function wouldDiffer(step: LedgerStep | StartStep, before: Values, recorder: Recorder): boolean {
  const [then, now] = [recorder.contextFor(before), recorder.context];
  if (step.kind === 'start') return !sameValue(startOf(step, then), startOf(step, now));
  return !sameValue(writeOf(step, then, recorder), writeOf(step, now, recorder));
}

/** What a ledger step writes where, as it would be over the rows as they are now. */
function writeOf(step: LedgerStep, context: Context, recorder: Recorder): unknown {
  const items = step.each === undefined ? [undefined] : rowsInTurn(step, context);
  return items.map((item) => {
    const scope = item === undefined ? context : withRoot(context, 'item', item);
    const row = writtenRow(step, scope, recorder, item);
    const cells = row === undefined ? {} : (recorder.row(rowAddress(step.ledger, row))?.cells ?? {});
    return { row: row ?? null, cells: { ...evaluateCells(step.cells, scope, cells) } };
  });
}

/** What a step starts: for whom, from when, and with which values for each case. */
function startOf(step: StartStep, context: Context): unknown {
  const { at, series, each } = step;
  const scope = withRoot(withRoot(context, 'last', {}), 'occurrence', context.form.today);
  const from = [at?.from, series?.from.from].map((path) => (path === undefined ? null : valueAt(context.values, path)));
  const cells =
    each === undefined
      ? [evaluateCells(step.with, scope)]
      : rowsInTurn(step, context).map((row) => [row[ROW_KEY], evaluateCells(step.with, scope, row)]);
  const rows = step.for === undefined || each === undefined ? [undefined] : rowsInTurn(step, context);
  return { from, people: rows.map((row) => peopleToStart(step, context, row)), cells };
}
