import { useState } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { fetched } from '../components/fetched.tsx';
import { ErrorNote } from '../components/states.tsx';
import { page } from '../i18n/paths.ts';
import { shellWords } from '../i18n/shell.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { queue } from '../queue/queue.ts';
import { allSafe } from '../session/leaving.ts';
import { dropCopies } from '../session/local-copy.ts';
import { forgetSession } from '../session/session.ts';
import type { Obstacle } from './sign-out-obstacle.tsx';

const SignOutObstacle = fetched(async () => (await import('./sign-out-obstacle.tsx')).SignOutObstacle);

/** The way out: what was typed is saved first, what is queued is sent or given up, and nothing personal stays here. */
export function SignOut() {
  const locale = useLocale();
  const words = useWords(shellWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [obstacle, setObstacle] = useState<Obstacle>();
  const leave = async () => {
    const answer = await api.delete('/api/session', { stay: true });
    if (!answer.ok && answer.problem.status !== 401) {
      setProblem(answer.problem);
      return setBusy(false);
    }
    await queue.forget();
    dropCopies();
    forgetSession();
    location.assign(page('/sign-in/', locale));
  };
  const tryToLeave = async () => {
    setBusy(true);
    setProblem(undefined);
    const found = await obstacleNow();
    setObstacle(found);
    if (found === undefined) return leave();
    setBusy(false);
  };
  return (
    <>
      {problem && <ErrorNote problem={problem} />}
      {obstacle && (
        <SignOutObstacle
          obstacle={obstacle}
          busy={busy}
          onStay={() => setObstacle(undefined)}
          onLeave={() => void leave()}
        />
      )}
      <Button icon="exit" wide busy={busy} onClick={() => void tryToLeave()}>
        {words.signOut}
      </Button>
    </>
  );
}

async function obstacleNow(): Promise<Obstacle | undefined> {
  if (!(await allSafe())) return { kind: 'unsaved' };
  await queue.flush();
  const { items } = queue.state.get();
  return items.length > 0 ? { kind: 'queued', count: items.length } : undefined;
}
