import { type FileGroup, MAX_FILE_SIZE, MEGABYTE, typeOfName, typesOf } from '#engine';
import type { FilesField } from '../../schemas/generated/process.ts';

/** Why a file is not sent at all: the server would not take it, or the field. */
export type Refusal =
  | { readonly why: 'unknownType' | 'empty' }
  | { readonly why: 'otherType'; readonly groups: readonly FileGroup[] }
  | { readonly why: 'tooBig' | 'tooMany'; readonly max: number };

const DEFAULT_MAX = 50;

export const maxOf = ({ max = DEFAULT_MAX }: FilesField): number => max;
export const maxSizeOf = ({ maxSize = MAX_FILE_SIZE }: FilesField): number => maxSize;

/** Judges a file by its name and size, before anything is sent; what it holds only the server judges. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>, field: FilesField): Refusal | undefined {
  const { accept } = field;
  const type = typeOfName(name);
  if (type === undefined) return { why: 'unknownType' };
  if (accept !== undefined && !typesOf(accept).includes(type)) return { why: 'otherType', groups: accept };
  if (size > maxSizeOf(field) * MEGABYTE) return { why: 'tooBig', max: maxSizeOf(field) };
  return size === 0 ? { why: 'empty' } : undefined;
}

/** The same for several at once, of which only so many find room: the first ones do. */
export function refusalsOf(files: readonly File[], field: FilesField, room: number) {
  let left = room;
  return files.map((file): { readonly file: File; readonly refusal: Refusal | undefined } => {
    const refusal = refusalOf(file, field) ?? (left > 0 ? undefined : { why: 'tooMany', max: maxOf(field) });
    if (refusal === undefined) left -= 1;
    return { file, refusal };
  });
}
