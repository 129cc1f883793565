import type { Calendar, Due } from '../calendar/index.ts';
import { asks, type Definition } from '../definition/definition.ts';
import type { StepId } from '../shared/brand.ts';
import { countedDue } from './counted-due.ts';
import type { CaseState } from './state.ts';

type MovedDue = { readonly step: StepId; readonly round: number; readonly due: Due };

/**
 * Open deadlines that the present calendar puts elsewhere: those counted in a year whose notice was not out. A deadline
 * set by hand and one that has passed stay what they were (rule 10 of the workflow semantics).
 */
export function recomputeDues(definition: Definition, state: CaseState, calendar: Calendar): readonly MovedDue[] {
  return [...definition.steps.values()].filter(asks).flatMap((step) => {
    const present = state.steps[step.id];
    if (present === undefined || !mayMove(present)) return [];
    const due = countedDue(step, present, calendar);
    const isSame = due?.at === present.due?.at && due?.provisional === present.due?.provisional;
    return due === undefined || isSame ? [] : [{ step: step.id, round: present.round, due }];
  });
}

/** Whether the next notice may still move an open deadline. */
export const mayMove = ({ status, due, late }: CaseState['steps'][StepId]): boolean =>
  status === 'open' && late === 0 && due?.provisional === true;
