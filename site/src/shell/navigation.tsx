import type { SessionView } from '../../../schemas/generated/api.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { page } from '../i18n/paths.ts';
import { shellWords } from '../i18n/shell.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

interface Place {
  readonly path: `/${string}`;
  readonly icon: IconName;
  readonly name: 'workbench' | 'start' | 'ledgers' | 'audit';
  /** Pages that belong to the place. */
  readonly holds: readonly string[];
}

const places: readonly Place[] = [
  { path: '/', icon: 'home', name: 'workbench', holds: ['/', '/case/'] },
  { path: '/start/', icon: 'plus', name: 'start', holds: ['/start/', '/fill/'] },
  { path: '/ledgers/', icon: 'book', name: 'ledgers', holds: ['/ledgers/', '/ledger/'] },
];
const audit: Place = { path: '/audit/', icon: 'shield', name: 'audit', holds: ['/audit/'] };

export interface NavigationProps {
  readonly path: string;
  readonly session: SessionView | undefined;
}

export function Navigation({ path, session }: NavigationProps) {
  const locale = useLocale();
  const words = useWords(shellWords);
  const shown = session?.roles.includes('auditor') === true ? [...places, audit] : places;
  const waiting = session?.counts.todo ?? 0;
  return (
    <nav className="nav" aria-label={words.navigation}>
      {shown.map(({ path: to, icon, name, holds }) => (
        <a key={to} href={page(to, locale)} aria-current={holds.includes(path) ? 'page' : undefined}>
          <Icon name={icon} size={22} />
          <span>{words[name]}</span>
          {to === '/' && waiting > 0 && (
            <span className="count count-strong">
              <span aria-hidden="true">{waiting > 99 ? '99+' : waiting}</span>
              <span className="unseen">{words.waiting(waiting)}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
