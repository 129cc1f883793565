/** Small things this browser remembers; without storage it remembers nothing. */
export function recallText(name: string): string | undefined {
  try {
    return localStorage.getItem(`formloop.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberText(name: string, value: string): void {
  try {
    localStorage.setItem(`formloop.${name}`, value);
  } catch {
    // The choice then lasts for this page.
  }
}

/** A remembered list of ids; anything else that is stored there is forgotten. */
export function recallIds(name: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(recallText(name) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export const rememberIds = (name: string, ids: readonly string[]): void => rememberText(name, JSON.stringify(ids));
