/** One row of a file as text, with the number it has there. */
export type SheetRow = { readonly number: number; readonly cells: readonly string[] };

/**
 * Why a file is not read: `not-a-sheet`: neither CSV nor XLSX; `old-format`: .xls; `too-big`: the file, what it
 * unfolds to, or its cells are more than is read; `unsafe`: it is made the way attacks are; `empty`: nothing in it.
 */
export type SheetFault = 'not-a-sheet' | 'old-format' | 'too-big' | 'unsafe' | 'empty';

/** More than any table of a form can take in. */
export const MOST_CELLS = 100_000;
export const MOST_BYTES = 20 * 1024 * 1024;
