import type { LedgerColumnView } from '../../schemas/generated/api.ts';
import { type Locale, pick } from '../../site/src/i18n/locale.ts';

type LedgerRow = Readonly<Record<string, unknown>>;

/** What a case is called: its subject, or its number while nothing more is known of it. */
export function caseTitle(id: string, row: LedgerRow | undefined): string {
  const { subject, number } = row ?? {};
  if (typeof subject === 'string' && subject !== '') return subject;
  return typeof number === 'string' ? number : id;
}

/** What a row is called: the column its ledger names, or its id while the row is not known. */
export function referenceTitle(
  id: string,
  row: LedgerRow | undefined,
  ledger: LedgerColumnView | undefined,
  locale: Locale,
): string {
  const cell = ledger?.name === undefined ? undefined : row?.[ledger.name];
  if (typeof cell === 'string') return cell;
  return row === undefined || ledger === undefined ? id : `${pick(ledger.title, locale)} ${id}`;
}
