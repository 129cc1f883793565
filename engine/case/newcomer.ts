import type { AskingStep } from '../definition/definition.ts';
import type { UserId } from '../shared/brand.ts';
import { whyNot } from './may-sit.ts';
import { type Recorder, refuse } from './recorder.ts';

type NotAllowedTo = 'transfer-not-allowed' | 'add-not-allowed' | 'delegate-not-allowed';

/** Somebody whom a person names for a seat at a step; refused with the code of what was asked. */
export function newcomer(to: string, step: AskingStep, recorder: Recorder, code: NotAllowedTo): UserId {
  const why = whyNot(to, step, recorder);
  const person = recorder.facts.organisation.person(to);
  if (why === undefined && person !== undefined) return person.id;
  return refuse({ code, to, why: why ?? 'unknown' });
}
