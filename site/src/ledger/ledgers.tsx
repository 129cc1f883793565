import type { LedgerCard, LedgerList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Icon } from '../components/icon.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { ledgerWords } from '../i18n/ledger.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';

export const Ledgers = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <AllLedgers />
  </Speaking>
);

function AllLedgers() {
  const words = useWords(ledgerWords);
  const { value, problem, reload } = useLoad<LedgerList>('/api/ledgers');
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="page-sub">{words.intro}</p>
      </div>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={2} />}
      {value?.items.length === 0 && <EmptyState icon="book" title={words.emptyTitle} text={words.emptyText} />}
      <ul className="ledgers">
        {value?.items.map((ledger) => (
          <li key={ledger.id}>
            <LedgerLink ledger={ledger} />
          </li>
        ))}
      </ul>
    </>
  );
}

function LedgerLink({ ledger }: { readonly ledger: LedgerCard }) {
  const locale = useLocale();
  return (
    <a className="card card-link ledger-link" href={page('/ledger/', locale, { id: ledger.id })}>
      <Icon name="book" size={24} />
      <span className="ledger-name">
        <strong>{pick(ledger.title, locale)}</strong>
        {ledger.help !== undefined && <span className="small soft">{pick(ledger.help, locale)}</span>}
      </span>
      <Icon name="right" size={18} />
    </a>
  );
}
