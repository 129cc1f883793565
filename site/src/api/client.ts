import { type Answer, type LocalCode, localProblem, readAnswer } from './answer.ts';

export interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Makes a repeated delivery harmless: one key for one intention, kept over retries. Made anew when absent. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answer a lost session to the caller instead of leaving for the sign-in page. */
  readonly stay?: boolean;
}

export interface Surroundings {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly online: () => boolean;
  /** Called when the session is gone, unless the call asked to stay. */
  readonly signedOut: () => void;
  /** Called after every call with whether the server could be reached. */
  readonly reached: (reachable: boolean) => void;
  readonly patience: number;
}

/** Marks an answer that this browser kept from an earlier time, because the server did not answer now. */
const KEPT = 'Formloop-Kept';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * A new intention: hold on to it while retrying, so that the server sees one command. 128 random bits;
 * `crypto.randomUUID` is missing on plain http addresses of a local network.
 */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

function address(path: string, query: CallOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
}

function requestOf(method: Method, body: unknown, options: CallOptions, patience: number): RequestInit {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  const raw = body instanceof Blob;
  if (body !== undefined && !raw) headers.set('Content-Type', 'application/json');
  if (method === 'POST') headers.set('Idempotency-Key', options.key ?? newKey());
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const timeout = AbortSignal.timeout(patience);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  const content = body === undefined ? {} : { body: raw ? body : JSON.stringify(body) };
  return { method, headers, signal, ...content };
}

function failureOf(error: unknown, online: boolean): LocalCode {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') return 'cancelled';
  if (name === 'TimeoutError') return 'too-slow';
  return online ? 'no-answer' : 'offline';
}

/** Calls the API of this origin. Every outcome is an `Answer`: no answer at all is a problem with a code as well. */
export function createClient(surroundings: Surroundings) {
  async function call<T>(method: Method, path: string, body: unknown, options: CallOptions): Promise<Answer<T>> {
    try {
      const request = requestOf(method, body, options, surroundings.patience);
      const response = await surroundings.fetch(address(path, options.query), request);
      const answer = await readAnswer<T>(response);
      surroundings.reached(!response.headers.has(KEPT));
      if (!answer.ok && answer.problem.code === 'signed-out' && options.stay !== true) surroundings.signedOut();
      return answer;
    } catch (error) {
      const code = failureOf(error, surroundings.online());
      if (code !== 'cancelled') surroundings.reached(false);
      return { ok: false, problem: localProblem(code) };
    }
  }
  return {
    get: <T>(path: string, options: CallOptions = {}) => call<T>('GET', path, undefined, options),
    post: <T>(path: string, body: unknown, options: CallOptions = {}) => call<T>('POST', path, body, options),
    put: <T>(path: string, body: unknown, options: CallOptions = {}) => call<T>('PUT', path, body, options),
    delete: (path: string, options: CallOptions = {}) => call<null>('DELETE', path, undefined, options),
  };
}

export type Client = ReturnType<typeof createClient>;
