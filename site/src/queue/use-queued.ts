import { useEffect, useRef } from 'react';
import { useStore } from '../api/store.ts';
import { EMPTY_QUEUE, type Settled } from './create-queue.ts';
import { isWaiting, type QueueItem } from './item.ts';
import { QueueBar, QueuedNote } from './late-parts.ts';
import { queue } from './queue.ts';

type Mine = (item: QueueItem) => boolean;

/** What this page has queued and still waits; `onSettled` is told what became of it while the page is open. */
export function useQueued(isMine: Mine, onSettled: (answer: Settled['answer'], item: QueueItem) => void) {
  const latest = useRef({ isMine, onSettled });
  useEffect(() => {
    latest.current = { isMine, onSettled };
  });
  useEffect(
    () =>
      queue.onSettled(({ item, answer }) => {
        const mine = latest.current.isMine(item);
        if (mine) latest.current.onSettled(answer, item);
        return mine;
      }),
    [],
  );
  useEffect(() => {
    for (const part of [QueuedNote, QueueBar]) void part.preload();
  }, []);
  const { items } = useStore(queue.state, EMPTY_QUEUE);
  return items.find((item) => isWaiting(item) && isMine(item));
}
