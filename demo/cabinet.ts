import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

type Content = Uint8Array<ArrayBuffer>;
/** Files by the place where the product keeps them. */
export type Contents = ReadonlyMap<string, Content>;

/** Keeps files by their digest while the year goes on. */
export class Cabinet {
  readonly #kept = new Map<string, Content>();

  /** As far as keeping and sweeping files needs it. */
  get bucket(): R2Bucket {
    const bucket = {
      put: async (key: string, content: Content) => void this.#kept.set(key, content),
      get: async (key: string) => this.#kept.get(key) ?? null,
      delete: async (keys: string | readonly string[]) => {
        for (const key of [keys].flat()) this.#kept.delete(key);
      },
    };
    return bucket as unknown as R2Bucket;
  }

  get contents(): Contents {
    return this.#kept;
  }
}

/** Where the local server looks for files. Opening it takes seconds, which pass beside the year in a second process. */
export class Archive {
  readonly #process: ChildProcess;
  readonly #ended: Promise<readonly unknown[]>;

  constructor(state: string) {
    this.#process = fork(join(import.meta.dirname, 'lay-files.ts'), [state], {
      serialization: 'advanced',
      execArgv: [],
    });
    this.#ended = once(this.#process, 'exit');
  }

  /** Lays files there, and closes it. @throws Error when that does not go well */
  async close(contents: Contents): Promise<void> {
    this.#process.send(contents);
    const [code] = await this.#ended;
    if (code !== 0) throw new Error(`files were not laid: ${code}`);
  }
}
