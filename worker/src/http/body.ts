import { type Body, type BodyName, checkBody } from './checks.ts';
import { ProblemError } from './problem.ts';
import { parseStrictJson } from './strict-json.ts';

const MAX_JSON_BYTES = 1_000_000;

/**
 * The JSON body of a request, parsed strictly and checked against its schema.
 *
 * @throws ProblemError `not-json`, `encoded-body`, `too-large`, `malformed-json`, `invalid-body` and those of
 * `parseStrictJson`.
 */
export async function readJson<Name extends BodyName>(request: Request, name: Name): Promise<Body<Name>> {
  return checkBody(name, await readStrictJson(request));
}

/** Any JSON, parsed strictly. @throws as `readJson`, but for `invalid-body`. */
export async function readStrictJson(request: Request): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? ''))
    throw new ProblemError('not-json');
  const bytes = await readBytes(request, MAX_JSON_BYTES);
  return parseStrictJson(decode(bytes));
}

/**
 * The whole body, counted while it arrives: a Content-Length may lie or be absent.
 *
 * @throws ProblemError `encoded-body` (the platform does not decompress), `too-large`.
 */
export async function readBytes(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!/^(identity)?$/i.test(request.headers.get('Content-Encoding') ?? '')) throw new ProblemError('encoded-body');
  if (Number(request.headers.get('Content-Length') ?? 0) > max) throw tooLarge(max);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > max) throw tooLarge(max);
    chunks.push(chunk);
  }
  return concatenate(chunks, size);
}

const tooLarge = (max: number) => new ProblemError('too-large', { params: { max } });

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** UTF-8 without a byte order mark: with `ignoreBOM` the mark stays in the text, where no JSON may begin with it. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed-json', { params: { at: 0 } });
  }
}
