import { useEffect, useState } from 'react';
import type { RuleSettingList, RuleSettingView } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Chip } from '../components/chip.tsx';
import { Icon } from '../components/icon.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { allTexts, type Locale, pick } from '../i18n/locale.ts';
import { namesOf } from '../i18n/names-of.ts';
import { rulesWords } from '../i18n/rules.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { ChangedBy } from './changed-by.tsx';
import { Frame } from './frame.tsx';
import { SettingDialog } from './setting-dialog.tsx';
import { settingText } from './setting-value.tsx';

export const Settings = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Frame at="settings">
      <SettingList />
    </Frame>
  </Speaking>
);

/** All settings, those of everybody first, then area by area; `?id=` opens one. */
function SettingList() {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<string>();
  const { value, problem, reload } = useLoad<RuleSettingList>('/api/settings');
  useEffect(() => setOpen(new URLSearchParams(location.search).get('id') ?? undefined), []);
  const wanted = query.trim().toLowerCase();
  const found = (value?.items ?? []).filter(({ title, uses }) =>
    [title, ...uses.map((use) => use.title)].some((each) =>
      allTexts(each).some((text) => text.toLowerCase().includes(wanted)),
    ),
  );
  const areas = [{ id: undefined, title: words.noArea }, ...(value?.areas ?? [])];
  const chosen = value?.items.find(({ id }) => id === open);
  return (
    <>
      <SearchBox label={words.find} value={query} onChange={setQuery} />
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={3} />}
      {value !== undefined && found.length === 0 && (
        <EmptyState icon="search" title={words.nothingFound} text={words.intro} />
      )}
      {areas.map(({ id, title }) => {
        const own = found.filter(({ area }) => area === id);
        if (own.length === 0) return null;
        return (
          <section key={id ?? ''} className="stack" aria-labelledby={`settings-${id ?? 'all'}`}>
            <h2 id={`settings-${id ?? 'all'}`}>{pick(title, locale)}</h2>
            <ul className="rule-cards">
              {own.map((setting) => (
                <li key={setting.id}>
                  <SettingCard setting={setting} onOpen={() => setOpen(setting.id)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {chosen && (
        <SettingDialog
          key={chosen.id}
          id={chosen.id}
          title={pick(chosen.title, locale)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

interface CardProps {
  readonly setting: RuleSettingView;
  readonly onOpen: () => void;
}

function SettingCard({ setting: { title, type, value, uses, by, at, waiting }, onOpen }: CardProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const users = namesOf(
    uses.map((use) => pick(use.title, locale)),
    locale,
  );
  return (
    <button type="button" className="card card-link rule-card" onClick={onOpen}>
      <span className="rule-card-text">
        <span>{pick(title, locale)}</span>
        <strong className="number">{settingText(type, value, locale)}</strong>
        <span className="small soft clamp">{users === '' ? words.usedByNone : words.usedBy(users)}</span>
        {by && <ChangedBy by={by} at={at} />}
        {waiting && (
          <span>
            <Chip tone="return" icon="alert">
              {words.waiting}
            </Chip>
          </span>
        )}
      </span>
      <Icon name="right" size={18} />
    </button>
  );
}
