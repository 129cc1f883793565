import type { Definition } from '../definition/definition.ts';
import type { Values } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';
import { rewound } from './rewind.ts';
import type { CaseState, StraightBack } from './state.ts';

/** What a return led past and left as it was decided, with the values of that moment. */
export type Kept = ReadonlyMap<StepId, Values>;

/**
 * The steps and blocks between a step that a case went back to and the one that it leads straight back to. They stand
 * only as far as their content does: what has changed is judged again when the case passes them.
 */
export function keptByReturns(definition: Definition, { straightBack = {} }: CaseState): Kept {
  const kept = new Map<StepId, Values>();
  for (const [from, back] of returnsOf(straightBack))
    for (const id of between(definition, from, back)) kept.set(id, back.renewed?.[id] ?? back.values);
  return kept;
}

/** The steps and blocks that one such return left as they were: all from the one on to the other, without both. */
export function between(definition: Definition, from: StepId, { to }: StraightBack): readonly StepId[] {
  const behind = new Set(rewound(definition, from));
  return rewound(definition, to, from).filter((id) => id !== to && !behind.has(id));
}

const returnsOf = (returns: NonNullable<CaseState['straightBack']>): readonly (readonly [StepId, StraightBack])[] =>
  Object.entries(returns).map(([from, back]) => [from as StepId, back]);
