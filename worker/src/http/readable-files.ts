import type { Instant } from '#engine';
import type { Attachment } from '../cases/attachments.ts';
import type { Store } from '../store/database.ts';
import { type AttachedRow, casesUsing } from '../store/file-store.ts';
import type { Visit } from '../store/visit.ts';
import { authorize } from './authorize.ts';

/**
 * Of files that somebody names and did not upload, those they may not read in any case either. Whoever copies a case
 * hands its files on without uploading them again, as far as they see them.
 *
 * @param files the rows of the files, as far as they exist.
 */
export async function unreadable(
  store: Store,
  visit: Visit,
  foreign: readonly Attachment[],
  files: readonly AttachedRow[],
  now: Instant,
): Promise<readonly Attachment[]> {
  const described = foreign.filter(({ file }) => files.some((row) => isSame(row, file)));
  if (described.length === 0) return foreign;
  const uses = await casesUsing(
    store,
    visit.workspace,
    described.map(({ file }) => String(file.id)),
  );
  const reads = (id: string) =>
    uses.some(
      (use) => use.file === id && authorize(visit, { may: 'read-file-in-case', file: { id }, case: use.case, now }),
    );
  return foreign.filter((each) => !described.includes(each) || !reads(String(each.file.id)));
}

const isSame = (row: AttachedRow, file: Attachment['file']): boolean =>
  (['id', 'sha256', 'name', 'size', 'type'] as const).every((part) => row[part] === file[part]);
