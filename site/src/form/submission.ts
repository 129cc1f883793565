import type { Problem } from '../../../schemas/generated/api.ts';
import type { Answer } from '../api/answer.ts';
import { newKey } from '../api/client.ts';

/** No answer, or one that says nothing about whether the command was carried out. */
const isUnknown = <T>(answer: Answer<T>): boolean =>
  !answer.ok && (answer.problem.status === 0 || answer.problem.status === 429 || answer.problem.status >= 500);

/** An intention nobody answered. `first`: what was delivered under its key before, where that was something else. */
export type Attempt<Body> = { readonly key: string; readonly body: Body; readonly first?: Body };

type Send<Body, T> = (body: Body, key: string) => Promise<Answer<T>>;
type Wait<Body> = (attempt: Attempt<Body>, problem: Problem) => Promise<boolean>;
type Submit<Body, Outcome> = (body: Body) => Promise<Outcome | undefined>;

/**
 * One intention, sent until its outcome is known. The key stays the same over retries. When the server says that the
 * key already stands for other content, the first delivery did arrive: its outcome is fetched instead of acting twice.
 * A second call while one is under way does nothing.
 *
 * @param wait takes over an attempt that nobody answered, and says whether it has: the answer is then 'queued'.
 */
export function createSubmission<Body, T>(send: Send<Body, T>): Submit<Body, Answer<T>>;
export function createSubmission<Body, T>(send: Send<Body, T>, wait: Wait<Body>): Submit<Body, Answer<T> | 'queued'>;
export function createSubmission<Body, T>(send: Send<Body, T>, wait: Wait<Body> = async () => false) {
  let pending: { readonly key: string; readonly body: Body } | undefined;
  let running = false;
  return async (body: Body): Promise<Answer<T> | 'queued' | undefined> => {
    if (running) return undefined;
    running = true;
    const attempt = pending ?? { key: newKey(), body };
    pending = attempt;
    const first = await send(body, attempt.key);
    const isOther = !first.ok && first.problem.code === 'idempotency-mismatch';
    const answer = isOther ? await send(attempt.body, attempt.key) : first;
    if (!isUnknown(answer)) pending = undefined;
    const nobody = !answer.ok && answer.problem.status === 0;
    const before = attempt.body === body ? {} : { first: attempt.body };
    const queued = nobody && (await wait({ key: attempt.key, body, ...before }, answer.problem));
    running = false;
    return queued ? 'queued' : answer;
  };
}
