import { beforeEach, describe, expect, test } from 'vitest';
import type { CaseView, CommandOutcome } from '../../schemas/generated/api.ts';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import { ask, clock } from './support/api.ts';
import { agree, command, done, submit, taskOf, viewOf } from './support/campaign.ts';
import { ordering, publishOrdering, quoting } from './support/ordering.ts';

const [STARTER, CHECKER, NEW_CHECKER, AUDITOR] = ['u08', 'u18', 'u20', 'u39'] as const;
const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** Asks somebody else at the end, and twice. */
const newOrdering: ProcessDocument = {
  ...ordering,
  roles: { ...ordering.roles, checker: { post: 'legal-counsel' } },
  steps: [...ordering.steps, { seal: { approve: 'checker', see: ['order'], title: words('用印'), repeat: 'ask' } }],
};

/** Wants to know until when, too. */
const newQuoting: ProcessDocument = {
  ...quoting,
  forms: {
    quote: {
      ...quoting.forms.quote,
      title: words('报价'),
      fields: { ...quoting.forms.quote?.fields, until: { type: 'date', title: words('有效期'), required: true } },
    },
  },
};

beforeEach(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishOrdering();
});

async function order(...shops: readonly string[]): Promise<string> {
  const values = { order: { what: '冬装', shops: shops.map((name, n) => ({ _row: `r${n + 1}`, name })) } };
  const begun = ask('POST', '/api/cases', { as: STARTER, body: { process: 'ordering', values } });
  return (await done<CommandOutcome>(begun)).id;
}

const versionOf = async (id: string): Promise<Pick<CaseView['process'], 'version' | 'latest'>> => {
  const { version, latest } = (await viewOf(id, AUDITOR)).process;
  return { version, latest };
};

async function childFor(id: string, shop: string): Promise<string> {
  const { children } = await viewOf(id, AUDITOR);
  const found = children.find(({ status, subject }) => status === 'open' && subject === shop);
  if (!found) throw new Error(`nobody is asked for the price of ${shop}`);
  return found.id;
}

const quote = (child: string, values: Readonly<Record<string, unknown>>): Promise<CommandOutcome> =>
  submit(child, STARTER, { quote: values });

describe('a new version of a process is published', () => {
  test('vector (20): while a case waits for one case a row: it goes on with its version to its end, a new case has the new one', async () => {
    const old = await order('湖滨', '武林');
    const { version } = await versionOf(old);
    const waiting = await childFor(old, '武林');
    await quote(await childFor(old, '湖滨'), { price: '10.00' });
    await publishOrdering([newOrdering, newQuoting]);
    expect(await versionOf(old)).toEqual({ version, latest: version + 1 });
    const child = await versionOf(waiting);
    expect(child.version).toBe(child.latest - 1);

    await quote(waiting, { price: '20.00' });
    const { values } = await viewOf(old, CHECKER);
    expect(values.order?.shops).toMatchObject([{ price: '10.00' }, { price: '20.00' }]);
    expect((await ask('GET', `/api/cases/${old}`, { as: NEW_CHECKER })).status).toBe(404);
    expect(await agree(old, CHECKER)).toMatchObject({ status: 'completed' });
    expect(await versionOf(old)).toEqual({ version, latest: version + 1 });

    const fresh = await order('湖滨');
    expect(await versionOf(fresh)).toEqual({ version: version + 1, latest: version + 1 });
    await quote(await childFor(fresh, '湖滨'), { price: '30.00', until: '2026-12-31' });
    expect((await taskOf(fresh, NEW_CHECKER)).step).toBe('check');
    expect(await agree(fresh, NEW_CHECKER)).toMatchObject({ status: 'open' });
    expect((await taskOf(fresh, NEW_CHECKER)).step).toBe('seal');
  });

  test('vector (20): a case that goes back opens its rows anew, itself by its own version, they by the newest', async () => {
    const old = await order('湖滨');
    const { version } = await versionOf(old);
    await quote(await childFor(old, '湖滨'), { price: '10.00' });
    await publishOrdering([newOrdering, newQuoting]);
    await done(command(old, CHECKER, { do: 'return', step: 'check', to: 'draft', opinion: '重新询价。' }));
    await submit(old, STARTER, {});
    const again = await childFor(old, '湖滨');
    const child = await versionOf(again);
    expect(child.version).toBe(child.latest);
    await quote(again, { price: '15.00', until: '2026-12-31' });
    expect(await viewOf(old, CHECKER)).toMatchObject({
      process: { version, latest: version + 1 },
      values: { order: { shops: [{ name: '湖滨', price: '15.00' }] } },
      tasks: [{ step: 'check' }],
    });
    expect(await agree(old, CHECKER)).toMatchObject({ status: 'completed' });
  });
});
