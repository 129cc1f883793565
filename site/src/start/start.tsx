import { useDeferredValue, useState } from 'react';
import type { ProcessCard, ProcessList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { type Locale, pick } from '../i18n/locale.ts';
import { startWords } from '../i18n/start.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { type Kept, useKept } from './kept.ts';
import { matches } from './match.ts';
import { OtherProcesses, ProcessSection } from './process-section.tsx';

export const Start = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Choose />
  </Speaking>
);

function Choose() {
  const words = useWords(startWords);
  const { value, problem, reload } = useLoad<ProcessList>('/api/processes');
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search.trim());
  const kept = useKept();
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <SearchBox label={words.search} placeholder={words.searchHint} value={search} onChange={setSearch} />
        <p className="page-sub">{words.intro}</p>
      </div>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons />}
      {value && sought === '' && <Everything list={value} kept={kept} />}
      {value && sought !== '' && <Found list={value} kept={kept} search={sought} onClear={() => setSearch('')} />}
    </>
  );
}

interface PartProps {
  readonly list: ProcessList;
  readonly kept: Kept;
}

const known = (ids: readonly string[], processes: readonly ProcessCard[]) =>
  ids.flatMap((id) => processes.filter((process) => process.id === id && process.mayStart));

function Everything({ list, kept }: PartProps) {
  const locale = useLocale();
  const words = useWords(startWords);
  if (list.processes.length === 0) return <EmptyState icon="inbox" title={words.emptyTitle} text={words.emptyText} />;
  const mine = list.processes.filter(({ mayStart }) => mayStart);
  const others = list.processes.filter(({ mayStart }) => !mayStart);
  const recent = known(kept.recent, list.processes).filter((process) => !kept.favourites.includes(process.id));
  return (
    <div className="areas">
      <ProcessSection title={words.favourites} processes={known(kept.favourites, list.processes)} kept={kept} />
      <ProcessSection title={words.recent} processes={recent} kept={kept} />
      {list.areas.map((area) => (
        <ProcessSection
          key={area.id}
          title={pick(area.title, locale)}
          processes={mine.filter((process) => process.area === area.id)}
          kept={kept}
        />
      ))}
      <OtherProcesses processes={others} />
    </div>
  );
}

function Found({ list, kept, search, onClear }: PartProps & { readonly search: string; readonly onClear: () => void }) {
  const words = useWords(startWords);
  const found = list.processes.filter((process) => matches(process, list.areas, search));
  return (
    <div role="status">
      {found.length === 0 ? (
        <EmptyState icon="search" title={words.nothingTitle} text={words.nothingText}>
          <Button onClick={onClear}>{words.clear}</Button>
        </EmptyState>
      ) : (
        <ProcessSection title={words.found(found.length)} processes={found} kept={kept} />
      )}
    </div>
  );
}
