import { useEffect, useState } from 'react';
import type { SessionView } from '../../../schemas/generated/api.ts';
import { LinkButton } from '../components/button.tsx';
import { Skeleton } from '../components/states.tsx';
import { MyDuties } from '../duties/my-duties.tsx';
import { formatDate, formatTime } from '../i18n/format.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { type Box, boxes, workbenchWords } from '../i18n/workbench.ts';
import { loadSession, useSession } from '../session/session.ts';
import { BoxTabs } from './box-tabs.tsx';
import { QuickStart } from './quick-start.tsx';
import { TaskBox } from './task-box.tsx';

export const Workbench = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Bench />
  </Speaking>
);

const boxOf = (search: string): Box => {
  const name = new URLSearchParams(search).get('box');
  return boxes.find((box) => box === name) ?? 'todo';
};

/** The open box is part of the address, so that a link or the back button leads to it. */
function useBox(): [Box | undefined, (box: Box) => void] {
  const [box, setBox] = useState<Box>();
  useEffect(() => {
    const follow = () => setBox(boxOf(location.search));
    follow();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const open = (next: Box) => {
    history.replaceState(null, '', next === 'todo' ? location.pathname : `?box=${next}`);
    setBox(next);
  };
  return [box, open];
}

function Bench() {
  const locale = useLocale();
  const words = useWords(workbenchWords);
  const session = useSession();
  const [box, openBox] = useBox();
  useEffect(() => {
    void loadSession();
  }, []);
  return (
    <>
      <div className="page-head bench-head">
        <Greeting session={session} />
        <LinkButton href={page('/start/', locale)} tone="primary" icon="plus">
          {words.startNew}
        </LinkButton>
      </div>
      <div className="bench">
        <div className="stack">
          <MyDuties />
          <BoxTabs box={box ?? 'todo'} counts={session?.counts} onOpen={openBox} />
          <TaskBox key={box} box={box} />
        </div>
        <QuickStart />
      </div>
    </>
  );
}

function Greeting({ session }: { readonly session: SessionView | undefined }) {
  const locale = useLocale();
  const words = useWords(workbenchWords);
  if (session === undefined)
    return (
      <h1>
        <span className="unseen">{words.title}</span>
        <Skeleton size="title" />
      </h1>
    );
  const hour = Number(formatTime(session.now, session.zone).slice(0, 2));
  return (
    <div>
      <h1>{words.greeting(hour, pick(session.person.name, locale))}</h1>
      <p className="small soft">
        {formatDate(session.today, locale)} · {pick(session.company, locale)}
      </p>
    </div>
  );
}
