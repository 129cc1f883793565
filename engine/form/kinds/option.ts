import type { Option, OptionList } from '../../../schemas/generated/process.ts';

/** Option ids in their order. Shared lists are resolved before forms are compiled; an unresolved one has no options. */
export const optionIds = (options: OptionList | readonly Option[]): readonly string[] =>
  isInline(options) ? options.map(({ id }) => id) : [];

export const isInline = (options: OptionList | readonly Option[]): options is readonly Option[] =>
  Array.isArray(options);
