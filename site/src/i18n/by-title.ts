import type { Words } from '../../../schemas/generated/common.ts';
import { type Locale, pick } from './locale.ts';

/** In the order of their titles, as the language has it. */
export const byTitle = <T extends { readonly title: Words }>(items: readonly T[], locale: Locale): readonly T[] =>
  items.toSorted((a, b) => pick(a.title, locale).localeCompare(pick(b.title, locale), locale));
