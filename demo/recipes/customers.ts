import { NotToday } from '../desk.ts';
import {
  again,
  busyWhole,
  each,
  fewRows,
  inDays,
  nothing,
  oneOf,
  perhapsPointTo,
  pointTo,
  price,
  type Recipe,
  rarely,
  rising,
  rowsIn,
  someRows,
  whole,
  words,
  yes,
} from './draws.ts';
import { COMPANIES, CONTACTS, PEOPLE_NAMES, REGIONS, STYLES } from './names.ts';

const ofBranches = (
  _: unknown,
  { desk }: { readonly desk: { readonly dice: { pick<T>(list: readonly T[]): T | undefined } } },
) => desk.dice.pick(['hd01', 'hd01', 'hd01', 'hd02', 'hd02', 'hn01', 'hn01', 'hn02', 'bf01', 'bf02']);
const aPhone: Recipe[string] = (_, { desk }) => `139${String(10_000_000 + desk.dice.whole(0, 89_999_999))}`;
const ready = (state: string) => (row: { readonly cells: Readonly<Record<string, unknown>> }) =>
  row.cells.state === undefined || row.cells.state === state;

const BRANCHES_OF: Readonly<Record<string, readonly string[]>> = {
  east: ['hd01', 'hd01', 'hd02'],
  south: ['hn01', 'hn02'],
  north: ['bf01', 'bf02'],
  flag: ['hd01'],
};

/** The branch somebody works in, or one of their region; customers of other branches stay out of sight. */
const ofOwnBranch: Recipe[string] = (told, { desk }) => {
  if (desk.units.includes(desk.unit)) return desk.unit;
  const [region = ''] = desk.unit.split('-');
  return desk.dice.pick(BRANCHES_OF[region] ?? []) ?? ofBranches(told, { desk });
};

/** From the third quarter on, weak months bring more complaints and fewer questions. */
const BAD_QUARTER = '2026-07-01';
const ANGRY = ['complaint', 'complaint', 'complaint', 'complaint', 'complaint', 'enquiry'];
const USUAL = ['complaint', 'complaint', 'complaint', 'enquiry', 'enquiry', 'enquiry', 'suggestion'];

/** A table takes no more rows. */
const MOST_MEASURED = 200;

