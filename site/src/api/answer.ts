import type { Problem } from '../../../schemas/generated/api.ts';
import { isRecord } from './record.ts';

/** What a call came back with: the body, or the problem in codes. Nothing is thrown. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly etag: string | undefined }
  | { readonly ok: false; readonly problem: Problem };

/** Problems that arise on this side of the wire. Status 0: no answer came. */
export type LocalCode = 'offline' | 'no-answer' | 'too-slow' | 'cancelled' | 'not-readable';

export const localProblem = (code: LocalCode, status = 0): Problem => ({ type: `/problems/${code}`, status, code });

const isProblem = (value: unknown): value is Problem =>
  isRecord(value) && typeof value.code === 'string' && typeof value.status === 'number';

/** The one place where an answer of the server gets its type: the server checks what it sends against the schemas. */
const parseBody = <T>(text: string): T => JSON.parse(text) as T;

/** Reads an HTTP answer; whatever is not a JSON body or a problem document becomes `not-readable`. */
export async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  try {
    if (response.ok) {
      const value = text === '' ? parseBody<T>('null') : parseBody<T>(text);
      return { ok: true, value, etag: response.headers.get('ETag') ?? undefined };
    }
    const problem = parseBody<unknown>(text);
    if (isProblem(problem)) return { ok: false, problem };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { ok: false, problem: localProblem('not-readable', response.status) };
}
