import { useEffect, useState } from 'react';
import type { Problem, SessionView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { ErrorNote } from '../components/states.tsx';
import { formatInstant } from '../i18n/format.ts';
import { shellWords } from '../i18n/shell.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';
import { serverNow } from '../session/session.ts';
import { nextFriday, oneDayOn } from './clock-steps.ts';

/** The moment of the server, kept going on this side. */
function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Lets a newcomer see Friday come. The server offers this clock in development only. */
export function DemoClock({ session }: { readonly session: SessionView }) {
  const locale = useLocale();
  const words = useWords(shellWords);
  useServerNow();
  const text = formatInstant(serverNow(), session.zone, locale);
  return (
    <>
      <button type="button" className="account-button" popoverTarget="clock">
        <Icon name="clock" size={22} />
        <span className="frame-text small tabular" aria-hidden="true">
          {text}
        </span>
        <span className="unseen">{`${words.clock} ${text}`}</span>
      </button>
      <div id="clock" className="menu" popover="auto">
        <div>
          <h2>{words.clock}</h2>
          <p className="small soft">{words.clockHint}</p>
        </div>
        <p>
          <span className="small soft">{words.now}</span>
          <br />
          <strong className="tabular">{text}</strong> <span className="small soft">{session.zone}</span>
        </p>
        <ClockSteps zone={session.zone} />
      </div>
    </>
  );
}

function ClockSteps({ zone }: { readonly zone: string }) {
  const words = useWords(shellWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const move = async (now: number | null) => {
    setBusy(true);
    const body = { now: now === null ? null : new Date(now).toISOString() };
    const answer = await api.post('/api/development/clock', body);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    announceChange();
  };
  return (
    <div className="stack">
      {problem && <ErrorNote problem={problem} />}
      <Button wide busy={busy} onClick={() => void move(oneDayOn(serverNow()))}>
        {words.nextDay}
      </Button>
      <Button wide busy={busy} tone="primary" onClick={() => void move(nextFriday(serverNow(), zone))}>
        {words.nextFriday}
      </Button>
      <Button wide busy={busy} tone="plain" onClick={() => void move(null)}>
        {words.realTime}
      </Button>
    </div>
  );
}
