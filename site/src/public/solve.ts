import { proverOf } from '#engine';

/** Tries between two breaths of the page: a few milliseconds on a slow phone. */
const CHUNK = 300;
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Works for a ticket while the form is being filled in; the page stays quick. */
export async function solve({ ticket, bits }: { readonly ticket: string; readonly bits: number }): Promise<string> {
  const proves = proverOf(ticket, bits);
  for (let next = 0; ; next += CHUNK) {
    for (let solution = next; solution < next + CHUNK; solution += 1)
      if (proves(String(solution))) return String(solution);
    await breath();
  }
}
