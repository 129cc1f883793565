import { useEffect, useState } from 'react';
import type { RuleCheckView, RuleFinding } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { useSettled } from '../components/use-settled.ts';

/** Long enough not to ask between two keys. */
const REST = 400;

/** What a value of a setting would break, as the server says while one types; nothing without a value to try. */
export function useSettingCheck(id: string, value: string | undefined): readonly RuleFinding[] {
  const settled = useSettled(value, REST);
  const [known, setKnown] = useState<{ readonly value: string; readonly findings: readonly RuleFinding[] }>();
  useEffect(() => {
    if (settled === undefined) return;
    const leaving = new AbortController();
    const ask = async () => {
      const path = `/api/settings/${encodeURIComponent(id)}/check`;
      const answer = await api.post<RuleCheckView>(path, { value: settled }, { signal: leaving.signal });
      // Without an answer nothing is said: saving asks again.
      if (answer.ok) setKnown({ value: settled, findings: answer.value.findings });
    };
    void ask();
    return () => leaving.abort();
  }, [id, settled]);
  return known !== undefined && known.value === value ? known.findings : [];
}
