import { bundleOf } from '../../cli/src/bundle.ts';
import type { Definitions } from '../../cli/src/definitions.ts';
import { Office } from '../../demo/office.ts';
import { SqliteD1 } from '../../demo/sqlite-d1.ts';
import { compileWorkspace, type Instant } from '../../engine/index.ts';
import { prepareDemo } from '../../worker/src/development/demo.ts';
import { Store } from '../../worker/src/store/database.ts';
import { openLedgers } from '../../worker/src/store/development-store.ts';
import type { Company } from './spoken-company.ts';

/** Companies with the given rule book, each as it stands before the first case, in this process. */
export class Companies {
  readonly #definitions: Definitions;
  readonly #first: SqliteD1;

  private constructor(definitions: Definitions, first: SqliteD1) {
    this.#definitions = definitions;
    this.#first = first;
  }

  static async founded(definitions: Definitions, now: Instant): Promise<Companies> {
    const first = SqliteD1.fresh();
    await prepareDemo(new Store(first as unknown as D1Database), JSON.parse(bundleOf(definitions)), now);
    return new Companies(definitions, first);
  }

  open(now: Instant): Company & { readonly close: () => void } {
    const database = this.#first.copy();
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
    this.#first.close();
  }
}

function cabinet(): R2Bucket {
  const bucket = { put: async () => undefined, get: async () => null, delete: async () => undefined };
  return bucket as unknown as R2Bucket;
}
