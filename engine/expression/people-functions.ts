import { exactly, type Rule, result, wrongArgument } from './call.ts';
import { consume, recordRead, refuse } from './term.ts';

/** The root under which defaults get who works in a unit; no name that can be written in an expression. */
export const PEOPLE = '@people';

/** The people of a unit by their ids. */
export type PeopleIn = (unit: string) => readonly string[];

/** Who works in a unit or below it, by id. Refused outside defaults: later somebody else may work there. */
const peopleIn: Rule = (call) => {
  const { compilation, name, span } = call;
  const [unit] = exactly(call, 1) ?? [];
  if (!unit) return undefined;
  if (unit.type.kind !== 'unit') return wrongArgument(call, unit, 'unit');
  if (!Object.hasOwn(compilation.scope, PEOPLE)) return refuse(compilation, 'not-allowed', { what: name }, span);
  recordRead(compilation, [PEOPLE]);
  const { run } = consume(compilation, unit);
  return result(call, { kind: 'list', of: { kind: 'person' } }, (frame) => {
    const asked = run(frame);
    const known = frame.values[PEOPLE] as PeopleIn | undefined;
    return typeof asked === 'string' && known !== undefined ? known(asked) : null;
  });
};

export const PEOPLE_FUNCTIONS: Readonly<Record<string, Rule>> = { peopleIn };
