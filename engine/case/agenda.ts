import type { Definition } from '../definition/definition.ts';
import { type AskingStep, asks } from '../definition/definition.ts';
import type { Instant } from '../shared/brand.ts';
import { type Context, contextOf } from './context.ts';
import type { Facts } from './facts.ts';
import { askedFirstMoments, type Moment, openMoments, type SideMoment } from './moments.ts';
import { openRowMoments, type RowMoment } from './row-moments.ts';
import type { CaseState } from './state.ts';

/** A moment of the deadline of a step, of those asked first there, or of one of its rows. */
export type Item =
  | { readonly step: AskingStep; readonly moment: Moment }
  | { readonly step: AskingStep; readonly askedFirst: SideMoment }
  | { readonly step: AskingStep; readonly rowMoment: RowMoment };

export function momentOf(item: Item): Moment {
  if ('moment' in item) return item.moment;
  return 'askedFirst' in item ? item.askedFirst : item.rowMoment;
}

export const timeOf = (item: Item): Instant => momentOf(item).at;

/**
 * All moments of deadlines that have not been noticed yet, in the order of time. It follows from the state, the values
 * and the calendar alone, so it is the same however often it is asked.
 */
export function agendaOf(definition: Definition, state: CaseState, facts: Facts): readonly Item[] {
  if (state.status !== 'open') return [];
  const open = [...definition.steps.values()].filter(asks).filter(({ id }) => state.steps[id]?.status === 'open');
  const context = open.some(({ rows }) => rows !== undefined)
    ? contextOf(definition, state.values, state, facts)
    : undefined;
  return open
    .flatMap((step) => itemsOf(definition, state, step, facts, context))
    .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
}

function itemsOf(
  definition: Definition,
  state: CaseState,
  step: AskingStep,
  { calendar }: Facts,
  context: Context | undefined,
): readonly Item[] {
  const present = state.steps[step.id];
  const moments = openMoments(definition, state, step, calendar).map((moment) => ({ step, moment }));
  const first = present ? askedFirstMoments(step, present, calendar) : [];
  const rows = present && context ? openRowMoments(step, present, context) : [];
  return [
    ...moments,
    ...first.map((askedFirst) => ({ step, askedFirst })),
    ...rows.map((rowMoment) => ({ step, rowMoment })),
  ];
}
