import { addDays } from '#engine';
import { NotToday, type Place } from '../desk.ts';
import { always, each, type Recipe, rowsIn } from './draws.ts';

/** How a year's business spreads over its months, in per cent of a month. */
const MONTHS = [100, 80, 105, 105, 100, 100, 95, 95, 105, 110, 120, 110];
const ALL = MONTHS.reduce((sum, share) => sum + share, 0);
const BRANCHES = [
  ['hd01', 'u33'],
  ['hd02', 'u26'],
  ['hn01', 'u37'],
  ['hn02', 'u36'],
  ['bf01', 'u38'],
  ['bf02', 'u38'],
] as const;

/** Whole numbers by month that add up to a total. */
function byMonth(total: number): readonly number[] {
  const months = MONTHS.map((share) => Math.floor((total * share) / ALL));
  const left = total - months.reduce((sum, part) => sum + part, 0);
  return months.map((part, index) => (index === 11 ? part + left : part));
}

const cells = (months: readonly number[]) =>
  Object.fromEntries(months.map((part, index) => [`m${index + 1}`, String(Number(part.toFixed(2)))]));

/** Of a year that is planned ahead from November on, and of this one before. */
const planned: Recipe[string] = (_, { desk }) =>
  Number(desk.today.slice(0, 4)) + (desk.today.slice(5) >= '11-01' ? 1 : 0);

/** What the months of a unit add up to now, where targets were changed. */
async function standing({ desk, form }: Place, unit: unknown): Promise<readonly number[]> {
  const rows = (await desk.rows('targets')).filter(
    (row) => row.cells.unit === unit && row.cells.indicator === form.indicator,
  );
  return MONTHS.map((_, index) => {
    const month = `${String(form.year)}-${String(index + 1).padStart(2, '0')}`;
    return Number(rows.find((row) => row.cells.month === month)?.cells.target ?? 0);
  });
}

export const TARGET_RECIPES: Readonly<Record<string, Recipe>> = {
  'target-breakdown/breakdown': {
    matrix: async (told, place) => {
      const { form, desk } = place;
      const given = rowsIn(told).filter(({ _row }) => _row !== undefined);
      if (typeof form.adjustment === 'string' && form.adjustment !== '')
        return Promise.all(
          given.map(async (row) => {
            const months = await standing(place, row.unit);
            const current = Number(row.current ?? 0);
            const same = months.reduce((sum, part) => sum + part, 0) === current;
            return { owner: desk.person, ...row, ...cells(same ? months : byMonth(current)) };
          }),
        );
      const annual = Number(form.annual ?? 0);
      if (!(annual > 0)) throw new NotToday();
      const share = Math.floor(annual / BRANCHES.length);
      return BRANCHES.map(([unit, owner], index) => {
        const total = index === 0 ? annual - share * (BRANCHES.length - 1) : share;
        return { unit, owner, ...cells(byMonth(total)), focus: '团装与会员' };
      });
    },
  },
  'annual-target-setting/decision': { indicators: (rows) => rows },
  'target-answer/answer': { answer: always('accepted') },
  'target-assignment/assignment': {
    rows: (_, { desk, form }) => [{ person: desk.person, area: '本单位', ...cells(byMonth(Number(form.target ?? 0))) }],
  },
  'annual-budget/budget': {
    // That of the year is there from the beginning.
    year: (told, place) => {
      const asked = place.values.budget?.year;
      if (asked === undefined && place.desk.today.slice(5) < '11-01') throw new NotToday();
      return asked ?? planned(told, place);
    },
    title: (_, { desk, form }) => `${String(form.year ?? desk.today.slice(0, 4))} 年度预算`,
    lines: (_, { form }) => {
      const big = form.unit === 'brand';
      const line = (cat: string, item: string, monthly: number) => ({
        cat,
        item,
        basis: '按上年发生额与本年计划',
        ...Object.fromEntries(
          MONTHS.map((share, index) => [`m${index + 1}`, `${Math.round((monthly * share) / 10_000) * 100}.00`]),
        ),
      });
      return [
        line('market-promotion', '商圈广告与促销', big ? 52_000 : 19_000),
        line('sales', '渠道与展会', big ? 15_000 : 7_000),
        line('research', '消费者调研', big ? 6_000 : 1_500),
      ];
    },
    salesTarget: always('36000000.00'),
    explanation: always('新品牌上市，按批准的活动计划安排。'),
  },
  'annual-marketing-plan/plan': {
    year: planned,
    title: (_, { form }) => `${String(form.year)} 年度工作计划`,
    actions: each({
      start: (_, { form, desk }) => `${String(form.year)}-0${desk.dice.whole(3, 6)}-08`,
      end: (_, { row }) => `${String(row.start).slice(0, 7)}-20`,
    }),
  },
  'annual-sales-plan/plan': {
    year: planned,
    goals: (_, { form }) => {
      const part = `${Math.ceil(Math.max(Number(form.target ?? 0), 4_000_000) / 4)}.00`;
      return [{ area: '全区', channel: 'group-order', product: '全部产品线', q1: part, q2: part, q3: part, q4: part }];
    },
    people: (_, { desk, form }) => [
      {
        person: desk.person,
        amount: `${rowsIn(form.goals).reduce((sum, goal) => sum + 4 * Number(goal.q1 ?? 0), 0)}.00`,
      },
    ],
  },
  'kpi-scheme/scheme': { year: planned },
  'marketing-strategy/strategy': {
    year: planned,
    title: (_, { form }) => `${String(form.year)} 年营销策略`,
    revises: always(undefined),
    parts: always(undefined),
    from: (_, { desk }) => addDays(desk.today, 20),
  },
};
