import type { FilesField } from '../../../schemas/generated/process.ts';
import { type Flaws, flaw } from '../issue.ts';
import { isObject } from '../value.ts';
import { MAX_ENTRIES } from './id-list.ts';
import { isEmptyList, type Kind, type Shape } from './kind.ts';
import { idShape, textShape } from './text-shape.ts';

export const FILES_MAX = 50;
export const MAX_FILE_NAME = 255;
export const SHA256 = /^[0-9a-f]{64}$/;

const boundedText: Shape = (value) =>
  textShape(value) ??
  (typeof value === 'string' && value.length > MAX_FILE_NAME ? flaw('too-long', { max: MAX_FILE_NAME }) : undefined);

/** What is recorded of a file; its content is elsewhere, under the digest. */
const PARTS: Readonly<Record<string, Shape>> = {
  id: idShape,
  name: (value) => (value === '' ? flaw('wrong-type') : boundedText(value)),
  size: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? undefined : flaw('wrong-type'),
  type: boundedText,
  sha256: (value) => (typeof value === 'string' && SHA256.test(value) ? undefined : flaw('wrong-type')),
};

function fileShape(value: unknown): Flaws {
  if (!isObject(value)) return flaw('wrong-type');
  if (Object.keys(value).some((key) => !Object.hasOwn(PARTS, key))) return flaw('unknown-field');
  for (const [key, shape] of Object.entries(PARTS)) {
    const flaws = Object.hasOwn(value, key) ? shape(value[key]) : flaw('wrong-type');
    if (flaws) return flaws.map((found) => ({ ...found, under: `/${key}` }));
  }
  return undefined;
}

function shape(value: unknown): Flaws {
  if (!Array.isArray(value)) return flaw('wrong-type');
  if (value.length > MAX_ENTRIES) return flaw('too-many', { max: MAX_ENTRIES });
  for (const [index, file] of value.entries()) {
    const flaws = fileShape(file);
    if (flaws) return flaws.map((found) => ({ ...found, under: `/${index}${found.under}` }));
  }
  return undefined;
}

function limits({ max = FILES_MAX }: FilesField): Shape {
  return (value) => {
    const files: readonly unknown[] = Array.isArray(value) ? value : [];
    const ids = files.map((file) => (isObject(file) ? file.id : undefined));
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index);
    if (files.length > max) return flaw('too-many', { max });
    return repeated < 0 ? undefined : flaw('not-unique', {}, `/${repeated}`);
  };
}

export const files: Kind<FilesField> = {
  exprType: () => ({ kind: 'list', of: { kind: 'file' } }),
  isEmpty: isEmptyList,
  shape: () => shape,
  limits,
};
