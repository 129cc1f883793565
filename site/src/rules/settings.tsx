import { useEffect, useState } from 'react';
import type { RuleSettingList, RuleSettingView } from '../../../schemas/generated/api.ts';
import { Icon } from '../components/icon.tsx';
import { type Locale, pick } from '../i18n/locale.ts';
import { matchWords } from '../i18n/match-words.ts';
import { namesOf } from '../i18n/names-of.ts';
import { rulesWords } from '../i18n/rules.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { ChangedBy } from './changed-by.tsx';
import { Frame } from './frame.tsx';
import { SearchedList } from './searched-list.tsx';
import { SettingDialog } from './setting-dialog.tsx';
import { settingText } from './setting-value.tsx';
import { WaitingMark } from './waiting-mark.tsx';

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
  const [open, setOpen] = useState<string>();
  useEffect(() => setOpen(new URLSearchParams(location.search).get('id') ?? undefined), []);
  return (
    <SearchedList<RuleSettingList, RuleSettingView>
      path="/api/settings"
      found={({ items }, search) =>
        items.filter(({ title, uses }) => matchWords([title, ...uses.map((use) => use.title)], search))
      }
    >
      {(found, { areas, items }) => {
        const chosen = items.find(({ id }) => id === open);
        return (
          <>
            <Areas areas={areas} settings={found} onOpen={setOpen} />
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
      }}
    </SearchedList>
  );
}

interface AreasProps {
  readonly areas: RuleSettingList['areas'];
  readonly settings: readonly RuleSettingView[];
  readonly onOpen: (id: string) => void;
}

function Areas({ areas, settings, onOpen }: AreasProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  return [{ id: undefined, title: words.noArea }, ...areas].map(({ id, title }) => {
    const own = settings.filter(({ area }) => area === id);
    if (own.length === 0) return null;
    return (
      <section key={id ?? ''} className="stack" aria-labelledby={`settings-${id ?? 'all'}`}>
        <h2 id={`settings-${id ?? 'all'}`}>{pick(title, locale)}</h2>
        <ul className="rule-cards">
          {own.map((setting) => (
            <li key={setting.id}>
              <SettingCard setting={setting} onOpen={() => onOpen(setting.id)} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
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
        {waiting && <WaitingMark />}
      </span>
      <Icon name="right" size={18} />
    </button>
  );
}
