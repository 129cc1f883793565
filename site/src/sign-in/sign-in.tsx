import { useCallback, useEffect, useState } from 'react';
import type { Problem, SessionView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { commonWords } from '../i18n/common.ts';
import type { Locale } from '../i18n/locale.ts';
import { returnPath } from '../i18n/paths.ts';
import { signInWords } from '../i18n/sign-in.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { acceptSession, forgetSession } from '../session/session.ts';
import { LanguageChoice } from '../shell/language-choice.tsx';
import { type DemoHint, demoHint } from './demo-hint.ts';
import { DemoPeople } from './demo-people.tsx';
import { SignInForm } from './sign-in-form.tsx';

export const SignIn = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Entrance />
  </Speaking>
);

function Entrance() {
  const locale = useLocale();
  const words = useWords(signInWords);
  const common = useWords(commonWords);
  const [hint, setHint] = useState<DemoHint>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const enter = useCallback(
    (session: SessionView) => {
      acceptSession(session);
      location.replace(returnPath(new URLSearchParams(location.search).get('back'), locale));
    },
    [locale],
  );
  useEffect(() => {
    void api.get<SessionView>('/api/session', { stay: true }).then((answer) => {
      if (answer.ok) return enter(answer.value);
      forgetSession();
      if (answer.problem.status === 401) setHint(demoHint(answer.problem));
      else setProblem(answer.problem);
    });
  }, [enter]);
  const signIn = async (person: string, password: string) => {
    setBusy(true);
    setProblem(undefined);
    const answer = await api.post<SessionView>('/api/session', { person, password }, { stay: true });
    if (answer.ok) return enter(answer.value);
    setBusy(false);
    setProblem(answer.problem);
  };
  return (
    <div className="entrance">
      <div className="card entrance-card stack">
        <div className="entrance-brand">
          <img src="/favicon.svg" alt="" width="44" height="44" />
          <div>
            <h1>{common.product}</h1>
            <p className="soft">{words.intro}</p>
          </div>
        </div>
        <SignInForm busy={busy} problem={problem} onSignIn={(person, password) => void signIn(person, password)} />
        <LanguageChoice path="/sign-in/" />
      </div>
      {hint && <DemoPeople hint={hint} busy={busy} onChoose={(person) => void signIn(person, hint.password)} />}
    </div>
  );
}
