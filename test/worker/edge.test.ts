import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../schemas/generated/api.ts';
import pageHeaders from '../../site/public/_headers?raw';
import { hashPassword } from '../../worker/src/http/password.ts';
import { routes } from '../../worker/src/http/routes.ts';
import { commonHeaders, pagePolicy } from '../../worker/src/http/security-headers.ts';
import { sha256 } from '../../worker/src/store/digest.ts';
import { expectOnConsole } from '../support/console-guard.ts';
import { app, ask, clock, ORIGIN, sessionOf } from './support/api.ts';
import { done } from './support/campaign.ts';
import { publishDemo } from './support/workspace.ts';

const PASSWORD = 'correct horse battery staple';
const MINUTE = 60_000;

beforeAll(async () => {
  await publishDemo();
  const hash = await hashPassword(PASSWORD);
  const people = ['u07', 'u18', 'u19'];
  const insert = env.DB.prepare('INSERT INTO accounts (person, password) VALUES (?, ?)');
  await env.DB.batch(people.map((person) => insert.bind(person, hash)));
});

const signIn = (person: string, password: string, headers: Record<string, string> = {}) =>
  ask('POST', '/api/session', { body: { person, password }, headers });

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  return response.json();
}

const cookieOf = (response: Response) => response.headers.get('Set-Cookie') ?? '';

describe('sessions', () => {
  test('a sign-in opens a session that only the browser knows', async () => {
    const response = await signIn('u07', PASSWORD);
    expect(await done(response.clone())).toMatchObject({
      person: { id: 'u07' },
      roles: [],
      zone: 'Asia/Shanghai',
      today: '2026-11-23',
      expiresAt: '2026-11-23T13:00:00.000Z',
      counts: { todo: 0, copied: 0, drafts: 0 },
    });
    const [, token = ''] =
      /^__Host-sid=([\w-]{43}); Path=\/; Secure; HttpOnly; SameSite=Lax$/.exec(cookieOf(response)) ?? [];
    expect(token).toHaveLength(43);
    const kept = await env.DB.prepare('SELECT * FROM sessions').all();
    expect(JSON.stringify(kept.results)).not.toContain(token);
    expect((await ask('GET', '/api/session', { headers: { Cookie: `__Host-sid=${token}` } })).status).toBe(200);
  });

  test('signing in again replaces the session of the browser, signing out ends it', async () => {
    const first = cookieOf(await signIn('u07', PASSWORD)).split(';')[0] ?? '';
    const second = cookieOf(await signIn('u07', PASSWORD, { Cookie: first })).split(';')[0] ?? '';
    expect(second).not.toBe(first);
    expect((await ask('GET', '/api/session', { headers: { Cookie: first } })).status).toBe(401);
    const out = await ask('DELETE', '/api/session', { headers: { Cookie: second } });
    expect(cookieOf(out)).toContain('__Host-sid=; ');
    expect(cookieOf(out)).toContain('Max-Age=0');
    expect((await ask('GET', '/api/session', { headers: { Cookie: second } })).status).toBe(401);
  });

  test('a wrong password and an unknown person get the same answer', async () => {
    const answers = await Promise.all(
      [await signIn('u18', 'wrong'), await signIn('nobody', 'wrong')].map((one) => one.text()),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ code: 'wrong-credentials', status: 401 });
  });

  test('the sixth try within a quarter of an hour waits, longer each time, and success forgives', async () => {
    for (let n = 0; n < 5; n += 1) expect((await signIn('u19', `wrong ${n}`)).status).toBe(401);
    const sixth = await signIn('u19', PASSWORD);
    expect(await problemOf(sixth)).toMatchObject({ status: 429, code: 'too-many-attempts', params: { seconds: 60 } });
    expect(sixth.headers.get('Retry-After')).toBe('60');
    clock.pass(MINUTE);
    expect((await signIn('u19', 'still wrong')).status).toBe(401);
    expect((await signIn('u19', PASSWORD)).headers.get('Retry-After')).toBe('120');
    clock.pass(2 * MINUTE);
    expect((await signIn('u19', PASSWORD)).status).toBe(200);
    expect((await signIn('u19', 'wrong once more')).status).toBe(401);
    clock.set('2026-11-23T01:00:00.000Z');
  });

  test('one address may not try many accounts', async () => {
    const headers = { 'CF-Connecting-IP': '203.0.113.7' };
    expect((await signIn('guess-1', 'x', headers)).status).toBe(401);
    const bucket = sha256('address 203.0.113.7');
    await env.DB.prepare('UPDATE attempts SET n = 19 WHERE bucket = ?').bind(bucket).run();
    expect((await signIn('guess-20', 'x', headers)).status).toBe(401);
    expect((await signIn('guess-21', 'x', headers)).status).toBe(429);
    expect((await signIn('guess-21', 'x', { 'CF-Connecting-IP': '203.0.113.6' })).status).toBe(401);
  });

  test('no more than two passwords are verified at a time', async () => {
    const all = await Promise.all(
      Array.from({ length: 6 }, () => signIn('u18', PASSWORD, { 'CF-Connecting-IP': '203.0.113.8' })),
    );
    const statuses = all.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    const { results } = await env.DB.prepare('SELECT max(n) AS n FROM attempts').all<{ n: number }>();
    expect(results[0]?.n).toBeLessThan(21);
  });

  test('a session ends two hours after the last visit and twelve hours after the sign-in', async () => {
    const headers = { Cookie: `__Host-sid=${await sessionOf('u20')}` };
    const visits = async (minutes: number) => {
      clock.pass(minutes * MINUTE);
      return (await ask('GET', '/api/session', { headers })).status;
    };
    expect(await visits(119)).toBe(200);
    expect(await visits(119)).toBe(200);
    expect(await visits(121)).toBe(401);
    clock.set('2026-11-23T01:00:00.000Z');
    await sessionOf('u20');
    for (let n = 0; n < 11; n += 1) expect(await visits(60)).toBe(200);
    expect(await visits(61)).toBe(401);
    clock.set('2026-11-23T01:00:00.000Z');
  });

  test('disabling an account ends its sessions at once', async () => {
    const headers = { Cookie: `__Host-sid=${await sessionOf('u21')}` };
    expect((await ask('GET', '/api/session', { headers })).status).toBe(200);
    await env.DB.prepare("UPDATE accounts SET disabled = 1 WHERE person = 'u21'").run();
    expect((await ask('GET', '/api/session', { headers })).status).toBe(401);
  });
});

