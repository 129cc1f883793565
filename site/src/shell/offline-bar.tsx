import { useEffect } from 'react';
import { connection, watchConnection } from '../api/connection.ts';
import { useStore } from '../api/store.ts';
import { Icon } from '../components/icon.tsx';
import { shellWords } from '../i18n/shell.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { announceChange } from '../session/refresh.ts';

/** Says that the server cannot be reached, on whatever page; it leaves when an answer comes. */
export function OfflineBar() {
  const words = useWords(shellWords);
  const reachable = useStore(connection, true);
  useEffect(watchConnection, []);
  return (
    <div className="offline" role="status">
      {!reachable && (
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
