import { join } from 'node:path';
import { quiet } from '../tools/command.ts';
import type { Bindings } from '../worker/src/profile.ts';

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

  /** Only the local runtime knows how it lays files on the disk: it does so itself. */
  async layIn(state: string): Promise<void> {
    if (this.#kept.size === 0) return;
    Object.assign(process.env, quiet);
    const { getPlatformProxy } = await import('wrangler');
    const { env, dispose } = await getPlatformProxy<Bindings>({
      persist: { path: join(state, 'v3') },
      remoteBindings: false,
    });
    try {
      for (const [key, content] of this.#kept) await env.FILES.put(key, content, { sha256: digestIn(key) });
    } finally {
      await dispose();
    }
  }
}

/** Content lies under its own digest. */
const digestIn = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
