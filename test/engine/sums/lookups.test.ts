import { describe, expect, test } from 'vitest';
import { compileDefinition } from '../../../engine/definition/compile.ts';
import { compileWorkspace } from '../../../engine/definition/workspace.ts';
import { World } from '../../../engine/scenario/world.ts';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import { person } from '../../support/acts.ts';
import { company } from '../../support/company.ts';
import { instant } from '../../support/given.ts';
import { fill } from '../../support/small-process.ts';

const sales: LedgerDocument = {
  format: 'ledger/v1',
  id: 'sales',
  title: 'Sales',
  key: 'case',
  columns: {
    unit: { type: 'unit', title: 'Unit' },
    month: { type: 'month', title: 'Month' },
    amount: { type: 'money', title: 'Amount' },
  },
  sums: {
    byQuarter: { by: { unit: 'row.unit', quarter: 'quarterOf(row.month)' }, sum: { amount: 'row.amount' } },
  },
  readers: ['everyone'],
};
const workspace = compileWorkspace({ ...company.documents, ledgers: { ...company.documents.ledgers, sales } });

const quarter = { type: 'quarter', title: 'Quarter' } as const;
const shown = (column: string) => ({
  ledger: 'sales',
  sums: 'byQuarter',
  key: { unit: 'sale.unit', quarter: 'sale.quarter' },
  column,
});
const document: ProcessDocument = {
  format: 'process/v1',
  id: 'sale',
  title: 'Sale',
  area: 'demo',
  number: { format: 'S-{seq:3}', reset: 'never' },
  subject: 'sale.unit',
  calendar: 'week',
  roles: { starter: { starter: true } },
  rules: { nobody: { to: { post: 'boss' } }, self: { to: { managerOf: 'self' } }, repeat: 'ask' },
  forms: {
    sale: {
      title: 'Sale',
      fields: {
        unit: { type: 'unit', title: 'Unit' },
        month: { type: 'month', title: 'Month' },
        quarter: { ...quarter, compute: 'quarterOf(sale.month)' },
        amount: { type: 'money', title: 'Amount' },
        sold: { type: 'money', title: 'Sold', lookup: shown('amount') },
        times: { type: 'integer', title: 'Times', lookup: shown('count') },
      },
    },
  },
  steps: [
    { sell: fill('sale', 'starter') },
    {
      book: {
        ledger: 'sales',
        insert: { unit: 'sale.unit', month: 'sale.month', amount: 'sale.amount' },
      },
    },
  ],
};

function opened(): World {
  const sale = compileDefinition({ document, foreign: {} }, workspace, { version: 1, digest: '' });
  if (!sale.ok) throw new Error(JSON.stringify(sale.error));
  return new World({ sale: sale.value }, workspace, instant('2026-11-02 09:00'));
}

const sell = (world: World, unit: string, month: string, amount: string) => {
  const sold = world.start('sale', person('ada'), { sale: { unit, month, amount } });
  if (!sold.ok) throw new Error(sold.error.code);
  return sold.value.state.values.sale;
};

describe('a field that shows what a ledger adds up to', () => {
  test('shows nothing sold as 0, and then what the cases before it have sold in the same quarter and unit', () => {
    const world = opened();
    expect(sell(world, 'sales', '2026-10', '10.50')).toMatchObject({ sold: '0.00', times: 0 });
    expect(sell(world, 'sales', '2026-12', '0.25')).toMatchObject({ sold: '10.50', times: 1 });
    expect(sell(world, 'sales', '2026-11', '1')).toMatchObject({ sold: '10.75', times: 2 });
    expect(sell(world, 'sales', '2027-01', '1')).toMatchObject({ sold: '0.00', times: 0 });
    expect(sell(world, 'hq', '2026-11', '1')).toMatchObject({ sold: '0.00', times: 0 });
  });

  test('counts rows from before the story', () => {
    const world = opened();
    world.addRow('sales', { id: 'old', unit: 'hq', month: '2026-10', amount: '7' });
    expect(sell(world, 'hq', '2026-11', '1')).toMatchObject({ sold: '7.00', times: 1 });
  });

  test('says nothing while a part of its key is missing', () => {
    const world = opened();
    const begun = world.start('sale', person('ada'), { sale: { unit: 'hq' } });
    expect(begun.ok && begun.value.state.values.sale).toEqual({ unit: 'hq' });
  });
});
