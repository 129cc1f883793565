import type { ProcessCard, ProcessList } from '../../../schemas/generated/api.ts';
import { SearchPage } from '../components/search-page.tsx';
import { EmptyState } from '../components/states.tsx';
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
  const kept = useKept();
  return (
    <SearchPage<ProcessList>
      words={words}
      path="/api/processes"
      everything={(list) => <Everything list={list} kept={kept} />}
      found={({ processes, areas }, search) => {
        const found = processes.filter((process) => matches(process, areas, search));
        if (found.length === 0) return undefined;
        return <ProcessSection title={words.found(found.length)} processes={found} kept={kept} />;
      }}
    />
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
