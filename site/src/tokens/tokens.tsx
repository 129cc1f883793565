import type { StartTokenList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import type { Locale } from '../i18n/locale.ts';
import { tokenWords } from '../i18n/tokens.ts';
import { Speaking, useWords } from '../i18n/use-locale.tsx';
import { AdministratorsPage } from '../shell/administrators-page.tsx';
import { MakeToken } from './make-token.tsx';
import { TokenCard } from './token-card.tsx';

export const Tokens = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <TokensPage />
  </Speaking>
);

function TokensPage() {
  const words = useWords(tokenWords);
  return (
    <AdministratorsPage words={words}>
      <List />
    </AdministratorsPage>
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
