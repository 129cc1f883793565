import { useEffect, useId, useState } from 'react';
import type { DutyCard, DutyList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { dutyWords } from '../i18n/duties.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { loadSession } from '../session/session.ts';
import { Matrix } from './matrix.tsx';

export const Duties = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <AllDuties />
  </Speaking>
);

function AllDuties() {
  const words = useWords(dutyWords);
  const { value, problem, reload } = useLoad<DutyList>('/api/duties');
  const [process, choose] = useProcess(value?.items);
  useEffect(() => {
    void loadSession();
  }, []);
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        {value !== undefined && value.items.length > 0 && (
          <Chooser items={value.items} chosen={process} onChoose={choose} />
        )}
        <p className="page-sub">{words.intro}</p>
      </div>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={2} />}
      {value?.items.length === 0 && <EmptyState icon="clock" title={words.emptyTitle} text={words.emptyText} />}
      {process !== undefined && <Matrix key={process} process={process} />}
    </>
  );
}

/** The chosen process is part of the address; without one it is the first. */
function useProcess(items: readonly DutyCard[] | undefined): [string | undefined, (process: string) => void] {
  const [named, setNamed] = useState<string | null>();
  useEffect(() => setNamed(new URLSearchParams(location.search).get('process')), []);
  const choose = (process: string) => {
    history.replaceState(null, '', `?${new URLSearchParams({ process })}`);
    setNamed(process);
  };
  if (items === undefined || named === undefined) return [undefined, choose];
  return [(items.find(({ process }) => process === named) ?? items[0])?.process, choose];
}

interface ChooserProps {
  readonly items: readonly DutyCard[];
  readonly chosen: string | undefined;
  readonly onChoose: (process: string) => void;
}

function Chooser({ items, chosen, onChoose }: ChooserProps) {
  const locale = useLocale();
  const words = useWords(dutyWords);
  const id = useId();
  return (
    <div className="duty-chooser">
      <label className="unseen" htmlFor={id}>
        {words.choose}
      </label>
      <select id={id} className="input" value={chosen ?? ''} onChange={(event) => onChoose(event.target.value)}>
        {items.map(({ process, title, every }) => (
          <option key={process} value={process}>
            {pick(title, locale)} · {words.every[every]}
          </option>
        ))}
      </select>
    </div>
  );
}
