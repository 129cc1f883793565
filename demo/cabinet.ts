import type { Runtime } from '../tools/local-runtime.ts';

type Content = Uint8Array<ArrayBuffer>;

/** Keeps files by their digest while the year goes on, and lays them where the local server looks for them. */
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

  /** Hands all of them to where the local server looks for them. */
  async layIn(files: Runtime['FILES']): Promise<void> {
    for (const [key, content] of this.#kept) await files.put(key, content, { sha256: digestIn(key) });
  }
}

/** Content lies under its own digest. */
const digestIn = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
