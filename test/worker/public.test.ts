import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  CaseAnswers,
  CaseView,
  CreatedLink,
  EntryList,
  PublicLinkList,
  PublicReceived,
  PublicStateView,
  QuarantineList,
} from '../../schemas/generated/api.ts';
import { networkOf } from '../../worker/src/http/network.ts';
import { ask, clock } from './support/api.ts';
import { agree, done } from './support/campaign.ts';
import {
  answers,
  count,
  filled,
  link,
  opened,
  questions,
  SERVICE,
  send,
  stranger,
  survey,
  tokenOf,
} from './support/public.ts';
import { publishDemo } from './support/workspace.ts';

const ADMIN = 'u40';
const ANSWERS = "process = 'satisfaction-answer'";
const received = () => count('cases', ANSWERS);
const links = async (as = SERVICE) => done<PublicLinkList>(ask('GET', '/api/links', { as }));
const caseOf = async (number: string) =>
  (await env.DB.prepare('SELECT public AS id FROM cases WHERE number = ?').bind(number).first<{ id: string }>())?.id ??
  '';

// Tickets are worked for in earnest.
vi.setConfig({ testTimeout: 30_000 });

beforeAll(publishDemo);
beforeEach(() => clock.set('2026-11-23T01:00:00.000Z'));

describe('a link', () => {
  test('is made by whom the process names, from a case whose questionnaire was approved', async () => {
    const { id } = await done<{ id: string }>(
      ask('POST', '/api/cases', { as: SERVICE, body: { process: 'satisfaction-survey', values: await planOf() } }),
    );
    expect(await (await link(id)).json()).toMatchObject({ issues: [{ code: 'not-ready', path: '/about' }] });
    await agree(id, 'u26');
    expect((await link(id)).status).toBe(201);
    expect((await link(id, {}, 'u35')).status).toBe(404);
  });

  test('has 128 random bits, is shown once and kept as a hash', async () => {
    const { id, links: made } = await done<CreatedLink>(link(await survey()));
    const token = made[0]?.token ?? '';
    expect(token).toMatch(/^[\w-]{22}$/);
    const row = await env.DB.prepare('SELECT * FROM links WHERE id = ?').bind(id).first();
    expect(JSON.stringify([row, await links()])).not.toContain(token);
  });

  test('belongs to whoever made it: others neither see nor end it', async () => {
    const { id } = await done<CreatedLink>(link(await survey()));
    expect((await links()).items.some((each) => each.id === id)).toBe(true);
    expect((await links('u14')).items.some((each) => each.id === id)).toBe(false);
    expect((await ask('DELETE', `/api/links/${id}`, { as: 'u14' })).status).toBe(404);
    expect((await ask('DELETE', `/api/links/${id}`, { as: SERVICE })).status).toBe(204);
  });

  test('opens nothing after it is revoked, before its first day, after its last, or when its case is over', async () => {
    const about = await survey();
    const { id, links: made } = await done<CreatedLink>(link(about, { opens: '2026-11-24', closes: '2026-11-25' }));
    const token = made[0]?.token ?? '';
    const why = async () => {
      const answer = await stranger('/api/public/form', { token });
      return answer.status === 200
        ? 'open'
        : [answer.status, (await answer.json<{ params: { why: string } }>()).params.why];
    };
    expect(await why()).toEqual([410, 'early']);
    clock.set('2026-11-24T01:00:00.000Z');
    expect(await why()).toBe('open');
    clock.set('2026-11-25T15:59:59.000Z');
    expect(await why()).toBe('open');
    clock.set('2026-11-25T16:00:00.000Z');
    expect(await why()).toEqual([410, 'late']);
    clock.set('2026-11-24T01:00:00.000Z');
    const cancel = { do: 'cancel', opinion: '不再调查。' };
    await done(ask('POST', `/api/cases/${about}/commands`, { as: ADMIN, body: cancel }));
    expect(await why()).toEqual([410, 'ended']);
    await ask('DELETE', `/api/links/${id}`, { as: SERVICE });
    expect(await why()).toEqual([410, 'revoked']);
  });

  test('gets another secret, and the old one opens nothing', async () => {
    const { id, links: made } = await done<CreatedLink>(link(await survey()));
    const next = await tokenOf(ask('POST', `/api/links/${id}/secret`, { as: SERVICE }));
    expect((await stranger('/api/public/form', { token: made[0]?.token ?? '' })).status).toBe(404);
    expect((await stranger('/api/public/form', { token: next })).status).toBe(200);
  });

  test('of one person is used once', async () => {
    const { links: made } = await done<CreatedLink>(link(await survey(), { personal: ['王女士', '李先生'] }));
    expect(made.map(({ note }) => note)).toEqual(['王女士', '李先生']);
    const [first = '', second = ''] = made.map(({ token }) => token);
    expect((await send(await filled(first, answers({ q1: 5 })))).status).toBe(201);
    const again = await stranger('/api/public/form', { token: first });
    expect([again.status, (await again.json<{ params: object }>()).params]).toEqual([410, { why: 'used' }]);
    expect((await stranger('/api/public/form', { token: second })).status).toBe(200);
    const [listed] = (await links()).items;
    expect(listed?.personal).toEqual([{ note: '王女士', usedAt: expect.any(String) }, { note: '李先生' }]);
  });
});

