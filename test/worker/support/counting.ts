/** What a stretch of work asked of the database. */
export type Bill = {
  trips: number;
  rowsRead: number;
  rowsWritten: number;
  /** Every statement that ran, with values it ran with. */
  readonly statements: Map<string, readonly unknown[]>;
};

/** The database, with everything that goes through it counted. */
export function counting(db: D1Database): { readonly db: D1Database; readonly bill: Bill; reset(): void } {
  const bill: Bill = { trips: 0, rowsRead: 0, rowsWritten: 0, statements: new Map() };
  const inner = new WeakMap<object, D1PreparedStatement>();
  const note = (results: readonly D1Result[]) => {
    bill.trips += 1;
    for (const { meta } of results) {
      bill.rowsRead += meta.rows_read;
      bill.rowsWritten += meta.rows_written;
    }
  };
  const wrap = (statement: D1PreparedStatement, source: string): D1PreparedStatement => {
    const outer: Pick<D1PreparedStatement, 'bind' | 'all'> = {
      bind(...values) {
        bill.statements.set(source, values);
        return wrap(statement.bind(...values), source);
      },
      async all<T>() {
        const result = await statement.all<T>();
        note([result]);
        return result;
      },
    };
    inner.set(outer, statement);
    return outer as D1PreparedStatement;
  };
  const counted: Pick<D1Database, 'prepare' | 'batch'> = {
    prepare(source) {
      return wrap(db.prepare(source), source);
    },
    async batch<T>(statements: D1PreparedStatement[]) {
      const results = await db.batch<T>(statements.map((each) => inner.get(each) ?? each));
      note(results);
      return results;
    },
  };
  return {
    db: counted as D1Database,
    bill,
    reset() {
      bill.trips = 0;
      bill.rowsRead = 0;
      bill.rowsWritten = 0;
    },
  };
}
