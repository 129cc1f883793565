import { useEffect } from 'react';
import { beforeLeaving, isGoingAway } from '../session/leaving.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { EDITED, type FormStore } from './store.ts';

/** Saves while somebody types, when they leave the window or the page, and when the network is back. */
export function useDraft(store: FormStore, keeper: DraftKeeper): void {
  useEffect(() => {
    const flush = () => void keeper.flush();
    const hidden = () => document.visibilityState === 'hidden' && flush();
    const leaving = (event: BeforeUnloadEvent) => {
      if (!keeper.atRisk()) return;
      if (isGoingAway()) return keeper.keepHere();
      flush();
      event.preventDefault();
    };
    const stop = store.subscribe(EDITED, keeper.changed);
    const stay = beforeLeaving(async () => {
      await keeper.flush();
      return !keeper.atRisk();
    });
    addEventListener('online', flush);
    addEventListener('blur', flush);
    addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      stop();
      stay();
      removeEventListener('online', flush);
      removeEventListener('blur', flush);
      removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [store, keeper]);
}
