import { useEffect, useState } from 'react';
import type { LedgerPage } from '../../../schemas/generated/api.ts';
import { useList } from '../api/use-list.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { ListStates } from '../components/list-states.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { EmptyState, Skeleton } from '../components/states.tsx';
import { useSettled } from '../components/use-settled.ts';
import { ledgerWords } from '../i18n/ledger.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { LedgerTable } from './ledger-table.tsx';

export const Ledger = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Chosen />
  </Speaking>
);

/** The ledger the address names; undefined until the page is awake, null when it names none. */
function Chosen() {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const [id, setId] = useState<string | null>();
  useEffect(() => setId(new URLSearchParams(location.search).get('id')), []);
  if (id !== null) return <Rows id={id} />;
  return (
    <>
      <div className="page-head">
        <h1>{words.ledger}</h1>
      </div>
      <EmptyState icon="book" title={words.missingTitle} text={words.missingText}>
        <LinkButton href={page('/ledgers/', locale)}>{words.back}</LinkButton>
      </EmptyState>
    </>
  );
}

function Rows({ id }: { readonly id: string | undefined }) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const [search, setSearch] = useState('');
  const sought = useSettled(search.trim(), 300);
  const path = id && `/api/ledgers/${encodeURIComponent(id)}/rows`;
  const list = useList<LedgerPage>(path, { q: sought });
  const [known, setKnown] = useState<LedgerPage>();
  if (list.head !== undefined && list.head !== known) setKnown(list.head);
  return (
    <>
      <div className="page-head">
        <div>
          <a className="back small" href={page('/ledgers/', locale)}>
            <Icon name="left" size={16} />
            {words.back}
          </a>
          <h1>{known === undefined ? <Skeleton size="title" /> : pick(known.title, locale)}</h1>
        </div>
        <SearchBox label={words.search} placeholder={words.searchHint} value={search} onChange={setSearch} />
        {known?.help !== undefined && <p className="page-sub">{pick(known.help, locale)}</p>}
      </div>
      <ListStates list={list} empty={<NoRows filtered={sought !== ''} onClear={() => setSearch('')} />}>
        {known && <LedgerTable ledger={known} rows={list.items} people={list.people} units={list.units} />}
      </ListStates>
    </>
  );
}

function NoRows({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const words = useWords(ledgerWords);
  if (!filtered) return <EmptyState icon="book" title={words.noRowsTitle} text={words.noRowsText} />;
  return (
    <EmptyState icon="search" title={words.nothingTitle} text={words.nothingText}>
      <Button onClick={onClear}>{words.clear}</Button>
    </EmptyState>
  );
}
