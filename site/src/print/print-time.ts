import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { serverNow } from '../session/session.ts';

const now = (): string => new Date(serverNow()).toISOString();

/** When the page was opened, and again whenever it is sent to the printer. */
export function usePrintTime(): string {
  const [at, setAt] = useState(now);
  useEffect(() => {
    // The paper is drawn as soon as the event is over.
    const renew = () => flushSync(() => setAt(now()));
    addEventListener('beforeprint', renew);
    return () => removeEventListener('beforeprint', renew);
  }, []);
  return at;
}
