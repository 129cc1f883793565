import type { Option, OptionList } from '../../../schemas/generated/process.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { optionsOf } from './options.ts';
import { plainText } from './text-of.ts';

/** What an option is called; one that is not there shows its id. */
export function optionText(options: OptionList | readonly Option[], id: unknown, locale: Locale): string {
  const option = optionsOf(options).find((one) => one.id === id);
  return option === undefined ? plainText(id) : pick(option.title, locale);
}
