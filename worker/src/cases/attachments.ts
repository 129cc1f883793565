import { isObject, type Values } from '#engine';
import type { AttachedRow } from '../store/file-store.ts';

/** A file as values name it, and where. */
export type Attachment = { readonly path: string; readonly file: Readonly<Record<string, unknown>> };

/** Everything in JSON from outside that says it is a file. */
export function attachmentsIn(value: unknown, path = ''): readonly Attachment[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => attachmentsIn(item, `${path}/${index}`));
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, member]) => attachmentsIn(member, `${path}/${key}`));
  const isFile = typeof value.id === 'string' && typeof value.sha256 === 'string';
  return isFile ? [{ path, file: value }, ...inside] : inside;
}

export const idsOf = (attachments: readonly Attachment[]): readonly string[] =>
  attachments.map(({ file }) => String(file.id));

/**
 * The attachments that were never uploaded, are described wrongly, or belong to somebody else: knowing the id of a file
 * must not be enough to read it through a case of one's own. Files that the case has already stay.
 */
export function foreignAttachments(
  attachments: readonly Attachment[],
  stored: readonly AttachedRow[],
  person: string,
  before: Values,
): readonly Attachment[] {
  const present = new Set(idsOf(attachmentsIn(before)));
  return attachments.filter(({ file }) => {
    const row = stored.find(({ id }) => id === file.id);
    const same =
      row?.sha256 === file.sha256 && row?.name === file.name && row?.size === file.size && row?.type === file.type;
    return !same || (row?.person !== person && !present.has(String(file.id)));
  });
}
