import { env } from 'cloudflare:workers';
import { compileWorkspace, type Published } from '#engine';
import type { LedgerDocument, LedgerSum } from '../../../schemas/generated/ledger.ts';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import type { ReportDocument } from '../../../schemas/generated/report.ts';
import { Store } from '../../../worker/src/store/database.ts';
import { openLedgers } from '../../../worker/src/store/development-store.ts';
import { publish } from '../../../worker/src/store/publish.ts';
import { clock } from './api.ts';
import { bundle } from './workspace.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

export const BY_QUARTER: LedgerSum = {
  by: { unit: 'row.unit', quarter: 'quarterOf(row.month)' },
  sum: { amount: 'row.amount' },
};

const ledger = (
  sums: Readonly<Record<string, LedgerSum>>,
  readers: LedgerDocument['readers'] = ['everyone'],
): LedgerDocument => ({
  format: 'ledger/v1',
  id: 'sold',
  title: words('销售'),
  key: ['shop'],
  columns: {
    shop: { type: 'text', title: words('店铺') },
    unit: { type: 'unit', title: words('单位') },
    month: { type: 'month', title: words('月份') },
    amount: { type: 'money', title: words('金额') },
  },
  ...(Object.keys(sums).length > 0 && { sums }),
  readers,
});

const shown = (column: string) => ({
  ledger: 'sold',
  sums: 'byQuarter',
  key: { unit: 'sale.unit', quarter: 'sale.quarter' },
  column,
});

/** Somebody sets what a shop has sold; the form shows what was sold in its unit and quarter before. */
const process = (looksUp: boolean): ProcessDocument => ({
  format: 'process/v1',
  id: 'sale',
  title: words('销售'),
  area: 'supervision',
  number: { format: 'SALE-{seq:5}', reset: 'never' },
  subject: 'sale.shop',
  calendar: 'cn-work',
  startable: true,
  roles: { seller: { starter: true } },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  forms: {
    sale: {
      title: words('销售'),
      fields: {
        shop: { type: 'text', title: words('店铺'), required: true },
        unit: { type: 'unit', title: words('单位'), required: true },
        month: { type: 'month', title: words('月份'), required: true },
        quarter: { type: 'quarter', title: words('季度'), compute: 'quarterOf(sale.month)' },
        amount: { type: 'money', title: words('金额'), required: true },
        ...(looksUp && {
          sold: { type: 'money', title: words('已售'), lookup: shown('amount') },
          times: { type: 'integer', title: words('次数'), lookup: shown('count') },
        }),
      },
    },
  },
  steps: [
    { sell: { title: words('填写'), fill: 'sale', by: 'seller' } },
    {
      book: {
        ledger: 'sold',
        insert: { shop: 'sale.shop', unit: 'sale.unit', month: 'sale.month', amount: 'sale.amount' },
      },
    },
  ],
});

export type Sale = { readonly shop: string; readonly unit: string; readonly month: string; readonly amount: string };

/** Publishes the process and its ledger, with these sums and rows. */
export async function publishSales(
  sums: Readonly<Record<string, LedgerSum>> = { byQuarter: BY_QUARTER },
  rows: readonly Sale[] = [],
  more: { readonly readers?: LedgerDocument['readers']; readonly reports?: readonly ReportDocument[] } = {},
): Promise<void> {
  const store = new Store(env.DB);
  const workspace = {
    ...bundle.workspace,
    ledgers: { ...bundle.workspace.ledgers, sold: ledger(sums, more.readers) },
    reports: Object.fromEntries((more.reports ?? []).map((report) => [report.id, report])),
  };
  const sale: Published = { document: process('byQuarter' in sums), foreign: {} };
  const stamp = { author: 'system', reason: 'test', at: clock.now() };
  const published = await publish(store, { ...bundle, workspace, processes: { ...bundle.processes, sale } }, stamp);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  await openLedgers(store, { sold: rows }, compileWorkspace(workspace), clock.now());
}
