import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that another site makes a browser send. A browser says where an unsafe request comes from, by
 * Sec-Fetch-Site (Fetch Metadata) or at least by Origin (Fetch §3.2); what says neither is no browser and carries no
 * cookie of an unknowing person.
 */
export const sameOrigin: MiddlewareHandler = async function sameOrigin(c, next) {
  if (!SAFE.has(c.req.method) && !comesFromHere(c.req.raw)) return problem('cross-site');
  return next();
};

function comesFromHere({ headers, url }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('Origin');
  return origin === null || origin === new URL(url).origin;
}
