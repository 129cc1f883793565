import type { Locale } from '../i18n/locale.ts';
import { type Look, queryOf } from './look.ts';

export const FORMATS = ['xlsx', 'csv'] as const;

/** Where a report, or one of its parts, is fetched as a file: the server writes it under the rights of the reader. */
export function exportAddress(
  id: string,
  look: Look,
  format: (typeof FORMATS)[number],
  language: Locale,
  part?: string,
): string {
  const asked = Object.entries({ ...queryOf(look), part, format, language });
  const said = asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `/api/reports/${encodeURIComponent(id)}/export?${new URLSearchParams(said)}`;
}
