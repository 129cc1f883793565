import { type ReactNode, useEffect } from 'react';
import { CardSkeletons, EmptyState } from '../components/states.tsx';
import { loadSession, useSession } from '../session/session.ts';

interface AdministratorsPageProps {
  readonly words: {
    readonly title: string;
    readonly intro: string;
    readonly denied: string;
    readonly deniedText: string;
  };
  readonly children: ReactNode;
}

/** A page for administrators. The server refuses everybody else as well; this only says so in words. */
export function AdministratorsPage({ words, children }: AdministratorsPageProps) {
  const session = useSession();
  useEffect(() => {
    void loadSession();
  }, []);
  const administers = session?.roles.includes('admin') === true;
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        {administers && <p className="page-sub">{words.intro}</p>}
      </div>
      {session === undefined && <CardSkeletons count={1} />}
      {session !== undefined && !administers && (
        <EmptyState icon="shield" title={words.denied} text={words.deniedText} />
      )}
      {administers && children}
    </>
  );
}
