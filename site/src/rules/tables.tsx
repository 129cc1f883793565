import { useEffect, useState } from 'react';
import type { RuleTableCard, RuleTableList } from '../../../schemas/generated/api.ts';
import { Icon } from '../components/icon.tsx';
import { CardSkeletons } from '../components/states.tsx';
import { byTitle } from '../i18n/by-title.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { matchWords } from '../i18n/match-words.ts';
import { namesOf } from '../i18n/names-of.ts';
import { page } from '../i18n/paths.ts';
import { rulesWords } from '../i18n/rules.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { ChangedBy } from './changed-by.tsx';
import { Frame } from './frame.tsx';
import { SearchedList } from './searched-list.tsx';
import { TablePage } from './table-page.tsx';
import { WaitingMark } from './waiting-mark.tsx';

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
  const locale = useLocale();
  return (
    <SearchedList<RuleTableList, RuleTableCard>
      path="/api/tables"
      found={({ items }, search) =>
        items.filter(({ title, processes }) => matchWords([title, ...processes.map((each) => each.title)], search))
      }
    >
      {(found) => (
        <ul className="rule-cards">
          {byTitle(found, locale).map((card) => (
            <li key={card.id}>
              <TableCard card={card} />
            </li>
          ))}
        </ul>
      )}
    </SearchedList>
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
        {waiting && <WaitingMark />}
      </span>
      <Icon name="right" size={18} />
    </a>
  );
}
