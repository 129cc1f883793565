import { randomUUID } from 'node:crypto';

/** What the API answered. */
export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** Somebody signed in, speaking to the API as a program without a browser does. */
export class Person {
  readonly id: string;
  readonly #url: string;
  readonly #cookie: string;

  private constructor(id: string, url: string, cookie: string) {
    this.id = id;
    this.#url = url;
    this.#cookie = cookie;
  }

  static async signIn(url: string, id: string, password = 'formloop-demo'): Promise<Person> {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: id, password }),
    });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (!answer.ok || cookie === undefined)
      throw new Error(`${id} cannot sign in: ${answer.status} ${await answer.text()}`);
    return new Person(id, url, cookie);
  }

  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        cookie: this.#cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.request('GET', path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  async upload(name: string, content: Uint8Array<ArrayBuffer>): Promise<Answer> {
    const headers = { cookie: this.#cookie, 'x-file-name': encodeURIComponent(name) };
    const answer = await fetch(`${this.#url}/api/files`, { method: 'POST', body: content, headers });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  }

  /** A command with an Idempotency-Key of its own unless one is given. */
  command(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.request('POST', path, body, { 'idempotency-key': key });
  }
}
