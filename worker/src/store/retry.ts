import { failureOf } from './failure.ts';

const MAX_TRIES = 5;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;

/**
 * Runs `work` again while the database fails for a moment. After such a failure nobody knows whether a write
 * happened, so `work` must find out itself: by an idempotency row, a revision, or by writing the same thing again.
 */
export async function retryTransient<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MAX_TRIES || failureOf(error).kind !== 'transient') throw error;
      await pause(tries);
    }
  }
}

/** Exponential with full jitter: those who collided do not collide again. */
export function pause(tries: number): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}
