import { useState } from 'react';
import { EmptyState, ErrorNote, Note } from '../components/states.tsx';
import { handOverWords } from '../i18n/hand-over.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { AdministratorsPage } from '../shell/administrators-page.tsx';
import { type Draft, OrderForm } from './order-form.tsx';
import { RunBar } from './run-bar.tsx';
import { SeatList } from './seat-list.tsx';
import { type Order, useHandOver } from './use-hand-over.ts';

export const HandOver = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <HandOverPage />
  </Speaking>
);

function HandOverPage() {
  const words = useWords(handOverWords);
  return (
    <AdministratorsPage words={words}>
      <Work />
    </AdministratorsPage>
  );
}

const EMPTY: Draft = { from: undefined, to: undefined, opinion: '' };

function Work() {
  const locale = useLocale();
  const words = useWords(handOverWords);
  const [draft, setDraft] = useState(EMPTY);
  const { items, moved, progress, problem, plan, run, forget } = useHandOver();
  const order: Order = { from: draft.from?.id ?? '', to: draft.to?.id ?? '', opinion: draft.opinion };
  const change = (part: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...part }));
    forget();
  };
  const busy = progress === 'planning' || progress === 'running';
  const names = { from: nameIn(draft.from, locale), to: nameIn(draft.to, locale) };
  return (
    <div className="stack hand-over">
      <OrderForm draft={draft} busy={busy} onChange={change} onPlan={() => void plan(order)} />
      {problem && progress !== 'halted' && <ErrorNote problem={problem} />}
      {progress === 'planned' && items.length === 0 && (
        <EmptyState icon="check" title={words.nothingTitle} text={words.nothingText} />
      )}
      {items.length > 0 && (
        <section className="stack" aria-labelledby="seats">
          <h2 id="seats">{words.seats}</h2>
          <RunBar items={items} moved={moved} progress={progress} names={names} onRun={() => void run(order)} />
          {progress === 'halted' && problem && (
            <>
              <ErrorNote problem={problem} />
              <Note tone="return" icon="alert">
                <p>{words.halted}</p>
              </Note>
            </>
          )}
          <SeatList items={items} moved={moved} />
        </section>
      )}
    </div>
  );
}

const nameIn = (person: Draft['from'], locale: Locale): string => (person ? pick(person.name, locale) : '');
