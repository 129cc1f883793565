import { unzipSync } from 'fflate';
import { fail, ok, type Result } from '#engine';
import type { SheetFault } from './sheet.ts';

const MOST_ENTRIES = 1000;
const MOST_INFLATED = 50 * 1024 * 1024;
const MOST_RATIO = 100;
/** Small entries may be as empty as they like. */
const SMALL = 64 * 1024;

type Entry = { readonly name: string; readonly size: number; readonly originalSize: number };
export type Archive = ReadonlyMap<string, string>;

class Refused extends Error {}

/**
 * The XML parts that are asked for, as text. What the central directory announces is judged before anything is
 * inflated; inflating then writes into exactly as much room as was announced.
 */
export function readArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): Result<Archive, SheetFault> {
  try {
    const entries = list(bytes);
    if (entries.some(isUnsafe) || new Set(entries.map(({ name }) => name)).size < entries.length) return fail('unsafe');
    if (entries.reduce((sum, { originalSize }) => sum + originalSize, 0) > MOST_INFLATED) return fail('too-big');
    const files = unzipSync(bytes, { filter: ({ name }) => isWanted(name) });
    const texts = Object.entries(files).map(([name, file]) => [name, decode(file)] as const);
    if (texts.some(([, text]) => DECLARES.test(text))) return fail('unsafe');
    return ok(new Map(texts));
  } catch (error) {
    return fail(error instanceof Refused ? 'too-big' : 'not-a-sheet');
  }
}

function list(bytes: Uint8Array): readonly Entry[] {
  const entries: Entry[] = [];
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      if (entries.push({ name, size, originalSize }) > MOST_ENTRIES) throw new Refused();
      return false;
    },
  });
  return entries;
}

/** Names that leave the folder, and entries that unfold to more than any sheet does. */
const isUnsafe = ({ name, size, originalSize }: Entry): boolean =>
  /^\/|\\|\0|^[A-Za-z]:/.test(name) ||
  name.split('/').includes('..') ||
  (originalSize > SMALL && originalSize > size * MOST_RATIO);

const decode = (file: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(file);

/** Office writes no document types; entities that expand without end or read other files begin with one. */
const DECLARES = /<!(?:DOCTYPE|ENTITY)/i;
