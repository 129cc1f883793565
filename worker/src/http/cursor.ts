import { ProblemError } from './problem.ts';

/** Where the next page begins: the sort values of the last row shown. Opaque to clients. */
export type Place = readonly (string | number)[];

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

export const toCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/**
 * @param start the place before the first row.
 * @throws ProblemError `invalid-query` when it is no cursor of this list.
 */
export function fromCursor<Start extends Place>(cursor: string | undefined, start: Start): Start {
  if (cursor === undefined) return start;
  const place = parsed(cursor);
  if (!isLike(place, start)) throw new ProblemError('invalid-query', { params: { parameter: 'cursor' } });
  return place;
}

/** @throws ProblemError `invalid-query` unless a whole number from 1 to 100. */
export function limitOf(text: string | undefined): number {
  const limit = text === undefined ? DEFAULT_LIMIT : Number(text);
  if (!/^\d{1,3}$/.test(text ?? '1') || limit < 1 || limit > MAX_LIMIT) {
    throw new ProblemError('invalid-query', { params: { parameter: 'limit' } });
  }
  return limit;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

const isLike = <Start extends Place>(place: unknown, start: Start): place is Start =>
  Array.isArray(place) &&
  place.length === start.length &&
  start.every((value, index) => typeof place[index] === typeof value);
