import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Instant, Published } from '../../engine/index.ts';
import type { CaseView, DraftView } from '../../schemas/generated/api.ts';
import type { ScenarioDocument } from '../../schemas/generated/scenario.ts';
import { migrate } from '../../tools/local-database.ts';
import { Person } from '../support/api.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Product, serve } from '../support/serve.ts';
import type { Company, Forms, Said } from '../support/spoken-company.ts';
import { StoryPlayer } from '../support/story-player.ts';
import { type Looks, Visitor } from './visitor.ts';

const COMMANDS = /\/api\/cases(\/\w+\/commands)?$/;
const MOST_PARTS = 12;
const TWO_DAYS = 48 * 3_600_000;
const BOOK = 'process-defs';

/** The whole rule book as `npm start` runs it, played through its API, and by hand by those who are to be watched. */
export class Stage implements Company {
  readonly player: StoryPlayer;
  readonly hop = TWO_DAYS;
  readonly #product: Product;
  readonly #browser: Browser;
  readonly #folder: string;
  readonly #people = new Map<string, Person>();
  readonly #visitors = new Map<string, Visitor>();
  /** Who does their part by hand now, and at which screen. */
  readonly #hands = new Map<string, Looks>();
  now: Instant;

  private constructor(product: Product, browser: Browser, folder: string, now: Instant) {
    this.#product = product;
    this.#browser = browser;
    this.#folder = folder;
    this.now = now;
    const { processes }: { processes: Readonly<Record<string, Published>> } = JSON.parse(
      readFileSync('dist/definitions.json', 'utf8'),
    );
    this.player = new StoryPlayer(this, stories(), processes);
  }