describe('the form', () => {
  test('shows what the definition makes public, the questions of the case, and no person or ledger', async () => {
    const token = await tokenOf(link(await survey()));
    const view = await opened(token);
    expect(view.forms.map(({ id }) => id)).toEqual(['sheet']);
    expect(view.edit).toEqual(['sheet.answers', 'sheet.contact', 'sheet.name', 'sheet.phone']);
    expect(view.initial).toEqual({
      sheet: { survey: '下半年满意度调查', answers: { questions, given: {} } },
    });
    expect(view.environment).toMatchObject({ settings: {}, ledgers: {} });
    expect(JSON.stringify(view)).not.toContain(SERVICE);
  });

  test('becomes a case of whoever made the link, which says by which link it came', async () => {
    const token = await tokenOf(link(await survey(), { name: '湖滨店海报' }));
    const answer = await send(await filled(token, answers({ q1: 4, q3: '很好' })));
    expect(answer.status).toBe(201);
    const { number = '', thanks } = await answer.json<PublicReceived>();
    expect(thanks).toMatchObject({ 'zh-CN': expect.stringContaining('谢谢') });
    const id = await caseOf(number);
    const view = await done<CaseView>(ask('GET', `/api/cases/${id}`, { as: SERVICE }));
    expect(view).toMatchObject({
      starter: SERVICE,
      status: 'completed',
      values: { sheet: { answers: { questions, given: { q1: 4, q3: '很好' } } } },
    });
    const { items, integrity } = await done<EntryList>(ask('GET', `/api/cases/${id}/events`, { as: SERVICE }));
    expect(items[0]).toMatchObject({
      by: 'system:public',
      events: expect.arrayContaining([
        expect.objectContaining({ type: 'CaseStarted', data: expect.objectContaining({ link: '湖滨店海报' }) }),
      ]),
    });
    expect(integrity).toMatchObject({ state: 'intact' });
  });

  test('is judged by every rule, and what was refused can be put right with the same ticket', async () => {
    const body = await filled(await tokenOf(link(await survey())), answers({ q3: '没有评分' }));
    const refused = await send(body);
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { code: 'invalid-values', issues: [{ code: 'required', path: '/sheet/answers/given/q1' }] },
    ]);
    expect((await send({ ...body, values: answers({ q1: 3 }) })).status).toBe(201);
  });

  test('takes no field that is not public', async () => {
    const body = await filled(await tokenOf(link(await survey())), answers({ q1: 3 }, { survey: '别的' }));
    expect(await (await send(body)).json()).toMatchObject({ issues: [{ code: 'not-writable' }] });
    const later = { ...answers({ q1: 3 }), callback: { reached: true, note: 'x' } };
    expect(await (await send({ ...body, values: later })).json()).toMatchObject({ code: 'invalid-values' });
  });
});

