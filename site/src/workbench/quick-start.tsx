import type { ProcessCard, ProcessList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { LinkButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { ErrorNote, Skeleton } from '../components/states.tsx';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { workbenchWords } from '../i18n/workbench.ts';
import { useKept } from '../start/kept.ts';

const SHOWN = 6;

/** Favourites first, then what was started lately, then the rest. */
function preferred(processes: readonly ProcessCard[], first: readonly string[]): readonly ProcessCard[] {
  const rank = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  const startable = processes.filter((process) => process.mayStart);
  return startable.toSorted((a, b) => rank(a.id) - rank(b.id)).slice(0, SHOWN);
}

export function QuickStart() {
  const locale = useLocale();
  const words = useWords(workbenchWords);
  const { value, problem, reload } = useLoad<ProcessList>('/api/processes');
  const kept = useKept();
  const shown = preferred(value?.processes ?? [], [...kept.favourites, ...kept.recent]);
  if (value !== undefined && shown.length === 0) return null;
  return (
    <section className="card stack quick" aria-labelledby="quick">
      <h2 id="quick">{words.quickStart}</h2>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && (
        <>
          <Skeleton />
          <Skeleton />
          <Skeleton size="short" />
        </>
      )}
      {value && (
        <ul>
          {shown.map((process) => (
            <li key={process.id}>
              <a href={page('/fill/', locale, { process: process.id })} onClick={() => kept.use(process.id)}>
                <span>{pick(process.title, locale)}</span>
                <Icon name="right" size={18} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <LinkButton href={page('/start/', locale)} wide>
        {words.allProcesses}
      </LinkButton>
    </section>
  );
}
