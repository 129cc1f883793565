import { type FunctionComponent, useEffect, useState } from 'react';

/**
 * A component whose code is fetched when it is first shown. Until then, and as long as the code does not arrive, the
 * page does without it: what somebody is typing around it must not go down with it.
 */
export function fetched<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let known: FunctionComponent<P> | undefined;
  return function Fetched(props: P) {
    const [Part, setPart] = useState(() => known);
    useEffect(() => {
      if (known !== undefined) return;
      const get = async () => {
        try {
          const part = await load();
          known = part;
          setPart(() => part);
        } catch {
          // Without a network there is nothing to show; it is asked for again when the network is back.
        }
      };
      void get();
      addEventListener('online', get);
      return () => removeEventListener('online', get);
    }, []);
    return Part === undefined ? null : <Part {...props} />;
  };
}
