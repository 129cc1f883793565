import { useState } from 'react';
import { ActionMenu } from '../case/action-menu.tsx';
import { Button } from '../components/button.tsx';
import { ledgerWords } from '../i18n/ledger.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { Look } from './query.ts';

/** All rows of the look as a file; what makes files is fetched when somebody wants one. */
export function ExportMenu({ id, look }: { readonly id: string; readonly look: Look }) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const save = async (kind: 'csv' | 'xlsx') => {
    setState('busy');
    const { fetchAll, saveRows } = await import('./export.ts');
    const fetched = await fetchAll(id, look);
    if (fetched !== undefined) saveRows(fetched, look.hidden, locale, kind);
    setState(fetched === undefined ? 'failed' : 'idle');
  };
  return (
    <>
      <ActionMenu name={state === 'busy' ? words.exporting : words.export}>
        <Button tone="plain" icon="download" onClick={() => save('xlsx')}>
          XLSX
        </Button>
        <Button tone="plain" icon="download" onClick={() => save('csv')}>
          CSV
        </Button>
      </ActionMenu>
      <span role="status" className={state === 'failed' ? 'small field-error' : 'unseen'}>
        {state === 'failed' ? words.exportFailed : ''}
      </span>
    </>
  );
}
