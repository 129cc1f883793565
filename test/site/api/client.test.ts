import { describe, expect, test, vi } from 'vitest';
import { createClient, type Surroundings } from '../../../site/src/api/client.ts';

type Fetch = Surroundings['fetch'];

function clientWith(fetch: Fetch, more: Partial<Surroundings> = {}) {
  const signedOut = vi.fn();
  const reached = vi.fn();
  const client = createClient({ fetch, online: () => true, signedOut, reached, patience: 1_000, ...more });
  return { client, signedOut, reached };
}

const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
  vi.fn<Fetch>(async () => new Response(status === 204 ? null : body, { status, headers }));

const sentHeaders = (fetch: ReturnType<typeof answering>, call = 0) => new Headers(fetch.mock.calls[call]?.[1].headers);

describe('an answer', () => {
  test('is the body with its ETag', async () => {
    const { client } = clientWith(answering(200, '{"id":"c1"}', { ETag: '"7"' }));
    expect(await client.get('/api/cases/c1')).toEqual({ ok: true, value: { id: 'c1' }, etag: '"7"' });
  });

  test('may be empty', async () => {
    const { client } = clientWith(answering(204, ''));
    expect(await client.delete('/api/drafts/d1')).toEqual({ ok: true, value: null, etag: undefined });
  });

  test('that refuses is its problem document, with issues and parameters', async () => {
    const problem = {
      type: '/problems/invalid-values',
      status: 422,
      code: 'invalid-values',
      issues: [{ code: 'too-early', path: '/plan/dates/start', params: { min: '2026-11-27' } }],
    };
    const { client, reached } = clientWith(answering(422, JSON.stringify(problem)));
    expect(await client.post('/api/cases', {})).toEqual({ ok: false, problem });
    expect(reached).toHaveBeenCalledWith(true);
  });

  test.each([
    [502, '<html>Bad gateway</html>'],
    [500, '"oops"'],
    [500, '{"error":"oops"}'],
    [200, '<html>captive portal</html>'],
  ])('of status %i that cannot be read is a problem, not an exception: %s', async (status, body) => {
    const { client } = clientWith(answering(status, body));
    const answer = await client.get('/api/session');
    expect(answer).toEqual({ ok: false, problem: { type: '/problems/not-readable', status, code: 'not-readable' } });
  });
});

describe('no answer', () => {
  const failing =
    (error: Error): Fetch =>
    () =>
      Promise.reject(error);

  test.each([
    [false, new TypeError('Failed to fetch'), 'offline'],
    [true, new TypeError('Failed to fetch'), 'no-answer'],
    [true, new DOMException('timed out', 'TimeoutError'), 'too-slow'],
  ])('(online: %s, %s) is the problem %s and the connection is reported as lost', async (online, error, code) => {
    const { client, reached } = clientWith(failing(error), { online: () => online });
    expect(await client.get('/api/session')).toMatchObject({ ok: false, problem: { status: 0, code } });
    expect(reached).toHaveBeenCalledExactlyOnceWith(false);
  });

  test('because the page cancelled it says nothing about the connection', async () => {
    const { client, reached } = clientWith(failing(new DOMException('aborted', 'AbortError')));
    expect(await client.get('/api/people')).toMatchObject({ problem: { code: 'cancelled' } });
    expect(reached).not.toHaveBeenCalled();
  });

  test('within the patience ends the call', async () => {
    const hanging: Fetch = (_, init) =>
      new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const { client } = clientWith(hanging, { patience: 5 });
    expect(await client.get('/api/session')).toMatchObject({ problem: { code: 'too-slow' } });
  });

  test('to one caller who gives up leaves the others alone', async () => {
    const giveUp = new AbortController();
    const hanging: Fetch = (_, init) =>
      new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const { client } = clientWith(hanging);
    const call = client.get('/api/people', { signal: giveUp.signal });
    giveUp.abort();
    expect(await call).toMatchObject({ problem: { code: 'cancelled' } });
  });
});

describe('a request', () => {
  test('puts its parameters into the address and leaves out what is not given', async () => {
    const fetch = answering(200, '{}');
    await clientWith(fetch).client.get('/api/cases', { query: { q: '春节 & 团装', status: '', cursor: undefined } });
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/cases?q=%E6%98%A5%E8%8A%82+%26+%E5%9B%A2%E8%A3%85');
  });

  test('that writes carries JSON and a key that makes it harmless to repeat', async () => {
    const fetch = answering(200, '{}');
    const { client } = clientWith(fetch);
    await client.post('/api/cases', { process: 'p' }, { key: 'k-1' });
    await client.post('/api/cases', { process: 'p' });
    await client.post('/api/cases', { process: 'p' });
    expect(fetch.mock.calls[0]?.[1].body).toBe('{"process":"p"}');
    expect(sentHeaders(fetch).get('Content-Type')).toBe('application/json');
    expect(sentHeaders(fetch).get('Idempotency-Key')).toBe('k-1');
    expect(sentHeaders(fetch, 1).get('Idempotency-Key')).not.toBe(sentHeaders(fetch, 2).get('Idempotency-Key'));
  });

  test('that reads carries neither', async () => {
    const fetch = answering(200, '{}');
    await clientWith(fetch).client.get('/api/session');
    expect(sentHeaders(fetch).has('Idempotency-Key')).toBe(false);
    expect(sentHeaders(fetch).has('Content-Type')).toBe(false);
  });

  test('that carries a file sends it as it is, under the type the caller names', async () => {
    const fetch = answering(200, '{}');
    const file = new Blob(['%PDF'], { type: 'application/pdf' });
    await clientWith(fetch).client.post('/api/files', file, { headers: { 'Content-Type': 'application/pdf' } });
    expect(fetch.mock.calls[0]?.[1].body).toBe(file);
    expect(sentHeaders(fetch).get('Content-Type')).toBe('application/pdf');
  });
});

describe('a session that is gone', () => {
  const problem = JSON.stringify({ type: '/problems/signed-out', status: 401, code: 'signed-out' });

  test('leads to the sign-in page', async () => {
    const { client, signedOut } = clientWith(answering(401, problem));
    await client.get('/api/tasks');
    expect(signedOut).toHaveBeenCalledOnce();
  });

  test('is only answered when the caller asks to stay', async () => {
    const { client, signedOut } = clientWith(answering(401, problem));
    expect(await client.get('/api/session', { stay: true })).toMatchObject({ problem: { code: 'signed-out' } });
    expect(signedOut).not.toHaveBeenCalled();
  });

  test('is something else than a wrong password', async () => {
    const wrong = JSON.stringify({ type: '/problems/wrong-credentials', status: 401, code: 'wrong-credentials' });
    const { client, signedOut } = clientWith(answering(401, wrong));
    await client.post('/api/session', {});
    expect(signedOut).not.toHaveBeenCalled();
  });
});
