import { randomBytes, randomUUID } from 'node:crypto';
import type { Definition, Instant, StepId, Values, Workspace } from '#engine';
import { createApp } from '../worker/src/http/app.ts';
import { runJobs } from '../worker/src/jobs/run.ts';
import type { Bindings, Profile } from '../worker/src/profile.ts';
import { Store } from '../worker/src/store/database.ts';
import { presentDefinitionsQuery, readDefinitions } from '../worker/src/store/definition-store.ts';
import { openSession } from '../worker/src/store/session-store.ts';
import { readWorkspace, workspaceQuery } from '../worker/src/store/workspace.ts';
import type { SqliteD1 } from './sqlite-d1.ts';

const ORIGIN = 'http://office.example';
const COOKIE = 'sid';
/** A session that nobody uses for two hours ends; people come in anew before that. */
const SESSION_MS = 90 * 60_000;

/** A task as far as somebody sees it in a list. */
export type Waiting = {
  readonly key: number;
  readonly step: StepId;
  readonly since: string;
  readonly case: string;
  readonly process: string;
  readonly subject: string;
  /** The case that started its case. */
  readonly cause: string | null;
};
/** One that is opened, with what its case holds. */
export type Task = Waiting & { readonly values: Values };
/** What the API said to a command. */
export type Said = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** The product without a network: people come in, do their tasks through the API, and time goes on. */
export class Office {
  readonly store: Store;
  readonly #database: SqliteD1;
  readonly #env: Bindings;
  readonly #app: ReturnType<typeof createApp>;
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();
  readonly #later: Promise<unknown>[] = [];
  #now: Instant;

  constructor(database: SqliteD1, files: R2Bucket, now: Instant) {
    this.#now = now;
    this.#database = database;
    this.#env = { DB: database as unknown as D1Database, FILES: files };
    this.store = new Store(this.#env.DB);
    const profile: Profile = {
      development: true,
      now: async () => this.#now,
      cookie: { name: COOKIE, attributes: 'Path=/; HttpOnly; SameSite=Lax' },
      address: () => 'the office',
    };
    this.#app = createApp(profile);
  }

  get now(): Instant {
    return this.#now;
  }

  /** Time goes on, and what is due happens. */
  async waitUntil(now: Instant): Promise<void> {
    this.#now = now;
    await runJobs(this.store, now);
  }

  /** Time goes on a little, while everybody works. */
  pass(milliseconds: number): void {
    this.#now = new Date(Date.parse(this.#now) + milliseconds).toISOString() as Instant;
  }

  /** What waits for somebody, latest first. */
  async waiting(person: string): Promise<readonly Waiting[]> {
    const asked = this.#database.prepare(
      `SELECT t.key, t.step, t.since, c.public AS "case", c.process, c.subject, c.state ->> '$.cause.case' AS cause
       FROM tasks t JOIN cases c ON c.id = t.key >> 16
       WHERE t.person = ? AND t.open = 1 AND t.kind <> 'copy' ORDER BY t.since DESC, t.key DESC`,
    );
    return (await asked.bind(person).all()).results as readonly Waiting[];
  }

  /** A task with what its case holds by now; undefined when it is over. */
  async task(person: string, waiting: Waiting): Promise<Task | undefined> {
    const asked = this.#database.prepare(
      `SELECT c.state -> '$.values' AS "values" FROM tasks t JOIN cases c ON c.id = t.key >> 16
       WHERE t.key = ? AND t.person = ? AND t.since = ? AND t.open = 1`,
    );
    const [found] = (await asked.bind(waiting.key, person, waiting.since).all()).results;
    if (found === undefined) return undefined;
    return { ...waiting, values: JSON.parse((found as { values: string }).values) };
  }

  /** What is published, compiled as the product has it. */
  async published(): Promise<{ readonly workspace: Workspace; readonly definitions: readonly Definition[] }> {
    const [rows, definitions] = await this.store.batch([workspaceQuery(), presentDefinitionsQuery()]);
    const workspace = readWorkspace(rows[0]);
    return { workspace, definitions: readDefinitions(definitions, workspace) };
  }

  start(person: string, process: string, values: unknown): Promise<Said> {
    return this.#post(person, '/api/cases', { process, values });
  }

  act(person: string, id: string, command: Readonly<Record<string, unknown>>): Promise<Said> {
    return this.#post(person, `/api/cases/${id}/commands`, command);
  }

  get(person: string, path: string): Promise<Said> {
    return this.#send(person, path, { method: 'GET' }, {});
  }

  upload(person: string, name: string, content: Uint8Array<ArrayBuffer>): Promise<Said> {
    return this.#send(
      person,
      '/api/files',
      { method: 'POST', body: content },
      { 'X-File-Name': encodeURIComponent(name) },
    );
  }

  #post(person: string, path: string, body: unknown): Promise<Said> {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
    return this.#send(person, path, { method: 'POST', body: JSON.stringify(body) }, headers);
  }

  async #send(person: string, path: string, init: RequestInit, headers: Record<string, string>): Promise<Said> {
    const { token } = await this.#ticket(person);
    const request = new Request(`${ORIGIN}${path}`, {
      ...init,
      headers: { ...headers, Cookie: `${COOKIE}=${token}`, Origin: ORIGIN },
    });
    const response = await this.#app.fetch(request, this.#env, {
      waitUntil: (work) => void this.#later.push(work),
      passThroughOnException: () => undefined,
      props: {},
    });
    await Promise.all(this.#later.splice(0));
    return { status: response.status, body: (await response.json()) as Said['body'] };
  }

  async #ticket(person: string) {
    const known = this.#tokens.get(person);
    const at = Date.parse(this.#now);
    const later = () => undefined;
    if (known !== undefined && at < known.until) return { token: known.token, now: this.#now, later };
    const token = randomBytes(32).toString('base64url');
    await openSession(
      this.store,
      { person, address: 'the office', now: this.#now },
      { next: token, last: known?.token },
    );
    this.#tokens.set(person, { token, until: at + SESSION_MS });
    return { token, now: this.#now, later };
  }
}
