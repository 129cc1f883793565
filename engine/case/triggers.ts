import type { Definition, Trigger } from '../definition/definition.ts';
import type { Row } from '../form/value.ts';
import { type Context, contextOf, isTrue } from './context.ts';
import { firstOf, valuesFrom } from './effects.ts';
import type { CaseEventOf } from './events.ts';
import { type LedgerRow, type RowAddress, rowAddress } from './facts.ts';
import type { Recorder } from './recorder.ts';
import { peopleToStart, rowOf } from './row-days.ts';

type Written = CaseEventOf<'LedgerWritten'>['data'];
/** A condition of another process, and what its number among them is. */
type Watch = { readonly definition: Definition; readonly trigger: Trigger; readonly index: number };

/**
 * Orders the cases that the ledger rows written by this command start: those whose condition was not true of the row
 * before and is now. The key of an order names the version of the row, so that it is carried out once however often the
 * row is read again.
 */
export function startTriggered(recorder: Recorder): void {
  const watches = (recorder.facts.triggered ?? []).flatMap((definition) =>
    definition.triggers.map((trigger, index): Watch => ({ definition, trigger, index })),
  );
  if (watches.length === 0) return;
  const before: Record<RowAddress, LedgerRow> = { ...recorder.facts.rows };
  for (const written of recorder.events.flatMap((event) => (event.type === 'LedgerWritten' ? [event.data] : []))) {
    const address = rowAddress(written.ledger, written.row);
    const crossed = watches.filter(({ trigger }) => trigger.ledger === written.ledger && trigger.day === undefined);
    for (const watch of crossed) startWhenCrossed(watch, written, before[address]?.cells, recorder);
    before[address] = { version: written.base + 1, cells: written.cells };
  }
}

function startWhenCrossed(watch: Watch, written: Written, before: Row | undefined, recorder: Recorder): void {
  const { definition, trigger, index } = watch;
  const context = contextFor(definition, recorder);
  const row = rowOf(written.row, written.cells);
  const holds = (cells: Row) => trigger.when !== undefined && isTrue(trigger.when, context, cells);
  if ((before !== undefined && holds(rowOf(written.row, before))) || !holds(row)) return;
  const values = valuesFrom(trigger.with, context, row);
  const people = peopleToStart(trigger, { ...context, values: { ...context.values, ...values } }, row);
  const { ledger, base, step } = written;
  recorder.record('StartRequested', {
    step,
    key: `${ledger}/${written.row}@${base + 1}:${definition.id}:${index}`,
    process: definition.id,
    starter: firstOf(people, context) ?? recorder.state.starter,
    values,
    ledger,
  });
}

/** What the other process's rules see: no values yet, and as starter whoever started the case that writes. */
function contextFor(definition: Definition, { state, facts, rows }: Recorder): Context {
  const { starter, startedAt } = state;
  return contextOf(definition, {}, { starter, startedAt, rows: {} }, { ...facts, rows });
}
