import { useEffect } from 'react';
import { followNetwork, queue } from './queue.ts';

/** Takes up what somebody queued, as soon as it is known that it is they who are signed in, and follows the network. */
export function useQueueOf(person: string | undefined): void {
  useEffect(() => {
    if (person === undefined) return;
    void queue.open(person);
    return followNetwork();
  }, [person]);
}