  /** Starts the product on a day, with the rows that these stories find there. */
  static async open(told: readonly (readonly [process: string, title: string])[], local: string): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'formloop-stage-'));
    cpSync(BOOK, folder, { recursive: true });
    for (const [ledger, rows] of Object.entries(rowsOf(told))) {
      const file = join(folder, 'opening', `${ledger}.yaml`);
      const own: { rows: unknown[] } = existsSync(file) ? parse(readFileSync(file, 'utf8')) : { rows: [] };
      const names = new Set(own.rows.map(nameOf));
      const further = rows.filter((row) => !names.has(nameOf(row)));
      writeFileSync(file, stringify({ ledger, rows: [...own.rows, ...further] }));
    }
    const now = new Date(`${local}+08:00`).toISOString() as Instant;
    const product = await serve(folder, (state) => setClock(state, now));
    const stage = new Stage(product, await launchChromium(), folder, now);
    await stage.waitUntil(now);
    return stage;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#product.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** From here on these people do their part by hand; the others go on through the API. */
  byHand(people: Readonly<Record<string, Looks>>): void {
    this.#hands.clear();
    for (const [id, looks] of Object.entries(people)) this.#hands.set(id, looks);
  }

  /** A page as somebody opens it. */
  async page(id: string, path: string, looks: Looks = this.#hands.get(id) ?? {}): Promise<Page> {
    const key = `${id} ${looks.screen ?? 'desk'}`;
    const known = this.#visitors.get(key);
    const visitor = known ?? (await Visitor.come(this.#browser, this.#product.url, looks));
    this.#visitors.set(key, visitor);
    if (known === undefined) await visitor.enter(id);
    const page = await visitor.open(path);
    onTestFailed(async () => void (await page.screenshot({ path: join(tmpdir(), `stories-${id}.png`) })));
    return page;
  }

  /** All of these are to be read on a page. */
  async reads(id: string, path: string, ...texts: readonly (string | RegExp)[]): Promise<void> {
    const page = await this.page(id, path);
    for (const text of texts) await page.getByText(text).first().waitFor();
  }

  /** What the pages complained about since it was asked last. */
  complaints(): readonly string[] {
    return [...this.#visitors.values()].flatMap((visitor) => visitor.complaints());
  }

  async get(person: string, path: string): Promise<Said> {
    return said(await (await this.#person(person)).request('GET', path));
  }

  async start(person: string, process: string, values: unknown): Promise<Said> {
    const actor = await this.#person(person);
    if (!this.#hands.has(person)) return said(await actor.command('/api/cases', { process, values }));
    const { version } = await actor.get<{ version: number }>(`/api/processes/${process}`);
    const draft = crypto.randomUUID();
    await this.#type(actor, draft, { process, version, values });
    const page = await this.page(person, `/fill/?draft=${draft}`);
    return pressed(page, '提交');
  }

  async act(person: string, id: string, command: Readonly<Record<string, unknown>>): Promise<Said> {
    const actor = await this.#person(person);
    const typed = command.do === 'submit' || command.do === 'agree';
    if (!this.#hands.has(person) || !typed) return said(await actor.command(`/api/cases/${id}/commands`, command));
    const view = await actor.get<CaseView>(`/api/cases/${id}`);
    const task = view.tasks.find(({ step }) => step === command.step);
    if (command.values !== undefined && task !== undefined)
      await this.#type(actor, task.draft?.id ?? crypto.randomUUID(), {
        process: view.process.id,
        version: view.process.version,
        case: id,
        step: task.step,
        values: over(view.values, command.values as Forms),
        ...(task.draft === undefined ? {} : { revision: task.draft.revision }),
      });
    const page = await this.page(person, `/case/?id=${id}`);
    return pressed(page, command.do === 'submit' ? '提交' : '同意', String(command.opinion ?? ''));
  }

  async upload(person: string, name: string, content: Uint8Array<ArrayBuffer>): Promise<Said> {
    return said(await (await this.#person(person)).upload(name, content));
  }

  async waitUntil(now: Instant): Promise<void> {
    const answer = await fetch(`${this.#product.url}/api/development/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now }),
    });
    expect(answer.status).toBe(200);
    this.now = now;
  }

  /** They are there since the product was started. */
  async lay(): Promise<void> {}

  /** What somebody typed at another machine before. */
  async #type(actor: Person, id: string, draft: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await actor.request('PUT', `/api/drafts/${id}`, draft);
    const { revision }: Partial<DraftView> = (answer.body ?? {}) as DraftView;
    expect([answer.status, revision], JSON.stringify(answer.body)).toEqual([200, expect.any(Number)]);
  }

  async #person(id: string): Promise<Person> {
    const known = this.#people.get(id) ?? (await Person.signIn(this.#product.url, id));
    this.#people.set(id, known);
    return known;
  }
}

/** The product finds its clock set when it starts: duties are called for from the day they are published. */
async function setClock(state: string, now: Instant): Promise<void> {
  const database = new DatabaseSync(await migrate(state));
  database.exec('CREATE TABLE development_clock (id INTEGER PRIMARY KEY CHECK (id = 1), lead INTEGER NOT NULL) STRICT');
  database.prepare('INSERT INTO development_clock (id, lead) VALUES (1, ?)').run(Date.parse(now) - Date.now());
  database.close();
}

const said = ({ status, body }: { readonly status: number; readonly body: unknown }): Said => ({
  status,
  body: body as Said['body'],
});

/** Presses the button, confirms what it asks, and waits for the answer of the API. */
async function pressed(page: Page, button: '提交' | '同意', opinion = ''): Promise<Said> {
  const answer = answered(page);
  await toTheEnd(page, button);
  await page.getByRole('button', { name: button, exact: true }).click();
  if (button === '同意') {
    const dialog = page.getByRole('dialog');
    const words = dialog.getByRole('textbox', { name: '意见' });
    if (opinion !== '' && (await words.count()) > 0) await words.first().fill(opinion);
    await dialog.getByRole('button', { name: '确认同意' }).click();
  }
  return Promise.race([answer, heldBack(page)]);
}

/** The form itself finds something that is missing, and sends nothing. */
async function heldBack(page: Page): Promise<never> {
  const said = await page.getByRole('alert').filter({ hasText: '处需要处理后才能提交' }).textContent();
  throw new Error(`the form is held back: ${said}`);
}

/** A long form is gone through part by part; its last part has the button. */
async function toTheEnd(page: Page, button: string): Promise<void> {
  const last = page.getByRole('button', { name: button, exact: true });
  const next = page.getByRole('button', { name: '下一步', exact: true });
  await last.or(next).first().waitFor();
  for (let part = 0; part < MOST_PARTS && (await last.count()) === 0; part += 1) await next.click();
}

/** What the API says to the next command; the page may go elsewhere as soon as it knows. */
function answered(page: Page): Promise<Said> {
  return new Promise((resolve) => {
    void page.route(COMMANDS, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({ response, body: text });
      await page.unroute(COMMANDS);
      resolve({ status: response.status(), body: JSON.parse(text) });
    });
  });
}

/** What is typed over what is there, row by row. */
function over(there: Forms, typed: Forms): Forms {
  return Object.fromEntries(
    Object.entries(typed).map(([form, fields]) => [
      form,
      {
        ...there[form],
        ...Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, rowsOver(there[form]?.[id], value)])),
      },
    ]),
  );
}

type Row = Readonly<Record<string, unknown>>;

function rowsOver(there: unknown, typed: unknown): unknown {
  if (!Array.isArray(there) || !Array.isArray(typed) || !typed.some((row: Row) => '_row' in row)) return typed;
  const rows = there as readonly Row[];
  const known = new Set(rows.map((row) => row._row));
  const changed = rows.map((row) => ({ ...row, ...typed.find((each: Row) => each._row === row._row) }));
  return [...changed, ...typed.filter((row: Row) => !known.has(row._row))];
}

/** The rows that stories find there, by ledger; of rows with the same name the first. */
function rowsOf(told: readonly (readonly [process: string, title: string])[]): Record<string, unknown[]> {
  const all: Record<string, unknown[]> = {};
  for (const [process, title] of told) {
    const document = stories().find((each) => each.process === process);
    const found = document?.scenarios.find((scenario) => scenario.title.startsWith(title))?.ledgers;
    if (found === undefined) throw new Error(`${process}, ${title}: no rows`);
    for (const [ledger, rows] of Object.entries(found)) {
      const known = all[ledger] ?? [];
      const names = new Set(known.map(nameOf));
      all[ledger] = [...known, ...rows.filter((row) => !names.has(nameOf(row)))];
    }
  }
  return all;
}

function nameOf(row: unknown): string {
  const cells = row as Row;
  return String(cells.id ?? JSON.stringify(Object.entries(cells).filter(([column]) => KEYS.has(column))));
}

const KEYS: ReadonlySet<string> = new Set(['year', 'indicator', 'unit', 'month', 'week', 'person']);

/** All stories of the rule book. */
function stories(): readonly ScenarioDocument[] {
  const files = readdirSync(BOOK, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.yaml'));
  return files.map((file): ScenarioDocument => parse(readFileSync(join(BOOK, file), 'utf8')));
}
