import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { Dice } from './dice.ts';

/**
 * From now on this process draws its ids from a seed, so that the same year has the same cases in the same order. Only
 * for a process that makes a year: whoever knows the seed knows every id and every session.
 *
 * @returns puts the real generator back.
 */
export function drawFromSeed(seed: number): () => void {
  const dice = new Dice(seed);
  const { randomBytes } = crypto;
  const drawn = (size: number) => Buffer.from(Array.from({ length: size }, () => dice.whole(0, 255)));
  put(drawn);
  return () => put(randomBytes);
}

function put(randomBytes: unknown): void {
  Object.assign(crypto, { randomBytes });
  syncBuiltinESMExports();
}
