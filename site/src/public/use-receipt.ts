import { useEffect, useState } from 'react';
import type { Problem, PublicStateView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';

/** Asks what became of something that was sent. */
export function useReceipt(secret: string) {
  const [view, setView] = useState<PublicStateView>();
  const [problem, setProblem] = useState<Problem>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks again
  useEffect(() => {
    let wanted = true;
    void api.post<PublicStateView>('/api/public/receipt', { receipt: secret }).then((answer) => {
      if (!wanted) return;
      setView(answer.ok ? answer.value : undefined);
      setProblem(answer.ok ? undefined : answer.problem);
    });
    return () => {
      wanted = false;
    };
  }, [secret, round]);
  return { view, problem, reload: () => setRound(round + 1) };
}
