import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bundleOf } from '../../cli/src/bundle.ts';
import type { Definitions } from '../../cli/src/definitions.ts';
import { Office } from '../../demo/office.ts';
import { SqliteD1 } from '../../demo/sqlite-d1.ts';
import { compileWorkspace, type Instant } from '../../engine/index.ts';
import { prepareDemo } from '../../worker/src/development/demo.ts';
import { Store } from '../../worker/src/store/database.ts';
import { openLedgers } from '../../worker/src/store/development-store.ts';
import type { Company } from './spoken-company.ts';

const MIGRATIONS = 'worker/migrations';

/** Companies with the given rule book, each as it stands before the first case, in this process. */
export class Companies {
  readonly #folder = mkdtempSync(join(tmpdir(), 'formloop-companies-'));
  readonly #definitions: Definitions;
  #made = 0;

  private constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  static async founded(definitions: Definitions, now: Instant): Promise<Companies> {
    const companies = new Companies(definitions);
    const file = companies.#file('first');
    const raw = new DatabaseSync(file);
    for (const name of readdirSync(MIGRATIONS).sort()) raw.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
    raw.close();
    const database = new SqliteD1(file);
    await prepareDemo(new Store(database as unknown as D1Database), JSON.parse(bundleOf(definitions)), now);
    database.close();
    return companies;
  }

  open(now: Instant): Company & { readonly close: () => void } {
    this.#made += 1;
    const file = this.#file(String(this.#made));
    copyFileSync(this.#file('first'), file);
    const database = new SqliteD1(file);
    const office = new Office(database, cabinet(), now);
    const workspace = compileWorkspace(this.#definitions.workspace);
    return {
      get now() {
        return office.now;
      },
      get: (person, path) => office.get(person, path),
      start: (person, process, values) => office.start(person, process, values),
      act: (person, id, command) => office.act(person, id, command),
      upload: (person, name, content) => office.upload(person, name, content),
      waitUntil: (moment) => office.waitUntil(moment),
      lay: (rows) => openLedgers(office.store, rows, workspace, office.now),
      close: () => database.close(),
    };
  }

  end(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #file = (name: string): string => join(this.#folder, `${name}.sqlite`);
}

function cabinet(): R2Bucket {
  const bucket = { put: async () => undefined, get: async () => null, delete: async () => undefined };
  return bucket as unknown as R2Bucket;
}
