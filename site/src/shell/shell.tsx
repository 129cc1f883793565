import { useEffect } from 'react';
import { commonWords } from '../i18n/common.ts';
import type { Locale } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { useQueueOf } from '../queue/use-queue-of.ts';
import { useRefresh } from '../session/refresh.ts';
import { loadSession, refreshSession, useSession } from '../session/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { DemoClock } from './demo-clock.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { useOffline } from './use-offline.ts';

export interface ShellProps {
  readonly locale: Locale;
  /** The page without its language prefix, so that the language can change in place. */
  readonly path: `/${string}`;
}

/** What stands around every page: on a phone a bar above and one below, on a desk a rail. */
export const Shell = ({ locale, path }: ShellProps) => (
  <Speaking locale={locale}>
    <Frame path={path} />
  </Speaking>
);

function Frame({ path }: { readonly path: `/${string}` }) {
  const session = useSession();
  useEffect(() => {
    void loadSession();
  }, []);
  useRefresh(() => void refreshSession());
  useQueueOf(session?.person.id);
  useOffline();
  return (
    <>
      <header className="frame">
        <Brand />
        <Navigation path={path} session={session} />
        <div className="frame-tools">
          {session?.development === true && <DemoClock session={session} />}
          <AccountMenu path={path} session={session} />
        </div>
      </header>
      <OfflineBar />
    </>
  );
}

function Brand() {
  const words = useWords(commonWords);
  return (
    <a className="brand" href={page('/', useLocale())}>
      <img src="/favicon.svg" alt="" width="28" height="28" />
      <span>{words.product}</span>
    </a>
  );
}
