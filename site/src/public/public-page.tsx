import { useEffect, useState } from 'react';
import type { Problem, PublicFormView } from '../../../schemas/generated/api.ts';
import { localProblem } from '../api/answer.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { loadFormWords } from '../form/load-words.ts';
import type { Locale } from '../i18n/locale.ts';
import { publicWords } from '../i18n/public.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { LanguageChoice } from '../shell/language-choice.tsx';
import { type Prepared, prepare } from './prepare.ts';
import { publicProblem } from './problem.ts';
import { PublicForm } from './public-form.tsx';
import { Receipt } from './receipt.tsx';

const RECEIPT = '#r.';

/** What somebody without an account comes to. The secret stands behind the `#`: no server and no log sees it. */
export function PublicPage({ locale }: { readonly locale: Locale }) {
  const [hash, setHash] = useState<string>();
  useEffect(() => {
    const read = () => setHash(location.hash);
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const showReceipt = (secret: string) => {
    history.replaceState(null, '', RECEIPT + secret);
    setHash(RECEIPT + secret);
    scrollTo(0, 0);
  };
  return (
    <Speaking locale={locale}>
      <Languages />
      {hash === undefined ? (
        <CardSkeletons count={2} />
      ) : hash.startsWith(RECEIPT) ? (
        <Receipt key={hash} secret={hash.slice(RECEIPT.length)} />
      ) : (
        <Opening key={hash} token={hash.slice(1)} onSent={showReceipt} />
      )}
    </Speaking>
  );
}

function Languages() {
  const words = useWords(publicWords);
  return (
    <nav className="public-languages" aria-label={words.language}>
      <LanguageChoice path="/f/" />
    </nav>
  );
}

type Opened = { readonly prepared: Prepared } | { readonly problem: Problem };

interface OpeningProps {
  readonly token: string;
  readonly onSent: (receipt: string) => void;
}

function Opening({ token, onSent }: OpeningProps) {
  const locale = useLocale();
  const [opened, setOpened] = useState<Opened>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let wanted = true;
    void open(token, locale).then((next) => {
      if (wanted) setOpened(next);
    });
    return () => {
      wanted = false;
    };
  }, [token, locale, round]);
  if (opened === undefined) return <CardSkeletons count={3} />;
  const again = () => {
    setOpened(undefined);
    setRound(round + 1);
  };
  if ('problem' in opened) return <Closed problem={opened.problem} onRetry={again} />;
  return <PublicForm token={token} prepared={opened.prepared} onSent={onSent} onReload={again} />;
}

async function open(token: string, locale: Locale): Promise<Opened> {
  const [words, answer] = await Promise.all([
    loadFormWords(locale),
    api.post<PublicFormView>('/api/public/form', { token }),
  ]);
  if (!answer.ok)
    return { problem: answer.problem.code === 'invalid-body' ? localProblem('not-readable', 404) : answer.problem };
  const prepared = words ? await prepare(token, answer.value) : undefined;
  return prepared === undefined ? { problem: localProblem('no-answer') } : { prepared };
}

/** Why there is nothing to fill in. */
function Closed({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) {
  const words = useWords(publicWords);
  const name = problem.status === 404 ? 'not-found' : publicProblem(problem);
  if (name === undefined) return <ErrorNote problem={problem} onRetry={onRetry} />;
  const [title, text] = words.problems[name];
  return (
    <>
      <h1 className="unseen">{title}</h1>
      <EmptyState icon="clock" title={title} text={text}>
        {name === 'too-many-attempts' && <Button onClick={onRetry}>{words.retry}</Button>}
      </EmptyState>
    </>
  );
}
