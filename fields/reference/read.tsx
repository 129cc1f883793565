import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { useFormStoreIfAny, useReadScope } from '../../site/src/form/scope.tsx';
import { page } from '../../site/src/i18n/paths.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';
import { caseTitle, referenceTitle } from './title.ts';

/** The name of the row; it leads to the ledger it stands in. */
export function ReadReference({ field, value }: ReadProps<'reference'>) {
  const locale = useLocale();
  const scope = useReadScope();
  const store = useFormStoreIfAny();
  const id = String(value);
  const row = store?.facts().references[id] ?? scope.references[id];
  if ('process' in field.to) return <a href={page('/case/', locale, { id })}>{caseTitle(id, row)}</a>;
  const { ledger } = field.to;
  return (
    <a href={page('/ledger/', locale, { id: ledger, q: id })}>
      {referenceTitle(id, row, scope.ledgers[ledger], locale)}
    </a>
  );
}
