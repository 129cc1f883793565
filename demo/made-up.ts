import { addDays, type CivilDate } from '#engine';
import type { Field } from '../schemas/generated/process.ts';
import { type Desk, type Fields, NotToday } from './desk.ts';

type Table = Extract<Field, { type: 'table' }>;

/** Whether somebody gives it a value. */
export const isTyped = (field: Field): boolean =>
  field.type !== 'heading' &&
  field.type !== 'group' &&
  !('compute' in field && field.compute !== undefined) &&
  !('lookup' in field && field.lookup !== undefined) &&
  !('decide' in field && field.decide !== undefined) &&
  !('readonly' in field && field.readonly === true);

export const isRequired = (field: Field): boolean => 'required' in field && field.required === true;

/** A row with what each row must have. */
export async function rowOf(table: Table, desk: Desk): Promise<Fields> {
  const cells: Record<string, unknown> = {};
  for (const [id, column] of Object.entries<Field>(table.columns))
    if (isTyped(column) && isRequired(column)) cells[id] = await madeUp(column, desk);
  return cells;
}

/** Something a person could have meant; undefined for what nobody can make up. @throws NotToday nothing to point to */
export async function madeUp(field: Field, desk: Desk): Promise<unknown> {
  const { today, dice, people, units } = desk;
  switch (field.type) {
    case 'text':
    case 'longText':
      return dice.pick([
        '按计划办理。',
        '已与相关部门沟通，按计划推进。',
        '情况属实，已安排专人跟进。',
        '按公司规定执行。',
      ]);
    case 'integer':
      return Number(field.min ?? 1);
    case 'decimal':
    case 'money':
    case 'percent':
      return String(field.min ?? 1);
    case 'rating':
      return dice.whole(3, field.max ?? 5);
    case 'flag':
      return true;
    case 'choice':
      return Array.isArray(field.options) ? dice.pick(field.options)?.id : undefined;
    case 'choices':
      return Array.isArray(field.options) ? field.options.slice(0, 1).map(({ id }) => id) : undefined;
    case 'date':
      return addDays(today, dice.whole(5, 15));
    case 'dateTime':
      return `${today}T08:30`;
    case 'dateRange':
      return rangeFrom(addDays(today, 10));
    case 'month':
      return today.slice(0, 7);
    case 'year':
      return Number(today.slice(0, 4));
    case 'person':
      return dice.pick(people);
    case 'people':
      return people.slice(3, 5);
    case 'unit':
      return dice.pick(units);
    case 'units':
      return units.slice(0, 1);
    case 'reference':
      return chosen(field, desk);
    case 'region':
      return '330100';
    case 'phone':
      return `138${String(10_000_000 + dice.whole(0, 89_999_999))}`;
    case 'files':
      return [await attached(field, desk)];
    case 'signature':
      return { typed: '本人' };
    default:
      return undefined;
  }
}

export async function chosen(field: Extract<Field, { type: 'reference' }>, desk: Desk): Promise<string> {
  const row = desk.dice.pick(await desk.targets(field.to));
  if (row === undefined) throw new NotToday();
  return row.id;
}

/** A picture where only pictures are taken, a paper otherwise. */
export const attached = ({ accept }: Extract<Field, { type: 'files' }>, desk: Desk) =>
  desk.file(accept !== undefined && !accept.includes('documents'));

export const rangeFrom = (start: CivilDate) => ({ start, end: addDays(start, 20) });
