import { useEffect } from 'react';
import { connection, watchConnection } from '../api/connection.ts';
import { useStore } from '../api/store.ts';
import { Icon } from '../components/icon.tsx';
import { shellWords } from '../i18n/shell.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { EMPTY_QUEUE } from '../queue/create-queue.ts';
import { QueueBar } from '../queue/late-parts.ts';
import { queue } from '../queue/queue.ts';
import { announceChange } from '../session/refresh.ts';

/** Says that the server cannot be reached, on whatever page, and what waits for it; it leaves when there is neither. */
export function OfflineBar() {
  const words = useWords(shellWords);
  const reachable = useStore(connection, true);
  const { items, sent } = useStore(queue.state, EMPTY_QUEUE);
  useEffect(watchConnection, []);
  return (
    <div className="offline" role="status">
      {(items.length > 0 || sent > 0) && <QueueBar reachable={reachable} />}
      {items.length === 0 && !reachable && (
        <p>
          <Icon name="alert" size={18} />
          <span>{words.offline}</span>
          <button type="button" className="button" onClick={announceChange}>
            {words.tryNow}
          </button>
        </p>
      )}
    </div>
  );
}
