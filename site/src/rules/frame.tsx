import type { ReactNode } from 'react';
import { page } from '../i18n/paths.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { AdministratorsPage } from '../shell/administrators-page.tsx';

export interface FrameProps {
  readonly at: 'tables' | 'settings';
  readonly children: ReactNode;
}

/** Both lists of what administrators change, for those who may read them. */
export function Frame({ at, children }: FrameProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  return (
    <AdministratorsPage words={words} everyRole>
      <div className="stack">
        <nav className="row rule-places" aria-label={words.title}>
          {(['tables', 'settings'] as const).map((place) => (
            <a
              key={place}
              className="button"
              href={page(`/${place}/`, locale)}
              aria-current={place === at ? 'page' : undefined}
            >
              {words[place]}
            </a>
          ))}
        </nav>
        {children}
      </div>
    </AdministratorsPage>
  );
}
