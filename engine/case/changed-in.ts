import type { FieldPath } from '../form/value.ts';
import type { CaseEvent } from './events.ts';

/** Paths of the fields that some events have changed, each once, in order. */
export const changedIn = (events: readonly CaseEvent[]): readonly FieldPath[] =>
  [...new Set(events.flatMap(pathsOf))].sort();

function pathsOf(event: CaseEvent): readonly FieldPath[] {
  switch (event.type) {
    case 'ValuesGiven':
    case 'StepSubmitted':
    case 'SeatAgreed':
      return Object.keys(event.data.changed);
    case 'ChildEnded':
      return Object.keys(event.data.given);
    default:
      return [];
  }
}
