/** A database and how many rows were read through it. */
export type Counted = { readonly db: D1Database; rowsRead: number };

/** The part of a database that the store uses, with the rows counted that D1 says it has read. */
export function counted(db: D1Database): Counted {
  const inner = new WeakMap<object, D1PreparedStatement>();
  const note = (results: readonly D1Result[]): void => {
    for (const { meta } of results) count.rowsRead += meta.rows_read;
  };
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const outer: Pick<D1PreparedStatement, 'bind' | 'all'> = {
      bind: (...values) => wrap(statement.bind(...values)),
      async all<T>() {
        const result = await statement.all<T>();
        note([result]);
        return result;
      },
    };
    inner.set(outer, statement);
    return outer as D1PreparedStatement;
  };
  const outer: Pick<D1Database, 'prepare' | 'batch'> = {
    prepare: (text) => wrap(db.prepare(text)),
    async batch<T>(statements: D1PreparedStatement[]) {
      const results = await db.batch<T>(statements.map((each) => inner.get(each) ?? each));
      note(results);
      return results;
    },
  };
  const count: Counted = { db: outer as D1Database, rowsRead: 0 };
  return count;
}
