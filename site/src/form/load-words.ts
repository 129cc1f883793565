import { formWords } from '../i18n/form.ts';
import { issueWords } from '../i18n/issues.ts';
import type { LazyCatalogue } from '../i18n/lazy.ts';
import type { Locale } from '../i18n/locale.ts';

/** Fetches the words a form needs, with those given; false when they cannot be reached. */
export async function loadFormWords(locale: Locale, ...more: readonly LazyCatalogue<unknown>[]): Promise<boolean> {
  try {
    await Promise.all([formWords, issueWords, ...more].map((words) => words.load(locale)));
    return true;
  } catch {
    return false;
  }
}
