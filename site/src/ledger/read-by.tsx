import type { ReportList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { commonWords } from '../i18n/common.ts';
import { ledgerWords } from '../i18n/ledger.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

/** The reports that add this ledger up, each a way to it. */
export function ReadBy({ ledger }: { readonly ledger: string }) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const { colon } = useWords(commonWords);
  const { value } = useLoad<ReportList>('/api/reports');
  const reports = value?.items.filter(({ ledgers }) => ledgers.includes(ledger)) ?? [];
  if (reports.length === 0) return null;
  return (
    <p className="small soft ledger-reports">
      <span>{`${words.readBy}${colon}`}</span>
      {reports.map(({ id, number, title }) => (
        <a key={id} href={page('/report/', locale, { id })}>
          {`${number} ${pick(title, locale)}`}
        </a>
      ))}
    </p>
  );
}
