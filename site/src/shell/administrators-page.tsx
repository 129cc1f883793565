import { type ReactNode, useEffect } from 'react';
import { LinkButton } from '../components/button.tsx';
import { CardSkeletons, EmptyState } from '../components/states.tsx';
import { page } from '../i18n/paths.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import { loadSession, useSession } from '../session/session.ts';

interface AdministratorsPageProps {
  readonly words: {
    readonly title: string;
    readonly intro: string;
    readonly denied: string;
    readonly deniedText: string;
    /** The way back for those who may not read it. */
    readonly backHome?: string;
  };
  /** Auditors and other roles read it too. */
  readonly everyRole?: boolean;
  readonly children: ReactNode;
}

/** A page for administrators. The server refuses everybody else as well; this only says so in words. */
export function AdministratorsPage({ words, everyRole = false, children }: AdministratorsPageProps) {
  const locale = useLocale();
  const session = useSession();
  useEffect(() => {
    void loadSession();
  }, []);
  const roles = session?.roles ?? [];
  const mayRead = everyRole ? roles.length > 0 : roles.includes('admin');
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        {mayRead && <p className="page-sub">{words.intro}</p>}
      </div>
      {session === undefined && <CardSkeletons count={1} />}
      {session !== undefined && !mayRead && (
        <EmptyState icon="shield" title={words.denied} text={words.deniedText}>
          {words.backHome !== undefined && <LinkButton href={page('/', locale)}>{words.backHome}</LinkButton>}
        </EmptyState>
      )}
      {mayRead && children}
    </>
  );
}
