import { useCallback } from 'react';
import type { ReferenceList } from '../../schemas/generated/api.ts';
import { api } from '../../site/src/api/api.ts';
import { Combobox, type ComboOption } from '../../site/src/fields/combobox.tsx';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { useFormStore, useReadScope, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { ReferenceCells } from './cells.tsx';
import { referenceTitle } from './title.ts';

/** A row of a ledger, found by its name; its main columns are shown once it is chosen. */
export function ReferenceView(props: FieldProps<'reference'>) {
  const { field, place, id, label, required, invalid, describedBy } = props;
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { ledgers } = useReadScope();
  const ledger = 'ledger' in field.to ? field.to.ledger : '';
  const value = useValue(place);
  const row = typeof value === 'string' ? store.facts().references[value] : undefined;
  const search = useCallback(
    async (query: string, signal: AbortSignal): Promise<readonly ComboOption[] | undefined> => {
      const answer = await api.get<ReferenceList>(`/api/ledgers/${ledger}/references`, { query: { q: query }, signal });
      if (!answer.ok) return undefined;
      store.noteReferences(answer.value.items);
      return answer.value.items.map((item) => ({
        id: item.id,
        title: item.name,
        detail: typeof item.cells.number === 'string' ? item.cells.number : undefined,
      }));
    },
    [ledger, store],
  );
  return (
    <div className="reference">
      <Combobox
        {...{ id, label, required, invalid, describedBy, search }}
        placeholder={words.searchRows}
        selected={
          typeof value === 'string'
            ? { id: value, title: referenceTitle(value, row, ledgers[ledger], locale) }
            : undefined
        }
        onChoose={(option) => store.set(place, option?.id)}
        onLeave={() => store.leave(place)}
      />
      {row !== undefined && label === undefined && <ReferenceCells row={row} ledger={ledgers[ledger]} />}
    </div>
  );
}
