export type { Duty } from './duty.ts';
export { dutyChange } from './filing.ts';
export {
  causeOf,
  nextOpening,
  nextPeriod,
  type Occurrence,
  occurrenceId,
  occurrencesOf,
  periodsToOpen,
} from './occurrence.ts';
export { valuesFor } from './opening.ts';
export { type Grain, type Period, periodNamed, periodOf, periodsBetween } from './period.ts';
export { readsDutyCase } from './readable.ts';
export { type DutyRecord, type DutyStanding, standingOf } from './standing.ts';
export { type DutyRow, ledgerOf, subjectsOf } from './subjects.ts';
export { mayExcuse, superiorsOf } from './superiors.ts';
