import { useState } from 'react';
import type { Problem, StartTokenView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/states.tsx';
import { tokenWords } from '../i18n/tokens.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';

/** Ends a token at once, after one more question. */
export function RevokeToken({ token: { id, name } }: { readonly token: StartTokenView }) {
  const words = useWords(tokenWords);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const close = () => setAsking(false);
  const revoke = async () => {
    setBusy(true);
    const answer = await api.delete(`/api/tokens/${id}`);
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    close();
    announceChange();
  };
  const foot = (
    <>
      <Button onClick={close}>{words.keep}</Button>
      <Button tone="reject" busy={busy} onClick={() => void revoke()}>
        {words.revoke}
      </Button>
    </>
  );
  return (
    <div>
      <Button aria-label={words.revokeLabel(name)} onClick={() => setAsking(true)}>
        {words.revoke}
      </Button>
      <Dialog open={asking} title={words.revokeTitle} onClose={close} foot={foot}>
        <p>{words.revokeText(name)}</p>
        {problem && <ErrorNote problem={problem} />}
      </Dialog>
    </div>
  );
}
