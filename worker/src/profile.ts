import type { Instant } from '#engine';

export type Bindings = { readonly DB: D1Database; readonly FILES: R2Bucket };

/** What differs between a deployment and the local demo: decided by the entry, never by a request. */
export type Profile = {
  readonly development: boolean;
  /** Told to whoever is not signed in; only the local demo has something to tell. */
  readonly hint?: Readonly<Record<string, unknown>>;
  now(env: Bindings): Promise<Instant>;
  /** The session cookie's name and attributes. */
  readonly cookie: { readonly name: string; readonly attributes: string };
  /** Whom a request comes from, for counting sign-ins. */
  address(request: Request): string;
};
