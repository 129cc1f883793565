import type { IncidentView } from '../../../schemas/generated/api.ts';
import { useProblemText } from '../components/problem-sentence.tsx';
import { incidentWords, isIncidentReason } from '../i18n/incidents.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

/** Why something could not be done, and what to do about it. */
export function Reason({ incident }: { readonly incident: IncidentView }) {
  const locale = useLocale();
  const words = useWords(incidentWords);
  const { code, ledger } = incident;
  if (isIncidentReason(code)) return <span>{words.reasons[code]}</span>;
  if (code === 'no-such-row' && ledger !== undefined) return <span>{words.noSuchRow(pick(ledger, locale))}</span>;
  return <Refusal incident={incident} />;
}

function Refusal({ incident: { code, params } }: { readonly incident: IncidentView }) {
  const text = useProblemText({ type: `/problems/${code}`, status: 0, code, ...(params && { params }) });
  return (
    <span>
      {text?.what} {text?.next}
    </span>
  );
}
