import { type FunctionComponent, useEffect, useState } from 'react';

/**
 * A component whose code is fetched when it is first shown. Until then, and as long as the code does not arrive, the
 * page does without it or shows what was given for the meantime: what somebody is typing must not go down with it.
 */
export function fetched<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  Meanwhile: FunctionComponent<P> = () => null,
): Fetched<P> {
  let known: FunctionComponent<P> | undefined;
  const preload = async () => {
    try {
      known ??= await load();
    } catch {
      // Without a network there is nothing to show; it is asked for again when the network is back.
    }
  };
  function Part(props: P) {
    const [Shown, setShown] = useState(() => known);
    useEffect(() => {
      if (Shown !== undefined) return;
      const get = async () => {
        await preload();
        setShown(() => known);
      };
      void get();
      addEventListener('online', get);
      return () => removeEventListener('online', get);
    }, [Shown]);
    return Shown === undefined ? <Meanwhile {...props} /> : <Shown {...props} />;
  }
  return Object.assign(Part, { preload });
}

/** `preload` fetches the code ahead, so that what is around it does not move when it is shown. */
type Fetched<P> = FunctionComponent<P> & { readonly preload: () => Promise<void> };