describe('requests of other sites', () => {
  const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none'] as const;
  const origins = [undefined, ORIGIN, 'https://evil.test', 'null'] as const;
  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', undefined] as const;
  const cells = sites.flatMap((site) => origins.flatMap((origin) => types.map((type) => ({ site, origin, type }))));

  test.each(cells)('Sec-Fetch-Site $site, Origin $origin, Content-Type $type', async ({ site, origin, type }) => {
    const headers = {
      ...(site && { 'Sec-Fetch-Site': site }),
      ...(origin && { Origin: origin }),
      ...(type && { 'Content-Type': type }),
    };
    const body = type === undefined ? new Uint8Array([123, 125]) : '{}';
    const response = await app.fetch(new Request(`${ORIGIN}/api/session`, { method: 'POST', headers, body }), env);
    const trusted = site === undefined ? origin === undefined || origin === ORIGIN : site === 'same-origin';
    const expected = trusted ? (type === 'application/json' ? 422 : 415) : 403;
    expect(response.status).toBe(expected);
  });

  test.each(['PUT', 'DELETE'])('%s of another site is refused before anything is looked at', async (method) => {
    const response = await ask(method, '/api/drafts/12345678', {
      as: 'u07',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'cross-site' });
  });
});

describe('strict JSON', () => {
  const post = (body: string | Uint8Array<ArrayBuffer> | ReadableStream, headers: Record<string, string> = {}) =>
    app.fetch(
      new Request(`${ORIGIN}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      }),
      env,
    );
  const signedIn = (extra: string) => `{"person":"u07",${extra}}`;

  test.each([
    ['nothing', '', 400, 'malformed-json'],
    ['half an object', '{"person":', 400, 'malformed-json'],
    ['a trailing comma', '{"person":"u07",}', 400, 'malformed-json'],
    ['a comment', '{/**/}', 400, 'malformed-json'],
    ['two values', '{} {}', 400, 'malformed-json'],
    ['a raw control character', '{"person":"a\tb"}', 400, 'malformed-json'],
    ['a wrong escape', '{"person":"\\x41"}', 400, 'malformed-json'],
    ['NaN', '{"n":NaN}', 400, 'malformed-json'],
    ['a leading zero', '{"n":01}', 400, 'malformed-json'],
    ['a byte order mark', '\uFEFF{}', 400, 'malformed-json'],
    ['a key twice', '{"person":"a","person":"b"}', 400, 'duplicate-key'],
    ['a key twice, escaped', '{"person":"a","\\u0070erson":"b"}', 400, 'duplicate-key'],
    ['a number too large', '{"n":1e400}', 400, 'inexact-number'],
    ['a number too precise', '{"n":12345678901234567890}', 400, 'inexact-number'],
    ['a number too small', '{"n":1e-400}', 400, 'inexact-number'],
    ['__proto__', '{"__proto__":{"x":1}}', 422, 'forbidden-key'],
    ['constructor, deep', '{"a":[{"b":{"constructor":1}}]}', 422, 'forbidden-key'],
    ['a lone surrogate', '{"person":"\\ud800"}', 422, 'ill-formed-text'],
    ['U+0000', '{"person":"a\\u0000b"}', 422, 'ill-formed-text'],
    ['deep nesting', '['.repeat(100_000), 422, 'too-deep'],
    ['many values', `[${'0,'.repeat(20_001)}0]`, 422, 'too-deep'],
    ['an unknown key', signedIn('"password":"x","admin":true'), 422, 'invalid-body'],
    ['a wrong type', signedIn('"password":1'), 422, 'invalid-body'],
    ['too many bytes', `{"person":"${'x'.repeat(1_000_001)}"}`, 413, 'too-large'],
  ])('%s is refused', async (_, body, status, code) => {
    expect(await problemOf(await post(body))).toMatchObject({ status, code, type: `/problems/${code}` });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test('numbers that a double holds exactly pass', async () => {
    const response = await post('{"a":0,"b":-1.50,"c":1e3,"d":0.1,"e":9007199254740991,"f":1E-7}');
    expect(await problemOf(response)).toMatchObject({ code: 'invalid-body' });
  });

  test('bytes that are not UTF-8 are refused', async () => {
    expect(await problemOf(await post(new Uint8Array([0x22, 0xff, 0x22])))).toMatchObject({ code: 'malformed-json' });
  });

  test('a compressed body is refused', async () => {
    expect(await problemOf(await post('{}', { 'Content-Encoding': 'gzip' }))).toMatchObject({
      code: 'encoded-body',
      status: 415,
    });
  });

  test('a body without a length is counted while it arrives', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(64 * 1024));
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    expect(await problemOf(await post(endless))).toMatchObject({ status: 413, code: 'too-large' });
    expect(sent).toBeLessThan(3_000_000);
  });
});

describe('every answer', () => {
  test('carries the security headers, whatever it says', async () => {
    const answers = [
      await ask('GET', '/api/health'),
      await ask('GET', '/api/session'),
      await ask('GET', '/api/nothing/here'),
      await ask('PATCH', '/api/session'),
      await ask('POST', '/api/session', { body: '{' }),
      await ask('GET', '/api/openapi.json'),
      await ask('DELETE', '/api/session'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 404, 405, 400, 200, 204]);
    for (const { headers } of answers) {
      expect(Object.fromEntries(headers)).toMatchObject({
        ...Object.fromEntries(Object.entries(commonHeaders).map(([name, value]) => [name.toLowerCase(), value])),
        'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
        vary: 'Sec-Fetch-Site, Origin, Cookie',
      });
    }
  });

  test('pages carry the same headers', () => {
    const [everything = ''] = pageHeaders.split('\n\n');
    const stated = everything
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
    const expected = Object.entries({ ...commonHeaders, 'Content-Security-Policy': pagePolicy });
    expect(stated.filter(Boolean)).toEqual(expected.map(([name, value]) => `${name}: ${value}`));
  });

  test('a failure says nothing about the inside', async () => {
    expectOnConsole(/"code":"unexpected"/);
    const broken = {
      prepare: env.DB.prepare.bind(env.DB),
      batch: () => Promise.reject(new Error('D1_ERROR: no such table: secrets')),
    };
    const response = await ask('GET', '/api/session', { as: 'u07', db: broken as unknown as D1Database });
    expect(await problemOf(response)).toEqual({ type: '/problems/unexpected', status: 500, code: 'unexpected' });
  });

  test('an overloaded database is not asked again, a lost connection is', async () => {
    expectOnConsole(/"code":"unavailable"/);
    const failing = (message: string, times: number) => {
      let calls = 0;
      const db = {
        prepare: env.DB.prepare.bind(env.DB),
        batch(statements: D1PreparedStatement[]) {
          calls += 1;
          return calls <= times ? Promise.reject(new Error(message)) : env.DB.batch(statements);
        },
      };
      return { db: db as unknown as D1Database, calls: () => calls };
    };
    const lost = failing('D1_ERROR: Network connection lost.', 2);
    expect((await ask('GET', '/api/session', { as: 'u07', db: lost.db })).status).toBe(200);
    expect(lost.calls()).toBe(3);
    const overloaded = failing('D1_ERROR: D1 DB is overloaded. Requests queued for too long.', 9);
    const response = await ask('GET', '/api/session', { as: 'u07', db: overloaded.db });
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'unavailable' });
    expect(response.headers.get('Retry-After')).toBe('2');
    expect(overloaded.calls()).toBe(1);
  });
});

describe('the description of the API', () => {
  type Operation = {
    readonly responses: Record<string, unknown>;
    readonly parameters: readonly { readonly name: string }[];
  };
  const read = async () =>
    done<{
      readonly paths: Record<string, Record<string, Operation>>;
      readonly components: { schemas: Record<string, unknown> };
    }>(ask('GET', '/api/openapi.json'));

  test('names exactly the routes there are', async () => {
    const { paths } = await read();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const served = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual([...new Set(served)].sort());
    expect(described).toHaveLength(routes.length);
  });

  test('points only to schemas it holds', async () => {
    const description = await read();
    const pointers = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/([^"/]+)/g)].map(
      ([, name]) => name,
    );
    expect(pointers.length).toBeGreaterThan(100);
    expect(
      pointers.filter((name) => name === undefined || !Object.hasOwn(description.components.schemas, name)),
    ).toEqual([]);
  });

  test('every path answers 405 with Allow to a method it does not have, and 401 without a session', async () => {
    for (const { path, method, access } of routes) {
      const address = path.replaceAll(/\{\w+\}/g, '1');
      const wrong = await ask('PATCH', address);
      expect([path, wrong.status]).toEqual([path, 405]);
      expect(wrong.headers.get('Allow')?.split(', ')).toContain(method);
      if (access === 'public') continue;
      const unsigned = await ask(method, address, method === 'POST' || method === 'PUT' ? { body: {} } : {});
      expect([path, unsigned.status]).toEqual([path, 401]);
    }
  });

  test('a query parameter that is unknown, repeated or wrong is refused', async () => {
    for (const query of [
      'boxx=todo',
      'box=todo&box=done',
      'box=all',
      'box=todo&limit=1000000000',
      'box=todo&cursor=%22',
      'box[]=todo',
      '',
    ]) {
      const response = await ask('GET', `/api/tasks?${query}`, { as: 'u07' });
      expect([query, response.status, (await problemOf(response)).code]).toEqual([query, 400, 'invalid-query']);
    }
  });
});
