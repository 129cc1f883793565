import { pause } from './retry.ts';

const MAX_TRIES = 8;

/**
 * Runs an attempt again, from loading on, while others change the same things at the same time.
 *
 * @returns 'conflict' when that never ends.
 */
export async function untilSettled<T>(attempt: () => Promise<T | 'conflict'>): Promise<T | 'conflict'> {
  for (let tries = 1; tries < MAX_TRIES; tries += 1) {
    const result = await attempt();
    if (result !== 'conflict') return result;
    await pause(tries);
  }
  return attempt();
}
