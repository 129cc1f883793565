import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseList, CommandOutcome, EntryList } from '../../schemas/generated/api.ts';
import { Person } from '../support/api.ts';
import { type Product, serve } from '../support/serve.ts';
import { valuesOf, withRows } from '../support/story.ts';

/** Submissions under way at any moment until the server dies: who is answered sends the next one. */
const CONCURRENT = 200;
/** Acknowledgements after which the server is killed. */
const KILLED_AFTER = 40;

let product: Product;
beforeAll(async () => {
  product = await serve();
});
afterAll(async () => {
  await product?.stop();
});

test('after a kill -9 in the middle of 200 concurrent submissions each acknowledged one is there once and every chain verifies', async () => {
  const clerk = await Person.signIn(product.url, 'u08');
  const small = valuesOf('supervision', 'campaign-approval')['small-promotion'] ?? {};
  const today = new Date();
  const dates = { start: day(today, 30), end: day(today, 40) };
  const submissions: { readonly key: string; readonly body: object }[] = [];
  const acknowledged = new Map<string, string>();
  const send = async ({ key, body }: (typeof submissions)[number]): Promise<void> => {
    const answer = await clerk.command('/api/cases', body, key);
    if (answer.status === 200 || answer.status === 201) acknowledged.set(key, (answer.body as CommandOutcome).id);
    else throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  };
  const sendUntilItDies = async (): Promise<void> => {
    for (;;) {
      const name = `方案 ${submissions.length}`;
      const values = withRows({ plan: { ...small.plan, name, dates } });
      const submission = { key: randomUUID(), body: { process: 'campaign-approval', values } };
      submissions.push(submission);
      await send(submission);
    }
  };

  const lanes = Promise.allSettled(Array.from({ length: CONCURRENT }, sendUntilItDies));
  while (acknowledged.size < KILLED_AFTER) await wait(5);
  await product.kill();
  await lanes;
  const before = new Map(acknowledged);
  expect(before.size).toBeGreaterThanOrEqual(KILLED_AFTER);
  expect(submissions.length - before.size).toBe(CONCURRENT);

  await product.restart();
  for (const submission of submissions) await send(submission);
  expect(acknowledged.size).toBe(submissions.length);
  for (const [key, id] of before) expect(acknowledged.get(key)).toBe(id);

  const auditor = await Person.signIn(product.url, 'u39');
  const cases = await all(auditor);
  expect(cases.map(({ id }) => id).sort()).toEqual([...acknowledged.values()].sort());
  expect(new Set(cases.map(({ subject }) => subject)).size).toBe(submissions.length);
  const numbers = cases.map(({ number }) => Number(number.slice(-4))).sort((a, b) => a - b);
  expect(numbers).toEqual(submissions.map((_, n) => n + 1));
  for (const { id } of cases) {
    const { integrity } = await auditor.get<EntryList>(`/api/cases/${id}/events`);
    expect(integrity).toMatchObject({ state: 'intact', entries: 1 });
  }
});

async function all(person: Person): Promise<CaseList['items']> {
  const items: CaseList['items'] = [];
  for (let cursor = ''; ; ) {
    const page = await person.get<CaseList>(`/api/cases?${cursor === '' ? '' : `cursor=${cursor}`}`);
    items.push(...page.items);
    if (page.next === undefined) return items;
    cursor = page.next;
  }
}

const day = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
