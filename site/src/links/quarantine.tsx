import { useState } from 'react';
import type { Problem, PublicLink, QuarantineList } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { CardSkeletons, ErrorNote } from '../components/states.tsx';
import { formatInstant } from '../i18n/format.ts';
import { linkWords } from '../i18n/links.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';
import { useSession, zoneOf } from '../session/session.ts';

/** What probably no person sent by a link: administrators release or delete it. */
export function Quarantine({ link }: { readonly link: PublicLink }) {
  const words = useWords(linkWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="shield" onClick={() => setOpen(true)}>
        {words.quarantine(link.held)}
      </Button>
      {open && <Held id={link.id} onClose={() => setOpen(false)} />}
    </>
  );
}

function Held({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const words = useWords(linkWords);
  const locale = useLocale();
  const zone = zoneOf(useSession());
  const { value, problem, reload } = useLoad<QuarantineList>(`/api/links/${id}/quarantine`);
  const [refused, setRefused] = useState<Problem>();
  const judge = async (held: string, what: 'release' | 'delete') => {
    const answer = await api.post<null>(`/api/quarantine/${held}`, { do: what });
    setRefused(answer.ok ? undefined : answer.problem);
    reload();
    announceChange();
  };
  const wrong = refused ?? problem;
  return (
    <Dialog open wide title={words.quarantineTitle} onClose={onClose}>
      <div className="stack">
        <p>{words.quarantineText}</p>
        {wrong && <ErrorNote problem={wrong} />}
        {value === undefined && problem === undefined && <CardSkeletons count={1} />}
        {value?.items.length === 0 && <p className="soft">{words.quarantineEmpty}</p>}
        <ul className="stack">
          {value?.items.map((item) => (
            <li className="card stack" key={item.id}>
              <p className="small soft">{formatInstant(item.at, zone, locale)}</p>
              <p className="link-texts">{item.texts.length === 0 ? words.noTexts : item.texts.join('\n')}</p>
              <div className="link-acts">
                <Button onClick={() => void judge(item.id, 'release')}>{words.release}</Button>
                <Button tone="reject" onClick={() => void judge(item.id, 'delete')}>
                  {words.delete}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
