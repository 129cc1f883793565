import { env } from 'cloudflare:workers';
import { publishedOf } from '#engine';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import { Store } from '../../../worker/src/store/database.ts';
import { publish } from '../../../worker/src/store/publish.ts';
import { clock } from './api.ts';
import { bundle } from './workspace.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
const base = {
  format: 'process/v1',
  area: 'supervision',
  calendar: 'cn-work',
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
} as const;
const starter = { starter: true } as const;

/** One quote for each shop, waited for; what was quoted comes back into the rows. */
export const ordering: ProcessDocument = {
  ...base,
  id: 'ordering',
  title: words('订货'),
  number: { format: 'O-{seq:4}', reset: 'never' },
  subject: 'order.what',
  roles: { starter, checker: { post: 'supervision-manager' } },
  forms: {
    order: {
      title: words('订单'),
      fields: {
        what: { type: 'text', title: words('内容'), required: true },
        shops: {
          type: 'table',
          title: words('门店'),
          columns: { name: { type: 'text', title: words('名称') }, price: { type: 'money', title: words('价格') } },
        },
      },
    },
  },
  cancel: { by: ['starter'] },
  steps: [
    { draft: { fill: 'order', by: 'starter', title: words('填写') } },
    {
      quotes: {
        start: 'quoting',
        as: 'starter',
        title: words('询价'),
        wait: true,
        each: 'order.shops',
        with: { 'quote.shop': 'row.name' },
        result: { 'order.shops.price': 'child.quote.price' },
      },
    },
    { check: { approve: 'checker', see: ['order'], title: words('审核'), return: { to: ['draft'] } } },
  ],
};

/** The same, and books what was quoted without asking anybody. */
const booking: ProcessDocument = {
  ...ordering,
  id: 'booking',
  number: { format: 'B-{seq:4}', reset: 'never' },
  steps: [
    ...ordering.steps.slice(0, 2),
    {
      book: {
        ledger: 'budget',
        title: words('记账'),
        key: { unit: "'grp'", year: '2026' },
        update: { reserved: 'row.reserved + sum(order.shops.price)' },
      },
    },
  ],
};

export const quoting: ProcessDocument = {
  ...base,
  id: 'quoting',
  title: words('报价'),
  number: { format: 'Q-{seq:4}', reset: 'never' },
  subject: 'quote.shop',
  startable: false,
  roles: { starter },
  forms: {
    quote: {
      title: words('报价'),
      fields: {
        shop: { type: 'text', title: words('门店') },
        price: { type: 'money', title: words('价格'), required: true },
      },
    },
  },
  steps: [{ price: { fill: 'quote', by: 'starter', title: words('报价') } }],
};

/** Uses a budget after approval and starts a note; both can be undone within ten days. */
const spending: ProcessDocument = {
  ...base,
  id: 'spending',
  title: words('支出'),
  number: { format: 'P-{seq:4}', reset: 'never' },
  subject: 'spend.what',
  roles: { starter, checker: { post: 'supervision-manager' } },
  forms: {
    spend: {
      title: words('支出'),
      fields: {
        what: { type: 'text', title: words('内容'), required: true },
        unit: { type: 'unit', title: words('单位'), required: true },
        amount: { type: 'money', title: words('金额'), required: true },
      },
    },
  },
  steps: [
    { draft: { fill: 'spend', by: 'starter', title: words('填写') } },
    { check: { approve: 'checker', see: ['spend'], title: words('审核') } },
    {
      book: {
        ledger: 'budget',
        title: words('记账'),
        key: { unit: 'spend.unit', year: '2026' },
        update: { reserved: 'row.reserved + spend.amount' },
        undo: { reserved: 'row.reserved - spend.amount' },
      },
    },
    { note: { start: 'quoting', as: 'starter', title: words('报价'), with: { 'quote.shop': 'spend.what' } } },
  ],
  revoke: { process: 'campaign-revocation', within: '10d' },
};

/** Started by a budget of which less than a tenth is left. */
const alarm: ProcessDocument = {
  ...base,
  id: 'alarm',
  title: words('预警'),
  number: { format: 'A-{seq:4}', reset: 'never' },
  subject: 'alarm.unit',
  startable: false,
  roles: { starter },
  forms: {
    alarm: {
      title: words('预警'),
      fields: {
        unit: { type: 'unit', title: words('单位') },
        balance: { type: 'money', title: words('余额') },
      },
    },
  },
  steps: [{ read: { fill: 'alarm', by: 'starter', title: words('查看') } }],
  triggers: [
    {
      ledger: 'budget',
      when: 'row.balance < row.budget / 10',
      as: { post: 'marketing-finance' },
      with: { 'alarm.unit': 'row.unit', 'alarm.balance': 'row.balance' },
    },
  ],
};

/** Publishes them beside those of the product; `changed` are newer versions of some of them. */
export async function publishOrdering(changed: readonly ProcessDocument[] = []): Promise<void> {
  const present = [ordering, booking, quoting, spending, alarm, ...changed];
  const documents = Object.fromEntries(present.map((each) => [each.id, each]));
  const all = Object.fromEntries(Object.entries(bundle.processes).map(([id, { document }]) => [id, document]));
  const known = { ...all, ...documents };
  const added = Object.entries(documents).map(([id, document]) => [id, publishedOf(document, known)] as const);
  const processes = { ...bundle.processes, ...Object.fromEntries(added) };
  const stamp = { author: 'system', reason: 'test', at: clock.now() };
  const published = await publish(new Store(env.DB), { ...bundle, processes }, stamp);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
}

/**
 * A database whose statements fail as long as `fails` says so; what it says no to never reaches the real one.
 *
 * @param part text of the statements that fail.
 */
export function brokenAt(part: string, fails: () => boolean): D1Database {
  const marked = new WeakSet<object>();
  const prepare = (source: string): D1PreparedStatement => {
    const statement = env.DB.prepare(source);
    const { bind } = statement;
    statement.bind = (...values) => {
      const bound = bind.apply(statement, values);
      if (source.includes(part)) marked.add(bound);
      return bound;
    };
    return statement;
  };
  const door: Pick<D1Database, 'prepare' | 'batch'> = {
    prepare,
    async batch<T>(statements: D1PreparedStatement[]) {
      if (fails() && statements.some((each) => marked.has(each))) throw new Error('the database is broken');
      return env.DB.batch<T>(statements);
    },
  };
  return door as D1Database;
}
