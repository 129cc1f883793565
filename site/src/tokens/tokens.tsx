import { useEffect } from 'react';
import type { StartTokenList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import type { Locale } from '../i18n/locale.ts';
import { tokenWords } from '../i18n/tokens.ts';
import { Speaking, useWords } from '../i18n/use-locale.tsx';
import { loadSession, useSession } from '../session/session.ts';
import { MakeToken } from './make-token.tsx';
import { TokenCard } from './token-card.tsx';

export const Tokens = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <TokensPage />
  </Speaking>
);

/** The server refuses everybody else as well; this only says so in words. */
function TokensPage() {
  const words = useWords(tokenWords);
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
      {session === undefined && <CardSkeletons count={2} />}
      {session !== undefined && !administers && (
        <EmptyState icon="shield" title={words.denied} text={words.deniedText} />
      )}
      {administers && <List />}
    </>
  );
}

function List() {
  const words = useWords(tokenWords);
  const { value, problem, reload } = useLoad<StartTokenList>('/api/tokens');
  return (
    <section className="stack" aria-labelledby="tokens">
      <h2 id="tokens" className="unseen">
        {words.list}
      </h2>
      <MakeToken />
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={2} />}
      {value?.items.length === 0 && <EmptyState icon="link" title={words.emptyTitle} text={words.emptyText} />}
      {value !== undefined && value.items.length > 0 && (
        <ul className="stack">
          {value.items.map((token) => (
            <TokenCard key={token.id} token={token} />
          ))}
        </ul>
      )}
    </section>
  );
}
