import { useEffect, useState } from 'react';
import type { LedgerPage, LedgerRowView } from '../../../schemas/generated/api.ts';
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
import { ColumnsDialog } from './columns-dialog.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { type Look, lookOf, plainLook, searchOf, toQuery } from './query.ts';
import { ReadBy } from './read-by.tsx';
import { ViewsMenu } from './views-menu.tsx';

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
  const [look, setLook] = useLook(id);
  const [dialog, setDialog] = useState<Opened>();
  const sought = useSettled(look.q.trim(), 300);
  const { hidden, filters, sort } = look;
  const { hidden: _, ...query } = toQuery({ ...look, q: sought });
  const path = id && `/api/ledgers/${encodeURIComponent(id)}/rows`;
  const list = useList<LedgerPage>(path, { ...query, totals: 'true' });
  const [known, setKnown] = useState<LedgerPage>();
  if (list.head !== undefined && list.head !== known) setKnown(list.head);
  const filtered = sought !== '' || Object.keys(filters).length > 0;
  const close = () => setDialog(undefined);
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
        {known?.help !== undefined && <p className="page-sub">{pick(known.help, locale)}</p>}
        {id !== undefined && <ReadBy ledger={id} />}
        <div className="ledger-tools">
          <SearchBox
            label={words.search}
            placeholder={words.searchHint}
            value={look.q}
            onChange={(q) => setLook({ ...look, q })}
          />
          <Button icon="search" onClick={() => setDialog({ show: 'filters' })} disabled={known === undefined}>
            {words.filter(Object.keys(filters).length)}
          </Button>
          <Button icon="grid" onClick={() => setDialog({ show: 'columns' })} disabled={known === undefined}>
            {words.columns}
          </Button>
          {id !== undefined && <ViewsMenu id={id} look={look} onChoose={setLook} />}
          {id !== undefined && <ExportMenu id={id} look={look} />}
        </div>
        {known && (
          <FilterChips
            ledger={known}
            filters={filters}
            people={list.people}
            units={list.units}
            onChange={(next) => setLook({ ...look, filters: next })}
          />
        )}
      </div>
      <ListStates list={list} empty={<NoRows filtered={filtered} onClear={() => setLook({ ...plainLook, hidden })} />}>
        {known && (
          <LedgerTable
            ledger={known}
            rows={list.items}
            people={list.people}
            units={list.units}
            hidden={hidden}
            sort={sort}
            onSort={(next) => setLook({ ...look, sort: next })}
            onHistory={(row, name) => setDialog({ show: 'history', row, name })}
          />
        )}
      </ListStates>
      {known && dialog?.show === 'filters' && (
        <FilterDialog
          ledger={known}
          filters={filters}
          onClose={close}
          onApply={(next) => {
            close();
            setLook({ ...look, filters: next });
          }}
        />
      )}
      {known && dialog?.show === 'columns' && (
        <ColumnsDialog
          ledger={known}
          hidden={hidden}
          onClose={close}
          onChange={(next) => setLook({ ...look, hidden: next })}
        />
      )}
      {known && dialog?.show === 'history' && (
        <HistoryDialog ledger={known.id} row={dialog.row} name={dialog.name} onClose={close} />
      )}
    </>
  );
}

type Opened =
  | { readonly show: 'filters' | 'columns' }
  | { readonly show: 'history'; readonly row: LedgerRowView; readonly name: string };

/** How the ledger is looked at, as the address says: a look can be sent to somebody and survives coming back. */
function useLook(id: string | undefined): readonly [Look, (look: Look) => void] {
  const [look, setLook] = useState(plainLook);
  useEffect(() => setLook(lookOf(location.search)), []);
  const change = (next: Look) => {
    setLook(next);
    if (id !== undefined) history.replaceState(history.state, '', searchOf(id, next));
  };
  return [look, change];
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
