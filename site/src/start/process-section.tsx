import { useId } from 'react';
import type { ProcessCard } from '../../../schemas/generated/api.ts';
import { IconButton } from '../components/button.tsx';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { startWords } from '../i18n/start.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { Kept } from './kept.ts';

export interface ProcessSectionProps {
  readonly title: string;
  readonly processes: readonly ProcessCard[];
  readonly kept: Kept;
}

export function ProcessSection({ title, processes, kept }: ProcessSectionProps) {
  const id = useId();
  if (processes.length === 0) return null;
  return (
    <section className="stack area" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="processes">
        {processes.map((process) => (
          <li key={process.id}>
            {process.mayStart ? <Startable process={process} kept={kept} /> : <NotMine process={process} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Processes that others start, or the system: what they are about stands in the rule book. */
export function OtherProcesses({ processes }: Pick<ProcessSectionProps, 'processes'>) {
  const words = useWords(startWords);
  if (processes.length === 0) return null;
  return (
    <details className="others">
      <summary>{words.others(processes.length)}</summary>
      <ul className="processes">
        {processes.map((process) => (
          <li key={process.id}>
            <NotMine process={process} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Startable({ process, kept }: { readonly process: ProcessCard; readonly kept: Kept }) {
  const locale = useLocale();
  const words = useWords(startWords);
  const name = pick(process.title, locale);
  const favourite = kept.favourites.includes(process.id);
  return (
    <div className="process">
      <a
        className="card card-link"
        href={page('/fill/', locale, { process: process.id })}
        onClick={() => kept.use(process.id)}
      >
        <span className="process-name">{name}</span>
        {process.help !== undefined && <span className="small soft clamp">{pick(process.help, locale)}</span>}
      </a>
      <IconButton
        icon="star"
        className={favourite ? 'star star-on' : 'star'}
        label={favourite ? words.unfavour(name) : words.favour(name)}
        aria-pressed={favourite}
        onClick={() => kept.toggle(process.id)}
      />
    </div>
  );
}

function NotMine({ process }: { readonly process: ProcessCard }) {
  const locale = useLocale();
  const words = useWords(startWords);
  return (
    <a
      className="card card-link process-closed"
      href={`${page('/rule-book/', locale, { area: process.area })}#${process.id}`}
    >
      <span className="process-name">{pick(process.title, locale)}</span>
      <span className="small soft">{words.notMine}</span>
    </a>
  );
}
