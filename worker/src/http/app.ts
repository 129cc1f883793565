import { Hono } from 'hono';
import type { Bindings, Profile } from '../profile.ts';
import { failureOf } from '../store/failure.ts';
import { SignedOut } from '../store/visit.ts';
import { NoWorkspace } from '../store/workspace.ts';
import { dispatch } from './dispatch.ts';
import { ProblemError, problem } from './problem.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { sameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';

const RETRY_AFTER_S = '2';

/** The API over HTTP. `more`: routes that only this entry has. */
export function createApp(profile: Profile, more: readonly Route[] = []): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  const all = [...routes, ...more];
  app.use(securityHeaders, sameOrigin);
  for (const route of all) app.on(route.method, [honoPath(route.path)], dispatch(route, profile));
  for (const [path, methods] of methodsByPath(all)) {
    app.all(honoPath(path), () => problem('method-not-allowed', { headers: { Allow: methods.join(', ') } }));
  }
  app.notFound(() => problem('not-found'));
  app.onError((error) => (isSignedOut(error) ? signedOut(profile) : explain(error)));
  return app;
}

const honoPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

function methodsByPath(all: readonly Route[]): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, method } of all) {
    const methods = method === 'GET' ? ['GET', 'HEAD'] : [method];
    paths.set(path, [...(paths.get(path) ?? []), ...methods]);
  }
  return paths;
}

const isSignedOut = (error: Error): boolean =>
  error instanceof SignedOut || (error instanceof ProblemError && error.code === 'signed-out');

const signedOut = ({ hint }: Profile): Response => problem('signed-out', hint ? { params: hint } : {});

/** The only catch-all. Whatever is not foreseen denies the request and says nothing about the inside. */
function explain(error: Error): Response {
  if (error instanceof ProblemError) return problem(error.code, error.details);
  const { kind } = failureOf(error);
  const code =
    error instanceof NoWorkspace || kind === 'transient' || kind === 'overloaded' ? 'unavailable' : 'unexpected';
  log(error, code);
  return problem(code, code === 'unavailable' ? { headers: { 'Retry-After': RETRY_AFTER_S } } : {});
}

/** No message of a query: it would carry the values of people into the log. */
function log(error: Error, code: string): void {
  const stack = error.stack
    ?.split('\n')
    .slice(1, 9)
    .map((line) => line.trim());
  const reason =
    error.cause instanceof Error ? error.cause.message : error.name === 'Error' ? error.message : error.name;
  // biome-ignore lint/suspicious/noConsole: the platform's log
  console.error(JSON.stringify({ level: 'error', code, reason, stack }));
}
