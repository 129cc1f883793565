import { MEGABYTE, typesOf } from '../../engine/form/file-types.ts';
import { type Flaws, flaw, pointerStep } from '../../engine/form/issue.ts';
import { MAX_ENTRIES } from '../../engine/form/kinds/id-list.ts';
import { isEmptyList, type Kind, type Shape } from '../../engine/form/kinds/kind.ts';
import { ID, type JsonSchema, listSchema, objectSchema } from '../../engine/form/kinds/schema-parts.ts';
import { idShape, textShape } from '../../engine/form/kinds/text-shape.ts';
import { isObject } from '../../engine/form/value.ts';
import type { FilesField } from '../../schemas/generated/process.ts';

const FILES_MAX = 50;
const MAX_FILE_NAME = 255;
const SHA256 = /^[0-9a-f]{64}$/;

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

const fileSchema = ({ accept, maxSize }: FilesField): JsonSchema =>
  objectSchema({
    id: ID,
    name: { type: 'string', minLength: 1, maxLength: MAX_FILE_NAME },
    size: {
      type: 'integer',
      minimum: 0,
      maximum: maxSize === undefined ? Number.MAX_SAFE_INTEGER : maxSize * MEGABYTE,
    },
    type: accept ? { enum: typesOf(accept) } : { type: 'string', maxLength: MAX_FILE_NAME },
    sha256: { type: 'string', pattern: SHA256.source },
  });

function fileShape(value: unknown): Flaws {
  if (!isObject(value)) return flaw('wrong-type');
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(PARTS, key));
  if (unknown !== undefined) return flaw('unknown-field', {}, pointerStep(unknown));
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

function limits(field: FilesField): Shape {
  const { max = FILES_MAX } = field;
  return (value) => {
    const files: readonly unknown[] = Array.isArray(value) ? value : [];
    const ids = files.map((file) => (isObject(file) ? file.id : undefined));
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index);
    if (files.length > max) return flaw('too-many', { max });
    if (repeated >= 0) return flaw('not-unique', {}, `/${repeated}`);
    const flaws = files.flatMap((file, index) => (isObject(file) ? fileFlaws(file, field, `/${index}`) : []));
    return flaws.length === 0 ? undefined : flaws;
  };
}

/** Type and size as recorded: the server found them out itself. */
function fileFlaws(file: Readonly<Record<string, unknown>>, { accept, maxSize }: FilesField, under: string) {
  const name = String(file.name);
  const wrongType = accept && !typesOf(accept).some((type) => type === file.type);
  const tooBig = maxSize !== undefined && Number(file.size) > maxSize * MEGABYTE;
  return [
    ...(wrongType ? flaw('file-type', { name, accept: accept.join() }, under) : []),
    ...(tooBig ? flaw('file-too-big', { name, max: maxSize }, under) : []),
  ];
}

export const files: Kind<FilesField> = {
  exprType: () => ({ kind: 'list', of: { kind: 'file' } }),
  isEmpty: isEmptyList,
  shape: () => shape,
  limits,
  jsonSchema: (field, required) => listSchema(fileSchema(field), field.max ?? FILES_MAX, required),
};
