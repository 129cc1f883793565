import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Finds out whether a number solves a ticket. */
export type Prover = (solution: string) => boolean;

/**
 * Judges work done for a ticket: the SHA-256 of ticket, colon and solution begins with so many zero bits. Solutions are
 * digits, found by trying one number after the other; what they share is hashed once.
 */
export function proverOf(ticket: string, bits: number): Prover {
  const start = sha256.create().update(utf8ToBytes(`${ticket}:`));
  return (solution) => zeroBits(start.clone().update(utf8ToBytes(solution)).digest()) >= bits;
}

function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first] ?? 0) - 24;
}
