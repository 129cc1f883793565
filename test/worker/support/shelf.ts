import { env } from 'cloudflare:workers';
import { compileWorkspace } from '#engine';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import { Store } from '../../../worker/src/store/database.ts';
import { openLedgers } from '../../../worker/src/store/development-store.ts';
import { publish } from '../../../worker/src/store/publish.ts';
import { clock } from './api.ts';
import { bundle } from './workspace.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** What there is of each thing, how much was taken, and when somebody looks after it. */
const shelf: LedgerDocument = {
  format: 'ledger/v1',
  id: 'shelf',
  title: words('库存'),
  key: ['thing'],
  columns: {
    thing: { type: 'text', title: words('物品') },
    had: { type: 'integer', title: words('原有') },
    taken: { type: 'integer', title: words('已领') },
    left: { type: 'integer', title: words('剩余'), compute: 'row.had - row.taken' },
    reviewOn: { type: 'date', title: words('盘点日') },
    keeper: { type: 'person', title: words('保管人') },
  },
  limits: [{ that: 'row.taken <= 0 || empty(row.taken) || row.left >= 0', else: words('不能超过库存。') }],
  readers: ['everyone'],
};

const slips: LedgerDocument = {
  format: 'ledger/v1',
  id: 'slips',
  title: words('领用单'),
  key: 'case',
  columns: { thing: { type: 'text', title: words('物品') }, state: { type: 'text', title: words('状态') } },
  readers: ['everyone'],
};

const base = {
  format: 'process/v1',
  area: 'supervision',
  calendar: 'cn-work',
  roles: { starter: { starter: true } },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
} as const;

const taking: ProcessDocument = {
  ...base,
  id: 'taking',
  title: words('领用'),
  number: { format: 'T-{seq:4}', reset: 'never' },
  subject: 'take.what',
  forms: {
    take: {
      title: words('领用'),
      fields: {
        what: { type: 'text', title: words('事由'), required: true },
        things: {
          type: 'table',
          title: words('物品'),
          columns: { name: { type: 'text', title: words('名称') }, count: { type: 'integer', title: words('数量') } },
        },
      },
    },
  },
  steps: [
    { draft: { fill: 'take', by: 'starter', title: words('填写') } },
    { slip: { ledger: 'slips', each: 'take.things', insert: { thing: 'item.name' }, title: words('登记') } },
    {
      off: {
        ledger: 'shelf',
        each: 'take.things',
        key: { thing: 'item.name' },
        put: {
          taken: 'row.taken + item.count',
          reviewOn: "item.name == '墨' ? addDays(today, 3) : row.reviewOn",
          keeper: "item.name == '墨' ? starter : row.keeper",
        },
        title: words('领出'),
      },
    },
    { done: { ledger: 'slips', each: 'take.things', update: { state: "'taken'" }, title: words('完成') } },
  ],
};

/** Started by a row on the day it is looked after. */
const reviewing: ProcessDocument = {
  ...base,
  id: 'reviewing',
  title: words('盘点'),
  number: { format: 'V-{seq:4}', reset: 'never' },
  subject: 'review.thing',
  startable: false,
  triggers: [
    {
      ledger: 'shelf',
      on: 'row.reviewOn',
      when: 'empty(row.left) || row.left > 0',
      as: 'row.keeper',
      with: { 'review.thing': 'row.thing', 'review.counted': 'row.id' },
    },
  ],
  forms: {
    review: {
      title: words('盘点'),
      fields: {
        thing: { type: 'text', title: words('物品') },
        counted: { type: 'text', title: words('编号') },
      },
    },
  },
  steps: [{ look: { fill: 'review', by: 'starter', title: words('盘点') } }],
};

/** Publishes the ledgers and their processes with these rows. */
export async function publishShelf(rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const store = new Store(env.DB);
  const workspace = { ...bundle.workspace, ledgers: { ...bundle.workspace.ledgers, shelf, slips } };
  const added = [taking, reviewing].map((document) => [document.id, { document, foreign: {} }] as const);
  const processes = { ...bundle.processes, ...Object.fromEntries(added) };
  const stamp = { author: 'system', reason: 'test', at: clock.now() };
  const published = await publish(store, { ...bundle, workspace, processes }, stamp);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  await openLedgers(store, { shelf: rows }, compileWorkspace(workspace), clock.now());
}

/** The cells of a row as they are now. */
export async function rowOf(ledger: string, row: string): Promise<unknown> {
  const found = await env.DB.prepare('SELECT cells FROM ledger_rows WHERE ledger = ? AND row = ?')
    .bind(ledger, row)
    .first<{ cells: string }>();
  return found === null ? undefined : JSON.parse(found.cells);
}
