import { useEffect, useState } from 'react';
import type { RuleTableCard, RuleTableList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Chip } from '../components/chip.tsx';
import { Icon } from '../components/icon.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { allTexts, type Locale, pick } from '../i18n/locale.ts';
import { namesOf } from '../i18n/names-of.ts';
import { page } from '../i18n/paths.ts';
import { rulesWords } from '../i18n/rules.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { ChangedBy } from './changed-by.tsx';
import { Frame } from './frame.tsx';
import { TablePage } from './table-page.tsx';

export const Tables = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <ListOrTable />
  </Speaking>
);

/** The address says which table; without one they are listed. */
function ListOrTable() {
  const [id, setId] = useState<string | null>();
  useEffect(() => setId(new URLSearchParams(location.search).get('id')), []);
  if (id === undefined) return <CardSkeletons count={3} />;
  return id === null ? (
    <Frame at="tables">
      <TableList />
    </Frame>
  ) : (
    <TablePage id={id} />
  );
}

function TableList() {
  const words = useWords(rulesWords);
  const [query, setQuery] = useState('');
  const { value, problem, reload } = useLoad<RuleTableList>('/api/tables');
  const wanted = query.trim().toLowerCase();
  const found = (value?.items ?? []).filter(({ title }) =>
    allTexts(title).some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <SearchBox label={words.find} value={query} onChange={setQuery} />
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={3} />}
      {value !== undefined && found.length === 0 && (
        <EmptyState icon="search" title={words.nothingFound} text={words.intro} />
      )}
      <ul className="rule-cards">
        {found.map((card) => (
          <li key={card.id}>
            <TableCard card={card} />
          </li>
        ))}
      </ul>
    </>
  );
}

function TableCard({ card: { id, title, rules, processes, at, by, waiting } }: { readonly card: RuleTableCard }) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const users = namesOf(
    processes.map((process) => pick(process.title, locale)),
    locale,
  );
  return (
    <a className="card card-link rule-card" href={page('/tables/', locale, { id })}>
      <span className="rule-card-text">
        <strong>{pick(title, locale)}</strong>
        <span className="small soft">
          {words.rulesCount(rules)} · {users === '' ? words.usedByNone : words.usedBy(users)}
        </span>
        <ChangedBy by={by} at={at} />
        {waiting && (
          <span>
            <Chip tone="return" icon="alert">
              {words.waiting}
            </Chip>
          </span>
        )}
      </span>
      <Icon name="right" size={18} />
    </a>
  );
}
