import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file as found: its name relative to the folder with `/`, and its text; undefined when it is not UTF-8. */
export type SourceFile = { readonly name: string; readonly text: string | undefined };

const YAML = /\.ya?ml$/;

/**
 * Every YAML file under a folder, in the order of the names; files and folders that begin with a dot are left out.
 *
 * @throws Error when the folder cannot be read.
 */
export function readFolder(folder: string): readonly SourceFile[] {
  return namesUnder(folder, '').map((name) => ({ name, text: readText(join(folder, name)) }));
}

/** The text of a file; undefined when it is not UTF-8. */
function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function namesUnder(folder: string, below: string): readonly string[] {
  const entries = readdirSync(join(folder, below)).filter((name) => !name.startsWith('.'));
  return entries.sort().flatMap((entry) => {
    const name = below === '' ? entry : `${below}/${entry}`;
    if (statSync(join(folder, name)).isDirectory()) return namesUnder(folder, name);
    return YAML.test(name) ? [name] : [];
  });
}
