import { addDays, isObject } from '#engine';
import { type Fields, NotToday, type Place, type Row } from '../desk.ts';

/**
 * How a field of a form is written in the year: from what a story told there and what stands around it. Undefined leaves
 * it empty.
 */
export type Draw = ((told: unknown, place: Place) => unknown) & {
  /** Written anew although there is something already. */
  readonly again?: true;
};
/** Draws by field of one form, from top to bottom: later ones see what earlier ones wrote. */
export type Recipe = Readonly<Record<string, Draw>>;

/** Said yes to in a share of cases. */
export const yes =
  (share: number): Draw =>
  (_, { desk }) =>
    desk.dice.chance(share);

/** What was told, in a share of cases. */
export const rarely =
  (share: number): Draw =>
  (told, { desk }) =>
    desk.dice.chance(share) ? told : undefined;

/** Written whatever stands there. */
export const again = (draw: (told: unknown, place: Place) => unknown): Draw =>
  Object.assign((told: unknown, place: Place) => draw(told, place), { again: true as const });

export const nothing: Draw = () => undefined;
export const always =
  (value: unknown): Draw =>
  () =>
    value;

/** One of these, by their weights. */
export const oneOf =
  (weights: Readonly<Record<string, number>>): Draw =>
  (_, { desk }) =>
    weighted(weights, desk.dice.roll());

/** One of these texts. */
export const words =
  (texts: readonly string[]): Draw =>
  (_, { desk }) =>
    desk.dice.pick(texts);

export const whole =
  (from: number, to: number): Draw =>
  (_, { desk }) =>
    desk.dice.whole(from, to);

/** A whole number that follows how much business there is. */
export const busyWhole =
  (from: number, to: number): Draw =>
  (_, { desk }) =>
    Math.max(1, Math.round(desk.dice.whole(from, to) * desk.season));

/** Money around a mean, by what the season brings, in steps of ten. */
export const money =
  (mean: number, spread = 0.4): Draw =>
  (_, { desk }) =>
    moneyText(mean * desk.season * (1 - spread + 2 * spread * desk.dice.roll()));

/** A price that no season moves. */
export const price =
  (mean: number, spread = 0.2): Draw =>
  (_, { desk }) =>
    moneyText(mean * (1 - spread + 2 * spread * desk.dice.roll()));

export const moneyText = (yuan: number): string => `${Math.max(10, Math.round(yuan / 10) * 10)}.00`;

/** A rating from 1 to 5 that rises over the year. */
export const rising =
  (from: number, to: number): Draw =>
  (_, { desk }) => {
    const mean = from + ((to - from) * dayOfYear(desk.today)) / 365;
    return Math.min(5, Math.max(1, Math.round(mean + 1.6 * (desk.dice.roll() - 0.5))));
  };

/** So many days from today. */
export const inDays =
  (from: number, to: number): Draw =>
  (_, { desk }) =>
    addDays(desk.today, desk.dice.whole(from, to));

/** Some of the rows, or none, in a share of cases. */
export const someRows =
  (share: number, most: number): Draw =>
  (told, { desk }) => {
    const rows = rowsIn(told);
    return desk.dice.chance(share) ? rows.slice(0, desk.dice.whole(1, most)) : [];
  };

/** So many of the rows, at least one. */
export const fewRows =
  (most: number): Draw =>
  (told, { desk }) =>
    rowsIn(told).slice(0, desk.dice.whole(1, most));

/** Each row with these columns written anew; columns of a row see those before them. */
export const each =
  (columns: Recipe, before: Draw = (told) => told): Draw =>
  async (told, place) => {
    const rows: Fields[] = [];
    for (const row of rowsIn(await before(told, place))) rows.push(await rowWith(columns, row, place));
    return rows;
  };

/** So many rows that are made up from nothing but these columns. */
export const rowsOf =
  (from: number, to: number, columns: Recipe): Draw =>
  async (_, place) => {
    const rows: Fields[] = [];
    for (let n = place.desk.dice.whole(from, to); n > 0; n -= 1) rows.push(await rowWith(columns, {}, place));
    return rows;
  };

/** One row made up from these columns, in a share of cases. */
export function someRowsOf(share: number, columns: Recipe): Draw {
  const made = rowsOf(1, 1, columns);
  return (told, place) => (place.desk.dice.chance(share) ? made(told, place) : []);
}

async function rowWith(columns: Recipe, row: Fields, place: Place): Promise<Fields> {
  const cells: Record<string, unknown> = { ...row };
  for (const [id, draw] of Object.entries(columns)) {
    const value = await draw(cells[id], { ...place, row: cells });
    if (value === undefined) delete cells[id];
    else cells[id] = value;
  }
  return cells;
}

/** A row or case to point to of which this is true; without one, the form stays for another day. */
export const pointTo =
  (suits: (row: Row, place: Place) => boolean): Draw =>
  async (_, place) => {
    const { field, desk } = place;
    if (field.type !== 'reference') return undefined;
    const fitting = (await desk.targets(field.to)).filter((row) => suits(row, place));
    const row = desk.dice.pick(fitting);
    if (row === undefined) throw new NotToday();
    return row.id;
  };

/** The same, where pointing to nothing will do as well. */
export const perhapsPointTo =
  (share: number, suits: (row: Row, place: Place) => boolean = () => true): Draw =>
  async (_, { field, desk, ...place }) => {
    if (field.type !== 'reference' || !desk.dice.chance(share)) return undefined;
    const fitting = (await desk.targets(field.to)).filter((row) => suits(row, { field, desk, ...place }));
    return desk.dice.pick(fitting)?.id;
  };

export const rowsIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);

function weighted(weights: Readonly<Record<string, number>>, roll: number): string | undefined {
  const all = Object.entries(weights);
  let left = roll * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of all) {
    left -= weight;
    if (left < 0) return value;
  }
  return all.at(-1)?.[0];
}

const dayOfYear = (day: string): number => (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / 86_400_000;
