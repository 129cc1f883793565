import type { FieldKey } from './keys.ts';

/** Texts that are no values: they stay in their controls, count as wrong, and are not sent. */
export function typedTexts() {
  const texts = new Map<FieldKey, string>();
  return {
    get: (key: FieldKey): string | undefined => texts.get(key),
    has: (key: FieldKey): boolean => texts.has(key),
    keys: (): readonly FieldKey[] => [...texts.keys()],
    set: (key: FieldKey, text: string) => void texts.set(key, text),
    delete: (key: FieldKey) => void texts.delete(key),
    clear: () => texts.clear(),
    put(more: ReadonlyMap<FieldKey, string>) {
      for (const [key, text] of more) texts.set(key, text);
    },
    /** Takes out those under a place; gives what they were. */
    take(under: FieldKey): ReadonlyMap<FieldKey, string> {
      const taken = new Map([...texts].filter(([key]) => key.startsWith(under)));
      for (const key of taken.keys()) texts.delete(key);
      return taken;
    },
  };
}
