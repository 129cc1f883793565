import type { Instant } from '#engine';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** The instant so many milliseconds later, or earlier when negative. Instants compare as text. */
export const later = (instant: Instant, ms: number): Instant => toInstant(Date.parse(instant) + ms);

/** @param ms milliseconds since 1970, UTC */
export const toInstant = (ms: number): Instant => new Date(ms).toISOString() as Instant;
