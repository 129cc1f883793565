import type { Field } from '../../schemas/generated/process.ts';

/** What gives a field its value in place of somebody: its keys as declared. */
export const derivations = (field: Field): readonly string[] =>
  ['compute', 'lookup', 'decide'].filter((key) => Object.hasOwn(field, key));

/** The engine gives the value, nobody else. */
export const isDerivedField = (field: Field): boolean => derivations(field).length > 0;
