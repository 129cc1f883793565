import { contextOf } from '../case/context.ts';
import type { Facts } from '../case/facts.ts';
import { sightOf } from '../case/sight.ts';
import type { Definition } from '../definition/definition.ts';
import type { UserId } from '../shared/brand.ts';

/**
 * Whether somebody may certainly read what a person files for a duty: judged without the case's values, so that rules
 * which need them let nobody in here, though the case itself may.
 */
export function readsDutyCase(definition: Definition, person: UserId, viewer: UserId, facts: Facts): boolean {
  const context = contextOf(definition, {}, { starter: person, startedAt: facts.now, rows: {} }, facts);
  return sightOf({ seen: { [person]: [] }, copies: {} }, viewer, context) !== undefined;
}
