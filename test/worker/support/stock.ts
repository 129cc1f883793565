import { env } from 'cloudflare:workers';
import { compileWorkspace } from '#engine';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import { Store } from '../../../worker/src/store/database.ts';
import { openLedgers } from '../../../worker/src/store/development-store.ts';
import { publish } from '../../../worker/src/store/publish.ts';
import { clock } from './api.ts';
import { bundle } from './workspace.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** What shops hold: managers see all of it, heads of branches the rows of their branch and no price, keepers their own. */
const stock: LedgerDocument = {
  format: 'ledger/v1',
  id: 'stock',
  title: words('库存'),
  key: ['item'],
  columns: {
    item: { type: 'text', title: words('货品') },
    unit: { type: 'unit', title: words('单位') },
    keeper: { type: 'person', title: words('保管人') },
    pieces: { type: 'integer', title: words('件数') },
    price: { type: 'money', title: words('金额') },
    counted: { type: 'date', title: words('盘点日') },
  },
  name: 'item',
  totals: ['pieces', 'price'],
  readers: [
    { post: 'supervision-manager' },
    { post: 'branch-manager', rows: { unit: 'unit' }, columns: ['item', 'unit', 'pieces', 'counted'] },
    { post: 'brand-promotion-supervisor', rows: { person: 'keeper' } },
  ],
};

export type StockRow = {
  readonly item: string;
  readonly unit: string;
  readonly keeper: string;
  readonly pieces: number;
  readonly price: string;
  readonly counted?: string;
};

/** Publishes the ledger with these rows, the first entered first. */
export async function publishStock(rows: readonly StockRow[]): Promise<void> {
  const store = new Store(env.DB);
  const workspace = { ...bundle.workspace, ledgers: { ...bundle.workspace.ledgers, stock } };
  const published = await publish(
    store,
    { ...bundle, workspace },
    { author: 'system', reason: 'test', at: clock.now() },
  );
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  await openLedgers(store, { stock: rows }, compileWorkspace(workspace), clock.now());
}
