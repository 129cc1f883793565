import { useCallback } from 'react';
import type { ReferenceList } from '../../schemas/generated/api.ts';
import { api } from '../../site/src/api/api.ts';
import { Combobox, type ComboOption } from '../../site/src/fields/combobox.tsx';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { useFormStore, useReadScope, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { ReferenceCells } from './cells.tsx';
import { caseTitle, referenceTitle } from './title.ts';

/** The number of the chosen case: subjects repeat. */
const CaseNumber = ({ row }: { readonly row: Readonly<Record<string, unknown>> }) =>
  typeof row.number === 'string' ? <p className="soft small mono">{row.number}</p> : null;

/** A row of a ledger, or a case, found by its name; its main columns are shown once it is chosen. */
export function ReferenceView(props: FieldProps<'reference'>) {
  const { field, place, id, label, required, invalid, describedBy } = props;
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { ledgers } = useReadScope();
  const { to } = field;
  const ledger = 'ledger' in to ? to.ledger : '';
  const offers = 'ledger' in to ? `/api/ledgers/${to.ledger}/references` : `/api/processes/${to.process}/references`;
  const status = 'process' in to && to.state !== 'any' ? 'completed' : undefined;
  const value = useValue(place);
  const row = typeof value === 'string' ? store.facts().references[value] : undefined;
  const search = useCallback(
    async (query: string, signal: AbortSignal): Promise<readonly ComboOption[] | undefined> => {
      const answer = await api.get<ReferenceList>(offers, {
        query: { q: query, ...(status !== undefined && { status }) },
        signal,
      });
      if (!answer.ok) return undefined;
      store.noteReferences(answer.value.items);
      return answer.value.items.map((item) => ({
        id: item.id,
        title: item.name,
        detail: typeof item.cells.number === 'string' ? item.cells.number : undefined,
      }));
    },
    [offers, status, store],
  );
  return (
    <div className="reference">
      <Combobox
        {...{ id, label, required, invalid, describedBy, search }}
        placeholder={'process' in to ? words.searchCases : words.searchRows}
        selected={
          typeof value === 'string'
            ? {
                id: value,
                title: 'process' in to ? caseTitle(value, row) : referenceTitle(value, row, ledgers[ledger], locale),
              }
            : undefined
        }
        onChoose={(option) => store.set(place, option?.id)}
        onLeave={() => store.leave(place)}
      />
      {row !== undefined && label === undefined && 'process' in to && <CaseNumber row={row} />}
      {row !== undefined && label === undefined && 'ledger' in to && (
        <ReferenceCells row={row} ledger={ledgers[ledger]} />
      )}
    </div>
  );
}
