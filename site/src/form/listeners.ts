/** Who wants to hear about which key. */
export function createListeners() {
  const byKey = new Map<string, Set<() => void>>();
  return {
    subscribe(key: string, listener: () => void): () => void {
      const set = byKey.get(key) ?? new Set();
      byKey.set(key, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && byKey.get(key) === set) byKey.delete(key);
      };
    },
    tell(key: string) {
      for (const listener of byKey.get(key) ?? []) listener();
    },
  };
}
