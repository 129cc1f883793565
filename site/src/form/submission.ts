import type { Answer } from '../api/answer.ts';
import { newKey } from '../api/client.ts';

/** No answer, or one that says nothing about whether the command was carried out. */
const isUnknown = <T>(answer: Answer<T>): boolean =>
  !answer.ok && (answer.problem.status === 0 || answer.problem.status === 429 || answer.problem.status >= 500);

/**
 * One intention, sent until its outcome is known. The key stays the same over retries. When the server says that the
 * key already stands for other content, the first delivery did arrive: its outcome is fetched instead of acting twice.
 * A second call while one is under way does nothing.
 */
export function createSubmission<Body, T>(send: (body: Body, key: string) => Promise<Answer<T>>) {
  let pending: { readonly key: string; readonly body: Body } | undefined;
  let running = false;
  return async (body: Body): Promise<Answer<T> | undefined> => {
    if (running) return undefined;
    running = true;
    const attempt = pending ?? { key: newKey(), body };
    pending = attempt;
    const first = await send(body, attempt.key);
    const isOther = !first.ok && first.problem.code === 'idempotency-mismatch';
    const answer = isOther ? await send(attempt.body, attempt.key) : first;
    if (!isUnknown(answer)) pending = undefined;
    running = false;
    return answer;
  };
}
