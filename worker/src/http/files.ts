import { randomBytes } from 'node:crypto';
import type { FileView } from '../../../schemas/generated/api.ts';
import { readOneCase } from '../store/case-reads.ts';
import { sha256 } from '../store/digest.ts';
import { type FileRow, keepFile, openContent, readFile } from '../store/file-store.ts';
import { type Visit, visit } from '../store/visit.ts';
import { authorize, permit } from './authorize.ts';
import { readBytes } from './body.ts';
import { fileType } from './file-type.ts';
import { ProblemError } from './problem.ts';
import { type Call, json, type Route, route } from './route.ts';

const MAX_BYTES = 10_000_000;
const MAX_NAME = 255;
const ID_BYTES = 16;

/** Takes the raw content; the custom header keeps a form of another site from sending it. */
const keep = route({
  method: 'POST',
  path: '/api/files',
  access: 'person',
  rawBody: MAX_BYTES,
  answer: { status: 201, schema: 'file' },
  refuses: ['unsupported-file', 'too-large', 'encoded-body'],
  async handle({ store, ticket, request, files, now }) {
    const name = nameOf(request);
    const { person } = (await visit(store, ticket)).visit;
    const content = await readBytes(request, MAX_BYTES);
    const type = fileType(name, content);
    if (type === undefined) throw new ProblemError('unsupported-file', { params: { name } });
    const id = randomBytes(ID_BYTES).toString('hex');
    const row = { id, sha256: sha256(content), name, type, size: content.byteLength, person: person.id, at: now };
    await keepFile(store, files, row, content);
    return json(fileView(row), { status: 201 });
  },
});

const read = route({
  method: 'GET',
  path: '/api/files/{id}',
  access: 'person',
  query: { case: {} },
  answer: { status: 200, type: 'application/octet-stream' },
  refuses: ['not-found'],
  async handle(call) {
    const { store, ticket, path, files } = call;
    const { visit: who, file } = await readFile(store, ticket, path.id ?? '');
    if (!file) throw new ProblemError('not-found');
    await permitReading(call, who, file);
    const content = await openContent(files, file);
    if (!content) throw new Error(`the content of file ${file.id} is gone`);
    return new Response(content.body, { headers: downloadHeaders(file) });
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

/** Nothing of a file is ever shown as a page of this origin. */
const downloadHeaders = ({ name, type, size }: FileRow) => ({
  'Content-Type': type,
  'Content-Length': String(size),
  'Content-Disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodeName(name)}`,
  'Content-Security-Policy': "default-src 'none'; sandbox",
});

const fileView = ({ id, name, size, type, sha256: digest }: FileRow): FileView => ({
  id,
  name,
  size,
  type,
  sha256: digest,
});

/**
 * The name a file is shown under: no folders, no control or direction-changing characters.
 *
 * @throws ProblemError `unsupported-file` when nothing is left of it.
 */
function nameOf({ headers }: Request): string {
  const name = decoded(headers.get('X-File-Name') ?? '')
    .split(/[\\/]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
  if (!name || name.startsWith('.') || name.length > MAX_NAME) throw new ProblemError('unsupported-file');
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** RFC 6266 fallback for clients that do not read filename*. */
const asciiName = (name: string) => name.replaceAll(/[^\w.-]/g, '_');
/** RFC 8187: encodeURIComponent leaves four characters that are not attr-char. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
