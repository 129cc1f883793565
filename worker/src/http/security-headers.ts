import type { MiddlewareHandler } from 'hono';

/** On every answer, page or API. The pages get theirs from site/public/_headers; a test compares the two. */
export const commonHeaders = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** What a page may load says its own meta element, with a hash of each inline script; this much a meta cannot say. */
export const pagePolicy = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const apiPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const apiHeaders = {
  ...commonHeaders,
  'Content-Security-Policy': apiPolicy,
  'Cache-Control': 'no-store',
  Vary: 'Sec-Fetch-Site, Origin, Cookie',
} as const;

/** Outermost, so that refusals and failures carry them too. A handler may narrow a header, not drop it. */
export const securityHeaders: MiddlewareHandler = async function securityHeaders(c, next) {
  await next();
  for (const [name, value] of Object.entries(apiHeaders)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};
