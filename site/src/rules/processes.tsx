import type { RuleProcess } from '../../../schemas/generated/api.ts';
import { pick } from '../i18n/locale.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

interface ProcessesProps {
  readonly processes: readonly RuleProcess[];
}

/** This many are shown even without open cases. */
const FEW = 5;

/** Which processes a change concerns, how many of their cases are open, and what it means for these. */
export function Processes({ processes }: ProcessesProps) {
  const words = useWords(rulesWords);
  const busy = processes.filter(({ open }) => open > 0).toSorted((a, b) => b.open - a.open);
  const idle = processes.filter(({ open }) => open === 0);
  return (
    <section className="stack rule-processes" aria-label={words.affected}>
      <h3>{words.affected}</h3>
      {processes.length === 0 && <p className="soft">{words.usedByNone}</p>}
      <Lines processes={idle.length > FEW ? busy : [...busy, ...idle]} />
      {idle.length > FEW && (
        <details>
          <summary>{words.moreProcesses(idle.length)}</summary>
          <Lines processes={idle} />
        </details>
      )}
    </section>
  );
}

function Lines({ processes }: ProcessesProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  if (processes.length === 0) return null;
  return (
    <ul className="rule-lines">
      {processes.map(({ id, title, open, how }) => (
        <li key={id}>
          {pick(title, locale)} <span className="soft small">{words.open(open)}</span>
          {open > 0 && <p className="soft small">{meaning(how, words)}</p>}
        </li>
      ))}
    </ul>
  );
}

type Meanings = { readonly tableHeld: string; readonly heldAtOnce: string; readonly heldByVersion: string };

function meaning(how: RuleProcess['how'], { tableHeld, heldAtOnce, heldByVersion }: Meanings): string {
  if (how === undefined) return tableHeld;
  return how.includes('placed') ? heldByVersion : heldAtOnce;
}