export const CUSTOMER_RECIPES: Readonly<Record<string, Recipe>> = {
  'customer-record/customer': {
    changes: nothing,
    kind: oneOf({ person: 3, company: 2 }),
    name: (_, { desk, form }) => (form.kind === 'person' ? desk.dice.pick(PEOPLE_NAMES) : desk.dice.pick(COMPANIES)),
    uscc: (_, { form }) => (form.kind === 'person' ? undefined : '91350100M000100Y43'),
    area: words(REGIONS),
    unit: ofOwnBranch,
    contacts: each(
      {
        name: words(CONTACTS),
        phone: aPhone,
        birthday: (_, { desk }) => `19${desk.dice.whole(65, 99)}-0${desk.dice.whole(1, 9)}-${desk.dice.whole(10, 28)}`,
      },
      (told) => (rowsIn(told).length > 0 ? rowsIn(told).slice(0, 1) : [{}]),
    ),
    consent: (_, { form }) => (form.kind === 'person' ? true : undefined),
    source: oneOf({ shop: 4, registration: 2, referral: 2, online: 2, exhibition: 1 }),
    class: nothing,
    limit: (_, { desk, form }) =>
      form.kind === 'company' && desk.dice.chance(0.6) ? `${desk.dice.whole(5, 30)}0000.00` : undefined,
  },
  'customer-record/review': { verdict: oneOf({ separate: 1 }), into: nothing },
  'customer-care/visit': {
    customer: pointTo(ready('active')),
    kind: oneOf({ regular: 6, 'after-sales': 2, needs: 2 }),
    mode: oneOf({ phone: 5, wechat: 3, meeting: 2, email: 1 }),
    reached: yes(0.92),
    needs: words([
      '希望提供夏装样衣。',
      '需要团购报价。',
      '希望有上门量体服务。',
      '对新款风衣有兴趣。',
      '反映袖长偏长，希望修改。',
    ]),
    follow: oneOf({ need: 18, interest: 0.8, complaint: 0.8, suggestion: 0.6, change: 0.5 }),
    rating: rising(3.6, 4.5),
    next: nothing,
  },
  'customer-ticket/intake': {
    kind: (_, { desk }) => desk.dice.pick(desk.season < 0.8 && desk.today >= BAD_QUARTER ? ANGRY : USUAL),
    customer: perhapsPointTo(0.4),
    name: words(PEOPLE_NAMES),
    phone: aPhone,
    channel: oneOf({ phone: 5, shop: 3, wechat: 3, online: 2 }),
    topic: oneOf({ quality: 10, size: 7, delivery: 4, attitude: 2, return: 2, price: 1 }),
    amount: rarely(0),
    detail: words([
      '西服开线。',
      '袖长不合，穿着不舒服。',
      '订单晚到五天。',
      '店员说明不清楚。',
      '洗后起球。',
      '询问会员日价格。',
      '希望增加大码。',
    ]),
    order: perhapsPointTo(0.25),
    serious: yes(0.02),
  },
  'customer-ticket/assignment': { unit: ofBranches },
  'customer-ticket/handling': {
    cause: oneOf({ product: 9, use: 2, logistics: 4, service: 5, promise: 2, other: 1 }),
    service: yes(0.15),
    adopt: yes(0.08),
    comp: (_, { desk }) => (desk.dice.chance(0.3) ? `${desk.dice.whole(1, 9)}00.00` : undefined),
    solution: words(['更换并致歉。', '免费修改袖长。', '补发并赠送护理包。', '说明洗涤方法，赠护理券。']),
    facts: words(['缝线批次问题。', '尺码登记有误。', '承运商分拣延误。', '店员没有说明洗涤方法。']),
  },
  'customer-ticket/callback': { satisfied: oneOf({ satisfied: 14, neutral: 5, dissatisfied: 1 }) },
  'after-sales-service/request': {
    items: each(
      { sku: words(STYLES), fault: oneOf({ size: 5, workmanship: 4, fabric: 2 }), qty: whole(1, 2) },
      fewRows(1),
    ),
    wish: oneOf({ repair: 5, exchange: 2, remake: 1 }),
  },
  'after-sales-service/examination': { duty: oneOf({ production: 5, measuring: 2, customer: 2, logistics: 1 }) },
  'after-sales-service/record': { cost: price(180, 0.6) },
  'satisfaction-survey/plan': { interviews: nothing, methods: () => ['questionnaire'] },
  'satisfaction-survey/report': {
    measures: (told) => rowsIn(told).slice(0, 1),
    dims: each({ sheets: (_, { desk }) => (3.6 + (Number(desk.today.slice(5, 7)) / 12) * 0.7).toFixed(2) }),
    idea: rarely(0.2),
    loyalty: (_, { desk }) => String(55 + Number(desk.today.slice(5, 7)) + desk.dice.whole(0, 8)),
  },
  'satisfaction-interview/interview': { scores: each({ score: rising(3.6, 4.6) }) },
  'group-order-registration/registration': {
    unit: again(ofOwnBranch),
    customer: async (_, { desk }) => {
      const known = (await desk.targets({ ledger: 'customers' })).filter(({ cells }) => cells.kind === 'company');
      return desk.dice.chance(0.6) && known.length > 0 ? desk.dice.pick(known)?.name : desk.dice.pick(COMPANIES);
    },
    uscc: nothing,
    industry: oneOf({ finance: 4, government: 2, school: 3, medical: 2, manufacturing: 3, services: 2 }),
    area: words(REGIONS),
    contact: words(CONTACTS),
    qty: busyWhole(80, 500),
    amount: (_, { form, desk }) => `${Number(form.qty ?? 100) * desk.dice.whole(90, 160) * 10}.00`,
    stage: oneOf({ contact: 5, proposal: 3, sample: 2, bid: 1 }),
    channel: oneOf({ branch: 1 }),
    outside: nothing,
    partner: nothing,
  },
  'group-order-registration/acceptance': {
    verdict: oneOf({ accept: 20, refuse: 1 }),
    newCustomer: async (_, { desk, values }) => {
      const known = await desk.rows('customers');
      return !known.some(({ cells }) => cells.name === values.registration?.customer);
    },
    fight: yes(0.02),
    earlier: async (_, { desk, values }) => {
      const { conflict, customer } = values.registration ?? {};
      if (conflict !== true) return undefined;
      const rows = await desk.rows('registrations');
      return rows.find(({ cells }) => cells.customer === customer && cells.result === 'open')?.id;
    },
  },
  'group-order-registration/documents': {
    given: (_, { values }) => {
      const asked = values.registration?.support;
      return Array.isArray(asked) ? asked.slice(0, 2) : undefined;
    },
  },
  'group-order-progress/progress': {
    registration: pointTo((row) => row.cells.result === undefined || row.cells.result === 'open'),
    stage: oneOf({ proposal: 2, sample: 2, bid: 3, won: 2.2, lost: 3 }),
    lossReason: oneOf({ price: 4, delivery: 1, relationship: 1 }),
    extension: yes(0.5),
    note: words(['已提交款式方案。', '样衣客户满意。', '已投标，等待公告。', '客户要求补充面料报告。']),
  },
  'group-contract/contract': {
    reg: pointTo((row) => row.cells.result === undefined || row.cells.result === 'open' || row.cells.result === 'won'),
    customer: async (_, { desk, form, field }) => {
      const regs = await desk.targets({ ledger: 'registrations' });
      const name = regs.find(({ id }) => id === form.reg)?.cells.customer;
      if (field.type !== 'reference' || typeof name !== 'string') throw new NotToday();
      const found = (await desk.targets(field.to, name)).find((row) => row.name === name);
      if (found === undefined) throw new NotToday();
      return found.id;
    },
    changes: nothing,
    items: (_, { desk }) => [
      {
        name: desk.dice.pick(['男西服', '女西服', '职业套装', '工装夹克']),
        fabric: desk.dice.pick(['70% 羊毛', '50% 羊毛', '涤棉混纺']),
        style: desk.dice.pick(STYLES),
        qty: desk.dice.whole(24, 60),
        price: `${desk.dice.whole(60, 160)}0.00`,
        cost: '420.00',
      },
    ],
  },
  'group-contract/answers': {
    rows: (_, { values }) =>
      rowsIn(values.panel?.rows)
        .filter(({ opinion }) => opinion === 'conditional')
        .map(({ aspect, condition }) => ({ aspect, condition, answer: '已与供应中心排定，按期到厂。' })),
  },
  'contract-review/review': {
    opinion: oneOf({ agree: 14, conditional: 1 }),
    condition: words(['面料须提前两周到厂。', '交期须推迟一周。']),
  },
  'group-contract/summary': { risky: yes(0.08), opinion: words(['各方同意，条件已答复。', '同意签订。']) },
  'sales-contract/contract': {
    customer: pointTo(ready('active')),
    type: oneOf({ retail: 3, dealer: 2 }),
    subject: words(['秋冬衬衫供货', '春季新品供货', '冬季大衣供货', '夏季休闲裤供货', '职业装批量供货']),
    items: (_, { desk }) => [
      {
        name: desk.dice.pick(['商务衬衫', '休闲裤', '羊毛大衣', '风衣']),
        qty: Math.max(20, Math.round(desk.dice.whole(600, 2_600) * desk.season)),
        price: '120.00',
      },
    ],
    payments: (_, { form, desk }) => {
      const [item] = rowsIn(form.items);
      return [
        {
          term: '款到发货',
          amount: `${Number(item?.qty ?? 0) * 120}.00`,
          due: addDaysText(desk.today, desk.dice.whole(7, 45)),
        },
      ];
    },
    delivery: inDays(15, 30),
  },
  'order-delivery/order': {
    customer: pointTo(ready('active')),
    contract: nothing,
    partner: nothing,
    title: words(['湖滨店补货', '新街口店补货', '江南百货首批', '天河店换季铺货', '企业定制首批']),
    onCredit: yes(0.4),
    lines: (_, { desk }) =>
      [desk.dice.pick(STYLES), desk.dice.pick(STYLES)].map((sku) => ({
        sku,
        size: desk.dice.pick(['38', '39', '40', '41', '42']),
        qty: Math.max(5, Math.round(desk.dice.whole(10, 60) * desk.season)),
        price: `${desk.dice.whole(12, 68)}0.00`,
      })),
    needBy: inDays(10, 16),
  },
  'order-delivery/check': {
    rows: each({
      stock: (_, { row, desk }) => (desk.dice.chance(0.08) ? 0 : Number(row.qty ?? 10) + desk.dice.whole(5, 90)),
    }),
    priceOk: yes(1),
  },
  'order-delivery/shipment': {
    carrier: words(['顺达物流', '江南快运', '安捷速递']),
    shipped: (_, { desk }) => desk.today,
    expected: inDays(2, 5),
    lines: (rows) => rows,
  },
  'order-delivery/receipt': { arrived: (_, { desk }) => desk.today, diffs: someRows(0.08, 1) },
  'measurement-service/sizes': {
    rows: (_, { desk, values }) =>
      Array.from({ length: Math.min(Number(values.request?.persons ?? 1), MOST_MEASURED) }, (_one, index) => ({
        no: index + 1,
        name: `员工${index + 1}`,
        sex: desk.dice.pick(['male', 'female']),
        height: String(desk.dice.whole(156, 184)),
        chest: String(desk.dice.whole(84, 104)),
        waist: String(desk.dice.whole(66, 90)),
        hip: String(desk.dice.whole(88, 104)),
        shoulder: String(desk.dice.whole(38, 47)),
        sleeve: String(desk.dice.whole(54, 62)),
        trousers: String(desk.dice.whole(95, 107)),
      })),
  },
  'channel-review/review': {
    target: (_, { desk }) => `${desk.dice.whole(12, 40)}0000.00`,
    returnRate: (_, { desk }) => String(desk.dice.whole(1, 12)),
    onTime: (_, { desk }) => String(desk.dice.whole(55, 100)),
    stockWeeks: (_, { desk }) => String(desk.dice.whole(4, 18)),
    problems: someRows(0.1, 1),
  },
  'channel-review/proposal': { award: yes(0.1), strategy: yes(0.02), leaving: rarely(0) },
  'channel-violation/facts': { employee: yes(0.05) },
  'channel-violation/report': {
    kind: oneOf({ 'cross-region': 4, price: 2, counterfeit: 1 }),
    goods: each({ qty: whole(20, 150) }, fewRows(1)),
  },
  'partner-onboarding/application': {
    company: words(['安和制衣商行', '锦程服饰', '汇源百货', '恒泰制衣', '新城男装', '西域商贸']),
    exclusive: nothing,
    unit: ofOwnBranch,
  },
  'partner-onboarding/settlement': {
    receivable: () => '0.00',
    refund: (_, { form }) => (typeof form.held === 'string' ? form.held : '0.00'),
  },
  'partner-onboarding/evaluation': { credit: oneOf({ good: 8, bad: 1 }) },
  'satisfaction-answer/callback': { reached: yes(0.9) },
};

function addDaysText(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
