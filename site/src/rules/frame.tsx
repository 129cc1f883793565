import { type ReactNode, useEffect } from 'react';
import { LinkButton } from '../components/button.tsx';
import { CardSkeletons, EmptyState } from '../components/states.tsx';
import { page } from '../i18n/paths.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { loadSession, useSession } from '../session/session.ts';

export interface FrameProps {
  readonly at: 'tables' | 'settings';
  readonly children: ReactNode;
}

/** Both lists of what administrators change, for those who may read them; the server refuses everybody else as well. */
export function Frame({ at, children }: FrameProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const session = useSession();
  useEffect(() => {
    void loadSession();
  }, []);
  const mayRead = (session?.roles.length ?? 0) > 0;
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        {mayRead && <p className="page-sub">{words.intro}</p>}
      </div>
      {session === undefined && <CardSkeletons count={3} />}
      {session !== undefined && !mayRead && (
        <EmptyState icon="shield" title={words.noRight} text={words.noRightText}>
          <LinkButton href={page('/', locale)}>{words.backHome}</LinkButton>
        </EmptyState>
      )}
      {mayRead && (
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
      )}
    </>
  );
}
