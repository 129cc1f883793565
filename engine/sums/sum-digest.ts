import { sha256Hex } from '../audit/sha256.ts';

const ID_LENGTH = 20;

/** The id a sum is stored under. */
export const sumDigest = (content: string): string => sha256Hex(content).slice(0, ID_LENGTH);
