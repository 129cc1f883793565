import { useEffect, useState } from 'react';
import type { CaseCard, CaseList } from '../../../schemas/generated/api.ts';
import { useList } from '../api/use-list.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ListStates } from '../components/list-states.tsx';
import { EmptyState } from '../components/states.tsx';
import { useSettled } from '../components/use-settled.ts';
import { useWide } from '../components/use-wide.ts';
import { auditWords } from '../i18n/audit.ts';
import type { Locale } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { loadSession, useSession } from '../session/session.ts';
import { CaseCards } from './case-cards.tsx';
import { CaseTable } from './case-table.tsx';
import { FilterForm } from './filter-form.tsx';
import { isFiltered, noFilters, useFilters } from './filters.ts';
import { IntegrityDialog } from './integrity.tsx';

export const Audit = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Gate />
  </Speaking>
);

/** The server refuses everybody else as well; this only says so in words. */
function Gate() {
  const locale = useLocale();
  const words = useWords(auditWords);
  const session = useSession();
  useEffect(() => {
    void loadSession();
  }, []);
  if (session === undefined || session.roles.includes('auditor')) return <AllCases />;
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
      </div>
      <EmptyState icon="shield" title={words.noRight} text={words.noRightText}>
        <LinkButton href={page('/', locale)}>{words.backHome}</LinkButton>
      </EmptyState>
    </>
  );
}

function AllCases() {
  const words = useWords(auditWords);
  const [filters = noFilters, setFilters] = useFilters();
  const settled = useSettled(filters, 300);
  const list = useList<CaseList>('/api/cases', settled);
  const [explained, setExplained] = useState<CaseCard>();
  const wide = useWide(900);
  const Cases = wide ? CaseTable : CaseCards;
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        {list.head?.total !== undefined && <span className="soft tabular">{words.total(list.head.total)}</span>}
        <p className="page-sub">{words.intro}</p>
      </div>
      <div className="stack">
        <FilterForm filters={filters} onChange={setFilters} />
        <ListStates
          list={list}
          empty={<NoCases filtered={isFiltered(settled)} onClear={() => setFilters(noFilters)} />}
        >
          <Cases cases={list.items} people={list.people} onExplain={setExplained} />
        </ListStates>
      </div>
      <IntegrityDialog shown={explained} onClose={() => setExplained(undefined)} />
    </>
  );
}

function NoCases({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  const words = useWords(auditWords);
  if (!filtered) return <EmptyState icon="inbox" title={words.emptyTitle} text={words.emptyText} />;
  return (
    <EmptyState icon="search" title={words.nothingTitle} text={words.nothingText}>
      <Button onClick={onClear}>{words.clear}</Button>
    </EmptyState>
  );
}
