import { useRef, useState } from 'react';
import type { IncidentView, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/states.tsx';
import { incidentWords } from '../i18n/incidents.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';

/** Tries it again and says how it went; what succeeds leaves the list of what is open. */
export function Retry({ incident }: { readonly incident: IncidentView }) {
  const words = useWords(incidentWords);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef(newKey());
  const retry = async () => {
    setBusy(true);
    setFailed(false);
    const answer = await api.post<IncidentView>(`/api/incidents/${incident.id}/retry`, undefined, { key: key.current });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    setFailed(answer.ok && answer.value.state === 'open');
    if (!answer.ok) return;
    key.current = newKey();
    announceChange();
  };
  return (
    <div className="incident-foot">
      <Button
        icon="swap"
        busy={busy}
        aria-label={words.retryLabel(words.kinds[incident.kind])}
        onClick={() => void retry()}
      >
        {words.retry}
      </Button>
      <span role="status">{failed && words.failed}</span>
      {problem && <ErrorNote problem={problem} />}
    </div>
  );
}
