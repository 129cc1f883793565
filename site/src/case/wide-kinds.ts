import type { Field } from '../../../schemas/generated/process.ts';

/** Kinds that need a whole line where values are read. */
export const WIDE: ReadonlySet<Field['type']> = new Set([
  'longText',
  'richText',
  'table',
  'matrix',
  'questions',
  'answers',
  'files',
  'signature',
]);
