import { type AskingStep, type Definition, isObject, ROW_KEY } from '#engine';
import type { Field } from '../schemas/generated/process.ts';
import { type Desk, type Forms, NotToday, type Place } from './desk.ts';
import { attached, chosen, isRequired, isTyped } from './made-up.ts';
import type { Draw } from './recipes/draws.ts';
import { RECIPES } from './recipes/index.ts';
import { shiftBetween, shifted } from './shift.ts';
import type { Told } from './told.ts';

type Table = Extract<Field, { type: 'table' }>;
type Asked = {
  readonly definition: Definition;
  readonly step: AskingStep;
  /** What the case holds; nothing where it is only begun. */
  readonly values: Forms;
  /** What a story handed in here. */
  readonly told: Told | undefined;
  /** What is said whatever else is: laid over the rest. */
  readonly said: Forms;
};

/**
 * What is handed in at a step: what a story told, moved to today, as the recipe of the form has it, over what is there
 * already. @throws NotToday when there is nothing to point to
 */
export async function filledIn({ definition, step, values, told, said }: Asked, desk: Desk): Promise<Forms> {
  const { form, rights } = step;
  if (form === undefined) return {};
  const moved = told === undefined ? {} : shifted(told.values[form] ?? {}, shiftBetween(told.day, desk.today));
  const given = isObject(moved) ? moved : {};
  const recipe = RECIPES[`${definition.id}/${form}`] ?? {};
  const there = values[form] ?? {};
  const sent: Record<string, unknown> = {};
  const fields = Object.entries<Field>(definition.document.forms[form]?.fields ?? {});
  const inOrder = fields.sort(([a], [b]) => Number(a in recipe) - Number(b in recipe) || order(recipe, a, b));
  for (const [id, field] of inOrder) {
    if (!rights.edit.has(`${form}.${id}`) || !isTyped(field)) continue;
    const over = said[form];
    const place = { desk, field, form: { ...there, ...sent }, row: {}, values, begun: Object.keys(values).length > 0 };
    const value =
      over !== undefined && id in over ? over[id] : await written(field, there[id], given[id], recipe[id], place);
    if (value !== undefined) sent[id] = value;
  }
  return { [form]: sent };
}

const order = (recipe: object, a: string, b: string): number =>
  Object.keys(recipe).indexOf(a) - Object.keys(recipe).indexOf(b);

async function written(
  field: Field,
  before: unknown,
  told: unknown,
  draw: Draw | undefined,
  place: Place,
): Promise<unknown> {
  const rows = field.type === 'table' && Array.isArray(before) && before.length > 0;
  const heard = field.type === 'table' && !rows && place.begun && named(told) ? undefined : told;
  if (draw !== undefined && (rows || draw.again === true || !isFilled(before))) {
    const value = await draw(rows ? before : heard, place);
    return field.type === 'table' ? typedRows(field, value) : value;
  }
  if (rows && field.type === 'table') return rowByRow(field, before, heard, place.desk);
  if (isFilled(before)) return undefined;
  if (told === undefined && field.type === 'reference' && isRequired(field)) return chosen(field, place.desk);
  return pointed(field, heard, place.desk);
}

/** What a draw wrote into a table, as far as it is typed there. */
function typedRows(table: Table, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value
    .filter(isObject)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([id]) => id === ROW_KEY || isTypedColumn(table, id))));
}

function isTypedColumn({ columns }: Table, id: string): boolean {
  const column = columns[id];
  return column !== undefined && isTyped(column);
}

/** Decisions about a row that stands there already; what names the row stays. */
const SAID_OF_A_ROW = new Set([
  'choice',
  'flag',
  'rating',
  'date',
  'percent',
  'decimal',
  'integer',
  'longText',
  'money',
]);

async function rowByRow(table: Table, rows: readonly unknown[], told: unknown, desk: Desk): Promise<unknown> {
  const answers: readonly unknown[] = Array.isArray(told) ? told : [];
  const done: unknown[] = [];
  for (const [index, row] of rows.entries()) {
    if (!isObject(row)) continue;
    const answer = answers.length === 0 ? undefined : answers[index % answers.length];
    const cells: [string, unknown][] = [[ROW_KEY, row[ROW_KEY]]];
    for (const [id, column] of Object.entries<Field>(table.columns)) {
      if (!isTyped(column)) continue;
      const said = isObject(answer) ? answer[id] : undefined;
      const keep = isFilled(row[id]) && !(SAID_OF_A_ROW.has(column.type) && said !== undefined);
      const value = keep ? row[id] : await pointed(column, said, desk);
      if (value !== undefined) cells.push([id, value]);
    }
    done.push(Object.fromEntries(cells));
  }
  return done;
}

/** A flag that nobody has set is still to be said. */
const isFilled = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0);

/** Stories point to rows and files of their own; here something that is there takes their place. */
async function pointed(field: Field, value: unknown, desk: Desk): Promise<unknown> {
  if (value === undefined) return undefined;
  if (field.type === 'files') return [await attached(field, desk)];
  if (field.type === 'reference') return isRequired(field) ? chosen(field, desk) : perhapsChosen(field, desk);
  if (field.type !== 'table' || !Array.isArray(value)) return value;
  const rows: unknown[] = [];
  for (const row of value) {
    if (!isObject(row)) continue;
    const cells: Record<string, unknown> = {};
    for (const [id, cell] of Object.entries(row)) {
      const column = field.columns[id];
      const at = column === undefined ? cell : await pointed(column, cell, desk);
      if (at !== undefined) cells[id] = at;
    }
    rows.push(cells);
  }
  return rows;
}

/** Whether a story names rows that stand there: where none does, there is nothing to say of them. */
const named = (told: unknown): boolean => Array.isArray(told) && told.some((row) => isObject(row) && ROW_KEY in row);

async function perhapsChosen(field: Extract<Field, { type: 'reference' }>, desk: Desk): Promise<unknown> {
  try {
    return await chosen(field, desk);
  } catch (error) {
    if (error instanceof NotToday) return undefined;
    throw error;
  }
}
