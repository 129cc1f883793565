const hooks = new Set<() => Promise<boolean>>();

/** Something on the page has to be put away before its person signs out; `false`: it could not be. */
export function beforeLeaving(hook: () => Promise<boolean>): () => void {
  hooks.add(hook);
  return () => hooks.delete(hook);
}

/** @returns whether everything on this page is safe on the server. */
export const allSafe = async (): Promise<boolean> =>
  (await Promise.all([...hooks].map((hook) => hook()))).every((safe) => safe);

let going = false;

/** Leaves for another page without asking: whatever is typed here is kept in this browser and found again. */
export function goAway(address: string): void {
  going = true;
  location.assign(address);
}

export const isGoingAway = (): boolean => going;
