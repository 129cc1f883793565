import { randomBytes } from 'node:crypto';
import { type Instant, isDrawn, MAX_FILE_SIZE, MEGABYTE } from '#engine';
import type { FileView } from '../../../schemas/generated/api.ts';
import { readOneCase } from '../store/case-reads.ts';
import { sha256 } from '../store/digest.ts';
import { type FileRow, keepFile, openContent, readFile, UPLOADS_A_DAY } from '../store/file-store.ts';
import { HOUR_MS, later } from '../store/instants.ts';
import { type Visit, visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { readBytes } from './body.ts';
import { disposition, fileName } from './file-name.ts';
import { fileType } from './file-type.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

const MAX_BYTES = MAX_FILE_SIZE * MEGABYTE;
const ID_BYTES = 16;
/** How long a file waits to be named when the workspace has no setting of this name. */
const UNUSED_DAYS = { setting: 'unusedFileDays', otherwise: 7 } as const;

/** Takes the raw content; the custom header keeps a form of another site from sending it. */
const keep = route({
  method: 'POST',
  path: '/api/files',
  access: 'person',
  rawBody: MAX_BYTES,
  answer: { status: 201, schema: 'file' },
  refuses: ['unsupported-file', 'disguised-file', 'too-large', 'encoded-body', 'upload-limit', 'busy'],
  async handle({ store, ticket, request, files, now }) {
    // The database failed for a moment, and a body can be read once.
    if (request.bodyUsed) throw new ProblemError('unavailable');
    const name = nameOf(request);
    const who = (await visit(store, ticket)).visit;
    const content = await readBytes(request, MAX_BYTES);
    const row = {
      id: randomBytes(ID_BYTES).toString('hex'),
      sha256: sha256(content),
      name,
      type: typeOf(name, content),
      size: content.byteLength,
      person: who.person.id,
      at: now,
    };
    refuseUnlessKept(await keepFile(store, files, row, content, sweepAt(who, now)));
    return json(fileView(row), { status: 201 });
  },
});

const read = route({
  method: 'GET',
  path: '/api/files/{id}',
  access: 'person',
  query: { case: {}, inline: { enum: ['1'] } },
  answer: { status: 200, type: 'application/octet-stream' },
  refuses: ['not-found'],
  async handle(call) {
    const { store, ticket, path, query, request, files } = call;
    const { visit: who, file } = await readFile(store, ticket, path.id ?? '');
    if (!file) throw new ProblemError('not-found');
    await permitReading(call, who, file);
    const shown = query.inline !== undefined && isDrawn(file.type);
    const headers = shown ? shownHeaders(file) : safeHeaders('attachment', file);
    if (shown && request.headers.get('If-None-Match') === etagOf(file))
      return new Response(null, { status: 304, headers });
    const content = await openContent(files, file);
    if (!content) throw new Error(`the content of file ${file.id} is gone`);
    return new Response(content.body, {
      headers: { ...headers, 'Content-Type': file.type, 'Content-Length': String(file.size) },
    });
  },
});

export const fileRoutes: readonly Route[] = [keep, read];

/** One's own files, and those in the visible fields of a case one may read. */
async function permitReading({ store, ticket, query, now }: Call, who: Visit, file: FileRow): Promise<void> {
  if (authorize(who, { may: 'read-own-file', file })) return;
  const { case: stored } = await readOneCase(store, ticket, query.case ?? '');
  if (!stored) throw new ProblemError('not-found');
  permit(who, { may: 'read-file-in-case', file, case: stored, now });
}

/** Nothing of a file ever runs as a page of this origin, not even of one that its browser takes for a page. */
const safeHeaders = (how: 'attachment' | 'inline', { name }: FileRow) => ({
  'Content-Disposition': disposition(how, name),
  'Content-Security-Policy': "default-src 'none'; sandbox",
});

/** A picture travels once; whether it may be seen is asked each time. */
const shownHeaders = (file: FileRow) => ({
  ...safeHeaders('inline', file),
  'Cache-Control': 'private, no-cache',
  ETag: etagOf(file),
});

const etagOf = ({ sha256: digest }: FileRow) => `"${digest}"`;

const fileView = ({ id, name, size, type, sha256: digest }: FileRow): FileView => ({
  id,
  name,
  size,
  type,
  sha256: digest,
});

/** @throws ProblemError `unsupported-file` */
function nameOf({ headers }: Request): string {
  const name = fileName(decoded(headers.get('X-File-Name') ?? ''));
  if (name === undefined) throw new ProblemError('unsupported-file');
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** @throws ProblemError `unsupported-file`, `disguised-file` */
function typeOf(name: string, content: Uint8Array): string {
  const type = fileType(name, content);
  if (type === 'unknown') throw new ProblemError('unsupported-file', { params: { name } });
  if (type === 'disguised') throw new ProblemError('disguised-file', { params: { name } });
  return type;
}

function refuseUnlessKept(kept: Awaited<ReturnType<typeof keepFile>>): void {
  if (kept === 'quota') throw new ProblemError('upload-limit', { params: UPLOADS_A_DAY });
  if (kept === 'busy') throw new ProblemError('busy');
}

function sweepAt({ workspace }: Visit, now: Instant): Instant {
  const days = Number(workspace.settings[UNUSED_DAYS.setting] ?? UNUSED_DAYS.otherwise);
  return later(now, days * 24 * HOUR_MS);
}
