import { addDays } from '#engine';
import { type Fields, NotToday } from '../desk.ts';
import { again, inDays, moneyText, nothing, oneOf, type Recipe, rarely, rowsIn, words, yes } from './draws.ts';

const ITEMS: Readonly<Record<string, readonly [string, number]>> = {
  travel: ['走访客户往返住宿', 3_600],
  gifts: ['到店礼', 7_000],
  venue: ['展台布置', 12_000],
  advertising: ['商圈广告屏', 16_000],
  materials: ['陈列物料', 8_000],
  labour: ['临时促销员', 5_500],
};
type Budget = { readonly kind: string; readonly size: number };
/** Units that have a budget, what for, and how much larger what they pay for is than what one person buys. */
const BUDGETED: ReadonlyMap<string, Budget> = new Map([
  ['dmc', { kind: 'staff', size: 2 }],
  ['brand', { kind: 'market-promotion', size: 3 }],
  ['sales', { kind: 'sales', size: 2 }],
  ['grp', { kind: 'sales', size: 1 }],
  ['cs', { kind: 'customer-service', size: 1 }],
  ['ins', { kind: 'staff', size: 1 }],
  ['east', { kind: 'market-promotion', size: 2 }],
  ['south', { kind: 'market-promotion', size: 2 }],
  ['north', { kind: 'market-promotion', size: 2 }],
  ['east-mkt', { kind: 'market-promotion', size: 1 }],
  ['south-mkt', { kind: 'market-promotion', size: 1 }],
  ['north-mkt', { kind: 'market-promotion', size: 1 }],
  ['hd01', { kind: 'sales', size: 1 }],
  ['hd02', { kind: 'sales', size: 1 }],
  ['hn01', { kind: 'sales', size: 1 }],
  ['hn02', { kind: 'sales', size: 1 }],
  ['bf01', { kind: 'sales', size: 1 }],
  ['bf02', { kind: 'sales', size: 1 }],
  ['flag', { kind: 'sales', size: 1 }],
]);
/** The unit that pays: the own one where it has a budget. */
const paying: Recipe[string] = (told, { desk }) => {
  if (BUDGETED.has(desk.unit)) return desk.unit;
  const [region = ''] = desk.unit.split('-');
  return BUDGETED.has(region) ? region : (told ?? 'brand');
};

/** Whether the form names the unit that pays already: the one that filed the plan of the campaign. */
const isFunded = ({ unit, campaign }: Fields): boolean => typeof unit === 'string' && typeof campaign === 'string';