describe('spam', () => {
  test('a hundred posts without a ticket store nothing', async () => {
    const token = await tokenOf(link(await survey()));
    const before = [await received(), await count('quarantine')];
    const { ticket: _, ...bare } = await filled(token, answers({ q1: 5 }));
    const statuses = new Set<number>();
    for (let n = 0; n < 50; n += 1) {
      statuses.add((await send(bare)).status);
      statuses.add((await send({ ...bare, ticket: 'made.up.ticket.x' })).status);
    }
    expect([...statuses]).toEqual([422]);
    expect([await received(), await count('quarantine')]).toEqual(before);
  });

  test('a ticket counts once: replayed it is refused', async () => {
    const body = await filled(await tokenOf(link(await survey())), answers({ q1: 5 }));
    expect((await send(body)).status).toBe(201);
    const stored = await received();
    for (const receipt of [body.receipt, 'another-receipt-of-mine-1']) {
      const again = await send({ ...body, receipt });
      expect([again.status, (await again.json<{ code: string }>()).code]).toEqual([409, 'already-sent']);
    }
    expect(await received()).toBe(stored);
  });

  test('two deliveries at the same moment make one case', async () => {
    const body = await filled(await tokenOf(link(await survey())), answers({ q1: 5 }));
    const stored = await received();
    const both = await Promise.all([send(body), send({ ...body, receipt: 'another-receipt-of-mine-2' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await received()).toBe(stored + 1);
  });

  test.each([
    ['sent at once', -3000, {}, 'too-soon'],
    ['half a day old', 12 * 3_600_000 + 1, {}, 'expired'],
    ['not worked for', 0, { solution: '0' }, 'unsolved'],
  ])('a ticket %s is not taken', async (_, pass, change, why) => {
    const body = await filled(await tokenOf(link(await survey())), answers({ q1: 5 }));
    clock.pass(pass);
    const answer = await send({ ...body, ...change });
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'bad-ticket', params: { why } }]);
  });

  test('a ticket of another link is not taken', async () => {
    const about = await survey();
    const [mine, other] = [await tokenOf(link(about)), await tokenOf(link(about))];
    const body = await filled(mine, answers({ q1: 5 }));
    expect(await (await send({ ...body, token: other })).json()).toMatchObject({
      code: 'bad-ticket',
      params: { why: 'forged' },
    });
  });

  test('a minute takes five tries of one address, and one network is one address', async () => {
    const body = await filled(await tokenOf(link(await survey())), answers({ q1: 5 }));
    const statuses: number[] = [];
    for (let n = 1; n <= 6; n += 1)
      statuses.push((await send({ ...body, solution: '0' }, `2001:db8:1:2::${n}`)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await send(body, '2001:db8:1:2::7')).status).toBe(429);
    expect((await send(body, '2001:db8:1:3::7')).status).toBe(201);
  });

  test('an hour takes two hundred of one link', async () => {
    const { id, links: made } = await done<CreatedLink>(link(await survey()));
    const token = made[0]?.token ?? '';
    const body = await filled(token, answers({ q1: 5 }));
    const { rateBucket } = await import('../../worker/src/store/rates.ts');
    const bucket = rateBucket('link', id);
    await env.DB.prepare('INSERT INTO rates (bucket, since, n) VALUES (?, ?, 200)').bind(bucket, clock.now()).run();
    const refused = await send(body);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
    expect((await opened(token)).challenge.bits).toBe(18);
    clock.pass(3_600_000);
    expect((await send(body)).status).toBe(201);
  });

  test('a quota ends with its last answer, also when two come at once', async () => {
    const token = await tokenOf(link(await survey(), { quota: 1 }));
    const bodies = [await filled(token, answers({ q1: 5 })), await filled(token, answers({ q1: 4 }))];
    const both = await Promise.all(bodies.map((body) => send(body)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 429]);
    expect((await stranger('/api/public/form', { token })).status).toBe(429);
  });

  test('what fills in the field that people do not see is put aside, and administrators release or delete it', async () => {
    const { id, links: made } = await done<CreatedLink>(link(await survey()));
    const token = made[0]?.token ?? '';
    const stored = await received();
    const body = await filled(token, answers({ q1: 5, q3: 'buy-now.example' }), { website: 'https://buy-now.example' });
    const answer = await send(body);
    expect([answer.status, await answer.json()]).toEqual([202, {}]);
    expect((await send(await filled(token, answers({ q1: 1 }), { website: 'x' }))).status).toBe(202);
    expect(await received()).toBe(stored);
    expect((await ask('GET', `/api/links/${id}/quarantine`, { as: SERVICE })).status).toBe(404);
    const { items } = await done<QuarantineList>(ask('GET', `/api/links/${id}/quarantine`, { as: ADMIN }));
    expect(items).toHaveLength(2);
    const bait = items.find(({ texts }) => texts.includes('buy-now.example'));
    const fine = items.find((each) => each !== bait);
    const judge = (held: string | undefined, what: string, as = ADMIN) =>
      ask('POST', `/api/quarantine/${held}`, { as, body: { do: what } });
    expect((await judge(bait?.id, 'delete', SERVICE)).status).toBe(404);
    expect((await judge(bait?.id, 'delete')).status).toBe(204);
    expect((await judge(fine?.id, 'release')).status).toBe(204);
    expect((await judge(fine?.id, 'release')).status).toBe(404);
    expect([await received(), (await links()).items.find((each) => each.id === id)]).toMatchObject([
      stored + 1,
      { received: 1, held: 0 },
    ]);
  });
});

