import type { LedgerStep } from '../definition/definition.ts';
import { isMissing } from '../expression/value.ts';
import type { Row } from '../form/value.ts';
import type { CaseEventOf } from './events.ts';
import type { Ledger } from './facts.ts';
import { type Recorder, refuse } from './recorder.ts';

type Written = CaseEventOf<'LedgerWritten'>['data'];

/** Records what is written to a row, unless that breaks a limit of the ledger. */
export function recordRow(recorder: Recorder, written: Written): void {
  const { ledger, row, cells } = written;
  const limits = recorder.facts.ledgers[ledger]?.limits ?? [];
  const broken = limits.findIndex(({ holds }) => !holds(cells));
  const words = limits[broken]?.words;
  if (words !== undefined) refuse({ code: 'ledger-limit', step: written.step, ledger, row, limit: broken, words });
  recorder.record('LedgerWritten', written);
}

/** What expressions see as `row`: for `put`, numbers that are missing are 0. */
export function rowBefore(step: LedgerStep, ledger: Ledger, cells: Row | undefined): Row | undefined {
  if (step.write !== 'put') return cells;
  const known = Object.entries(cells ?? {}).filter(([, value]) => !isMissing(value));
  return { ...ledger.zeros, ...Object.fromEntries(known) };
}
