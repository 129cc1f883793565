import type { Column } from '../../schemas/generated/process.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

/** Controls that cannot show text which is no value of theirs. */
const CHOOSERS: ReadonlySet<Column['type']> = new Set([
  'choice',
  'flag',
  'rating',
  'date',
  'dateTime',
  'week',
  'region',
  'person',
  'unit',
  'reference',
]);
/** What stands for a date that is only begun; its box shows the parts. */
const UNFINISHED = /^\?$|^[\d-]*\??T[\d:]*\??$/;

/** Text that was pasted and is no value, under a control that has no place for it. */
export function KeptText({ kind, text }: { readonly kind: Column['type']; readonly text: string | undefined }) {
  const words = useWords(formWords);
  if (text === undefined || !CHOOSERS.has(kind) || (kind.startsWith('date') && UNFINISHED.test(text))) return null;
  return <p className="cell-kept">{words.keptText(text)}</p>;
}