describe('nothing is read back', () => {
  test('a form secret is no receipt, a receipt is no form secret, and guesses lead nowhere', async () => {
    const token = await tokenOf(link(await survey()));
    const body = await filled(token, answers({ q1: 5 }));
    expect((await send(body)).status).toBe(201);
    const guesses = [token, `${token.slice(0, -1)}A`, 'AAAAAAAAAAAAAAAAAAAAAA'];
    for (const receipt of guesses) expect((await stranger('/api/public/receipt', { receipt })).status).toBe(404);
    expect((await stranger('/api/public/form', { token: body.receipt })).status).toBe(404);
    for (const path of [`/api/public/submissions/${token}`, `/api/public/form/${token}`])
      expect((await ask('GET', path)).status).toBe(404);
  });

  test('a receipt tells the number and how far it is, and nothing of what is in it', async () => {
    const token = await tokenOf(link(await survey()));
    const given = answers({ q1: 2, q3: '回访我' }, { contact: true, name: '王女士', phone: '13800138000' });
    const body = await filled(token, given);
    const { number = '' } = await done<PublicReceived>(send(body));
    const state = () => done<PublicStateView>(stranger('/api/public/receipt', { receipt: body.receipt }));
    expect(await state()).toMatchObject({ number, state: 'received', mayWrite: true });
    expect(JSON.stringify(await state())).not.toMatch(/13800138000|回访我|u\d\d/);
    const write = (text: string) => stranger('/api/public/messages', { receipt: body.receipt, text });
    expect((await write('请下午打电话。')).status).toBe(204);
    expect((await write('还有一句。')).status).toBe(409);
    expect(await state()).toMatchObject({ state: 'handling', mayWrite: false });
    const id = await caseOf(number);
    const { comments } = await done<CaseView>(ask('GET', `/api/cases/${id}`, { as: 'u14' }));
    expect(comments).toMatchObject([{ by: 'system:public', text: '请下午打电话。' }]);
  });
});

describe('what was answered', () => {
  test('is summed up on the case that asked, for whoever sees its questions', async () => {
    const about = await survey();
    const token = await tokenOf(link(about));
    for (const given of [
      { q1: 5, q2: ['o1'] },
      { q1: 4, q2: ['o1', 'o2'], q3: '尺码偏小' },
    ])
      expect((await send(await filled(token, answers(given)))).status).toBe(201);
    const summary = await done<CaseAnswers>(ask('GET', `/api/cases/${about}/answers`, { as: 'u26' }));
    expect(summary.fields).toMatchObject([
      {
        received: 2,
        questions: [
          { id: 'q1', answered: 2, average: '4.50' },
          {
            id: 'q2',
            answered: 2,
            options: [
              { title: '款式', count: 2 },
              { title: '售后', count: 1 },
            ],
          },
          { id: 'q3', answered: 1, texts: ['尺码偏小'] },
        ],
      },
    ]);
    expect(summary.links).toEqual([]);
    const mine = await done<CaseAnswers>(ask('GET', `/api/cases/${about}/answers`, { as: SERVICE }));
    expect(mine.links).toMatchObject([{ id: 'satisfaction-answer' }]);
    expect((await ask('GET', `/api/cases/${about}/answers`, { as: 'u35' })).status).toBe(404);
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0db8:0001:0002:0003:0004:0005:0006', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

async function planOf() {
  const id = await survey();
  const { values } = await done<CaseView>(ask('GET', `/api/cases/${id}`, { as: SERVICE }));
  return { plan: values.plan };
}