export const FINANCE_RECIPES: Readonly<Record<string, Recipe>> = {
  'expense-claim/claim': {
    kind: (told, place) => BUDGETED.get(String(paying(told, place)))?.kind,
    campaign: nothing,
    unit: again((told, place) => (isFunded(place.form) ? place.form.unit : paying(told, place))),
    side: (_, { form }) =>
      ['east', 'south', 'north'].includes(String(form.unit).split('-')[0] ?? '') ? 'region' : 'department',
    region: (_, { form }) => {
      const [region = ''] = String(form.unit).split('-');
      return ['east', 'south', 'north'].includes(region) ? region : undefined;
    },
    lines: (_, { desk, form }) =>
      Array.from({ length: desk.dice.whole(1, 2) }, () => {
        const cat = desk.dice.pick(Object.keys(ITEMS)) ?? 'travel';
        const [item, mean] = ITEMS[cat] ?? ['差旅', 1_000];
        return {
          date: addDays(desk.today, -desk.dice.whole(1, 20)),
          item,
          cat,
          invoice: String(desk.serial()),
          reason: '按活动方案执行。',
          amount: moneyText(
            mean * (BUDGETED.get(String(form.unit))?.size ?? 1) * desk.season * (0.5 + desk.dice.roll()),
          ),
        };
      }),
    lateReason: nothing,
    advance: nothing,
    payee: words(['本人', '杭州礼品公司', '宁波展览公司', '江南物流公司']),
    account: words(['6222 0202 0000 1234', '3901 1100 0920', '3305 0161 8800']),
  },
  'expense-claim/vouchers': {
    genuine: yes(1),
    lawful: yes(1),
    valid: yes(1),
    opinion: words(['票据齐全。', '票据合规，附件完整。']),
  },
  'expense-claim/payment': { voucher: (_, { desk }) => `记-${desk.today.slice(5, 7)}-${desk.serial() % 10_000}` },
  'budget-adjustment/request': {
    kind: oneOf({ supplement: 1 }),
    unit: (told, place) => place.values.request?.unit ?? paying(told, place),
    year: (_, { desk }) => Number(desk.today.slice(0, 4)),
    category: oneOf({ 'market-promotion': 3, sales: 2, research: 1, training: 1 }),
    month: (_, { desk, form }) =>
      String(form.year) === desk.today.slice(0, 4) ? desk.today.slice(0, 7) : `${String(form.year)}-01`,
    amount: (_, { desk, values }) => values.request?.amount ?? `${desk.dice.whole(1, 8)}0000.00`,
    reason: words(['增加一次专项调研。', '推介会规模扩大。', '新品推广需要。', '补充培训场次。']),
    fromUnit: (_, { desk, form }) => {
      if (Number(form.year) < Number(desk.today.slice(0, 4))) throw new NotToday();
      return undefined;
    },
    fromCategory: nothing,
    fromMonth: nothing,
  },
  'receivable-collection/record': {
    date: again((_, { desk }) => desk.today),
    reason: oneOf({ funds: 5, formalities: 4, forgotten: 3, 'quality-dispute': 0.3, other: 1 }),
    dispute: whenDisputed('三十套肩部起皱，客户要求先返修。'),
    mode: oneOf({ telephone: 6, letter: 2, visit: 1 }),
    promise: (_, { desk, form }) =>
      form.reason !== 'quality-dispute' && desk.dice.chance(0.5)
        ? addDays(desk.today, desk.dice.whole(7, 20))
        : undefined,
    amount: async (_, { desk, form }) => {
      if (form.promise === undefined) return undefined;
      const row = (await desk.targets({ ledger: 'receivables' })).find(({ id }) => id === form.item);
      return row === undefined ? undefined : String(row.cells.balance);
    },
    measure: oneOf({ collect: 1 }),
    next: inDays(8, 20),
    instalments: () => [],
    note: words(['等上级拨款。', '对方财务走流程。', '已对账，本月安排付款。']),
  },
  'receivable-collection/receipt': {
    arrived: (_, { desk, values }) => {
      const due = values.record?.due;
      return desk.dice.chance(typeof due === 'string' && due >= desk.today ? 0.1 : 0.4);
    },
    date: (_, { desk, form }) => (form.arrived === true ? desk.today : undefined),
    match: async (_, { desk, form, values }) => {
      if (form.arrived !== true) return undefined;
      const item = values.record?.item;
      const row = (await desk.targets({ ledger: 'receivables' })).find(({ id }) => id === item);
      const open = Number(row?.cells.balance ?? 0);
      if (typeof item !== 'string' || !(open > 0)) throw new NotToday();
      const paid = desk.dice.chance(0.75) ? open : open / 2;
      return [{ item, amount: paid.toFixed(2) }];
    },
    amount: (_, { form }) => rowsIn(form.match)[0]?.amount,
  },
  'receivable-collection/verdict': { decision: oneOf({ continue: 8, lawsuit: 0.5 }), amount: nothing },
  'monthly-finance-review/receivables': { rows: (rows) => rowsIn(rows) },
  'monthly-finance-review/expenses': { adjust: yes(0.03), adjustAmount: rarely(0) },
  'incentive-award/award': { model: yes(0.08), who: (told) => rowsIn(told).slice(0, 1) },
  'contract-tracking/tracking': { help: yes(0.04), dept: oneOf({ log: 1 }) },
};

function whenDisputed(value: unknown): Recipe[string] {
  return (_, { form }) => (form.reason === 'quality-dispute' ? value : undefined);
}
