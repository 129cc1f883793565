import type { Option, OptionList } from '../../../schemas/generated/process.ts';

/** The options of a field; shared lists arrive resolved, one that did not has none. */
export const optionsOf = (options: OptionList | readonly Option[]): readonly Option[] =>
  'list' in options ? [] : options;
