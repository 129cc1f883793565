import { type SQLWrapper, sql } from 'drizzle-orm';
import { integer, SQLiteAsyncDialect, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { queryTextOf } from '../../worker/src/store/query-text.ts';

const people = sqliteTable('people', { id: text('id'), age: integer('age') });
const inner = sql`SELECT ${1} AS a WHERE ${null} IS NULL`;
const STATEMENTS: Readonly<Record<string, SQLWrapper>> = {
  text: sql`SELECT 1`,
  'plain values': sql`SELECT ${'a'}, ${2}, ${true}, ${null}, ${'营销'}`,
  'raw text': sql`SELECT ${sql.raw('v1, v2')} FROM t`,
  'another statement, twice': sql`SELECT * FROM (${inner}) x, (${inner}) y WHERE z = ${3}`,
  'a list of statements': sql`SELECT ${sql.join([sql`a + ${1}`, sql`b + ${2}`], sql`, `)}`,
  'a list of values': sql`SELECT * FROM t WHERE id IN ${['a', 'b']}`,
  'a table and a column': sql`SELECT ${people.id} FROM ${people} WHERE ${people.age} > ${18}`,
  'a name': sql`SELECT 1 AS ${sql.identifier('of "age"')}`,
  'nothing at all': sql`SELECT 1 ${undefined} WHERE a = ${2}`,
  'a table inside another statement': sql`SELECT ${1} FROM (${sql`SELECT ${2} FROM ${people}`})`,
};

describe('the text of a statement', () => {
  test.each(Object.entries(STATEMENTS))('is what Drizzle writes: %s', (_, statement) => {
    const { sql: written, params } = new SQLiteAsyncDialect().sqlToQuery(statement.getSQL());
    expect(queryTextOf(statement)).toMatchObject({ sql: written, params });
  });
});
