import { useId } from 'react';
import type { LedgerCard, LedgerList } from '../../../schemas/generated/api.ts';
import { Icon } from '../components/icon.tsx';
import { SearchPage } from '../components/search-page.tsx';
import { EmptyState } from '../components/states.tsx';
import { byTitle } from '../i18n/by-title.ts';
import { ledgersWords } from '../i18n/ledgers.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { matchWords } from '../i18n/match-words.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';

export const Ledgers = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <AllLedgers />
  </Speaking>
);

function AllLedgers() {
  const words = useWords(ledgersWords);
  return (
    <SearchPage<LedgerList>
      words={words}
      path="/api/ledgers"
      everything={(list) => <Everything list={list} />}
      found={({ areas, items }, search) => {
        const found = items.filter(({ title, help, area }) =>
          matchWords([title, help, areas.find(({ id }) => id === area)?.title], search),
        );
        return found.length === 0 ? undefined : <Section title={words.found(found.length)} ledgers={found} />;
      }}
    />
  );
}

/** Area by area, and last what no process writes. */
function Everything({ list: { areas, items } }: { readonly list: LedgerList }) {
  const locale = useLocale();
  const words = useWords(ledgersWords);
  if (items.length === 0) return <EmptyState icon="book" title={words.emptyTitle} text={words.emptyText} />;
  return (
    <div className="stack">
      {[...areas, { id: undefined, title: words.elsewhere }].map((area) => (
        <Section
          key={area.id ?? ''}
          title={pick(area.title, locale)}
          ledgers={items.filter((ledger) => ledger.area === area.id)}
        />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly ledgers: readonly LedgerCard[];
}

function Section({ title, ledgers }: SectionProps) {
  const id = useId();
  const locale = useLocale();
  if (ledgers.length === 0) return null;
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="ledgers">
        {byTitle(ledgers, locale).map((ledger) => (
          <li key={ledger.id}>
            <LedgerLink ledger={ledger} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LedgerLink({ ledger }: { readonly ledger: LedgerCard }) {
  const locale = useLocale();
  return (
    <a className="card card-link ledger-link" href={page('/ledger/', locale, { id: ledger.id })}>
      <Icon name="book" size={24} />
      <span className="ledger-name">
        <strong>{pick(ledger.title, locale)}</strong>
        {ledger.help !== undefined && <span className="small soft clamp">{pick(ledger.help, locale)}</span>}
      </span>
      <Icon name="right" size={18} />
    </a>
  );
}
