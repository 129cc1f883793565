import type { StepId } from '../shared/brand.ts';
import { addMonths } from '../shared/civil-date.ts';
import { ARCHIVE, type ARCHIVED } from './archived.ts';
import { rowAddress } from './facts.ts';
import { recordRow } from './record-row.ts';
import type { Recorder } from './recorder.ts';
import { subjectOf } from './subject.ts';

/** Stands where a step stands in what is written: the case itself is what has ended. */
const ENDED = 'archive' as StepId;
const MONTHS = 12;

/** Enters a case that has just been completed in the archive, when its process says for how long it is kept. */
export function archive(recorder: Recorder): void {
  const { definition, facts, state, context } = recorder;
  const rule = definition.document.archive;
  const ledger = facts.ledgers[ARCHIVE];
  if (rule === undefined || ledger === undefined) return;
  const row = facts.case.id;
  // Whoever keeps the archive need not be somebody the case is for.
  const open = rule.confidential !== true;
  const before = recorder.row(rowAddress(ARCHIVE, row));
  const cells: Readonly<Record<(typeof ARCHIVED)[number], unknown>> = {
    number: facts.case.number ?? null,
    process: definition.id,
    class: rule.class,
    title: open ? subjectOf(context) : null,
    owner: open ? state.starter : null,
    closedOn: facts.today,
    keepUntil: addMonths(facts.today, MONTHS * Number.parseInt(rule.keep, 10)) ?? null,
    state: 'kept',
  };
  recordRow(recorder, {
    step: ENDED,
    ledger: ARCHIVE,
    row,
    write: 'insert',
    base: before?.version ?? 0,
    cells: ledger.complete({ ...before?.cells, ...cells }),
    other: true,
    archive: true,
  });
}
