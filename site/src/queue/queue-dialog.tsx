import { useStore } from '../api/store.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/states.tsx';
import { formatInstant } from '../i18n/format.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { queueWords } from '../i18n/queue.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { EMPTY_QUEUE } from './create-queue.ts';
import { isWaiting, type QueueItem } from './item.ts';
import { queue } from './queue.ts';

/** What waits for the network and what was refused: what, when, and the way to it. */
export function QueueDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(queueWords);
  const { items, sending } = useStore(queue.state, EMPTY_QUEUE);
  const waits = items.some(isWaiting);
  const foot = waits && (
    <Button tone="primary" busy={sending !== undefined} onClick={() => void queue.flush()}>
      {words.sendNow}
    </Button>
  );
  return (
    <Dialog open title={words.title} onClose={onClose} foot={foot}>
      <p className="small soft">{items.length === 0 ? words.none : words.intro}</p>
      <ul className="stack queue-list">
        {items.map((item) => (
          <Item key={item.key} item={item} sending={sending === item.key} />
        ))}
      </ul>
    </Dialog>
  );
}

function Item({ item, sending }: { readonly item: QueueItem; readonly sending: boolean }) {
  const locale = useLocale();
  const words = useWords(queueWords);
  const zone = zoneOf(useSession());
  const { about, at, problem, tried } = item;
  const opinion = 'opinion' in item.body ? item.body.opinion : 'text' in item.body ? item.body.text : undefined;
  const href = hrefOf(item, locale);
  return (
    <li className="card stack">
      <p className="queue-head">
        <strong>{actName(about.act, words)}</strong>
        <Chip tone={problem === undefined ? 'note' : 'reject'}>
          {problem !== undefined ? words.refusedState : sending ? words.sendingState : words.waitingState}
        </Chip>
      </p>
      <p>
        {about.subject || words.untitled}
        <br />
        <span className="small soft">
          {pick(about.title, locale)} · <time dateTime={at}>{formatInstant(at, zone, locale)}</time>
        </span>
      </p>
      {opinion !== undefined && opinion !== '' && <blockquote className="queue-words">{opinion}</blockquote>}
      {problem !== undefined && <ErrorNote problem={problem} />}
      {problem === undefined && tried && <p className="small soft">{words.mayHaveArrived}</p>}
      <div className="queue-tools">
        {href !== undefined && <LinkButton href={href}>{words.open}</LinkButton>}
        <Button tone="plain" icon="trash" busy={sending} onClick={() => void queue.cancel(item.key)}>
          {problem === undefined ? words.cancel : words.drop}
        </Button>
      </div>
    </li>
  );
}

function actName(act: QueueItem['about']['act'], { acts }: (typeof queueWords)['zh-CN']): string {
  const names: Readonly<Partial<Record<QueueItem['about']['act'], string>>> = acts;
  return names[act] ?? act;
}

function hrefOf({ about }: QueueItem, locale: Locale): string | undefined {
  if (about.case !== undefined) return page('/case/', locale, { id: about.case });
  return about.draft === undefined ? undefined : page('/fill/', locale, { draft: about.draft });
}
