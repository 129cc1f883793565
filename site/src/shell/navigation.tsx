import type { SessionView } from '../../../schemas/generated/api.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { page } from '../i18n/paths.ts';
import { shellWords } from '../i18n/shell.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

interface Place {
  readonly path: `/${string}`;
  readonly icon: IconName;
  readonly name: 'workbench' | 'start' | 'duties' | 'ledgers' | 'reports' | 'incidents' | 'audit';
  /** Pages that belong to the place. */
  readonly holds: readonly string[];
}

const places: readonly Place[] = [
  { path: '/', icon: 'home', name: 'workbench', holds: ['/', '/case/', '/print/'] },
  { path: '/start/', icon: 'plus', name: 'start', holds: ['/start/', '/fill/'] },
  { path: '/duties/', icon: 'calendar', name: 'duties', holds: ['/duties/'] },
  { path: '/ledgers/', icon: 'book', name: 'ledgers', holds: ['/ledgers/', '/ledger/'] },
  { path: '/reports/', icon: 'chart', name: 'reports', holds: ['/reports/', '/report/', '/loops/', '/clauses/'] },
];
const incidents: Place = { path: '/incidents/', icon: 'alert', name: 'incidents', holds: ['/incidents/'] };
const audit: Place = { path: '/audit/', icon: 'shield', name: 'audit', holds: ['/audit/'] };

export interface NavigationProps {
  readonly path: string;
  readonly session: SessionView | undefined;
}

export function Navigation({ path, session }: NavigationProps) {
  const locale = useLocale();
  const words = useWords(shellWords);
  return (
    <nav className="nav" aria-label={words.navigation}>
      {placesFor(session).map(({ path: to, icon, name, holds }) => (
        <a key={to} href={page(to, locale)} aria-current={holds.includes(path) ? 'page' : undefined}>
          <Icon name={icon} size={22} />
          <span>{words[name]}</span>
          {name === 'workbench' && <Count of={session?.counts.todo} words={words.waiting} />}
          {name === 'incidents' && <Count of={session?.counts.incidents} words={words.openIncidents} />}
        </a>
      ))}
    </nav>
  );
}

function placesFor(session: SessionView | undefined): readonly Place[] {
  const roles = session?.roles ?? [];
  return [...places, ...(roles.length > 0 ? [incidents] : []), ...(roles.includes('auditor') ? [audit] : [])];
}

interface CountProps {
  readonly of: number | undefined;
  readonly words: (n: number) => string;
}

function Count({ of: n = 0, words }: CountProps) {
  if (n === 0) return null;
  return (
    <span className="count count-strong">
      <span aria-hidden="true">{n > 99 ? '99+' : n}</span>
      <span className="unseen">{words(n)}</span>
    </span>
  );
}
