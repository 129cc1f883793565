import { SQL, type SQLWrapper, StringChunk } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';

/** A statement as the database takes it. */
export type QueryText = { readonly sql: string; readonly params: readonly unknown[] };

const dialect = new SQLiteAsyncDialect();

/**
 * The text and parameters of a statement. Drizzle asks of every piece which of a dozen kinds it is, which costs more than
 * many a statement; those of text, plain values and others like them are put together here, and come out the same.
 */
export function queryTextOf(wrapper: SQLWrapper): QueryText {
  const statement = wrapper.getSQL();
  const params: unknown[] = [];
  const sql = plainText(statement, params);
  return sql === undefined ? dialect.sqlToQuery(statement) : { sql, params };
}

/** Undefined where something else is in it. */
function plainText({ queryChunks }: SQL, params: unknown[]): string | undefined {
  let text = '';
  for (const chunk of queryChunks as readonly unknown[]) {
    const part = partText(chunk, params);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

function partText(chunk: unknown, params: unknown[]): string | undefined {
  if (chunk instanceof StringChunk) return chunk.value.join('');
  if (chunk instanceof SQL) return plainText(chunk, params);
  if (chunk === undefined || (typeof chunk === 'object' && chunk !== null)) return undefined;
  params.push(chunk);
  return '?';
}
