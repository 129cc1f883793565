import { describe, expect, test } from 'vitest';
import { type Answer, localProblem } from '../../../site/src/api/answer.ts';
import { createSubmission } from '../../../site/src/form/submission.ts';

type Sent = { readonly body: string; readonly key: string };

/** A server that answers as told, one answer a delivery, and remembers what arrived. */
function serverWith(...answers: readonly Answer<string>[]) {
  const sent: Sent[] = [];
  const submit = createSubmission(async (body: string, key: string) => {
    sent.push({ body, key });
    await Promise.resolve();
    return answers[sent.length - 1] ?? ok('late');
  });
  return { sent, submit };
}

const ok = (value: string): Answer<string> => ({ ok: true, value, etag: undefined });
const problem = (code: string, status: number): Answer<string> => ({ ok: false, problem: { type: '', status, code } });
const lost: Answer<string> = { ok: false, problem: localProblem('no-answer') };

describe('a submission', () => {
  test('is sent once however often the button is pressed', async () => {
    const { sent, submit } = serverWith(ok('case'));
    const answers = await Promise.all([submit('a'), submit('a'), submit('a')]);
    expect(sent).toHaveLength(1);
    expect(answers).toEqual([ok('case'), undefined, undefined]);
  });

  test('keeps its key while nobody knows whether it arrived', async () => {
    const { sent, submit } = serverWith(lost, problem('unavailable', 503), ok('case'));
    await submit('a');
    await submit('a');
    await submit('a');
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  test('gets a new key after the server has refused it', async () => {
    const { sent, submit } = serverWith(problem('invalid-values', 422), ok('case'));
    await submit('a');
    await submit('b');
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
  });

  test('that did arrive before its answer was lost is not done again with changed content', async () => {
    const { sent, submit } = serverWith(lost, problem('idempotency-mismatch', 422), ok('the first case'));
    await submit('a');
    expect(await submit('b')).toEqual(ok('the first case'));
    expect(sent.map(({ body }) => body)).toEqual(['a', 'b', 'a']);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });

  test('that nobody answers is handed on with its key and what was delivered before', async () => {
    const waiting: unknown[] = [];
    const submit = createSubmission<string, string>(
      async () => lost,
      async (attempt) => waiting.push(attempt) > 1,
    );
    expect(await submit('a')).toEqual(lost);
    expect(await submit('b')).toBe('queued');
    const key = expect.any(String);
    expect(waiting).toEqual([
      { key, body: 'a' },
      { key, body: 'b', first: 'a' },
    ]);
  });

  test('that the server refuses is not handed on', async () => {
    const wait = async () => true;
    const submit = createSubmission<string, string>(async () => problem('stale', 409), wait);
    expect(await submit('a')).toEqual(problem('stale', 409));
  });
});
