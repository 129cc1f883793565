import { type SQLWrapper, sql } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { queryTextOf } from './query-text.ts';

declare const result: unique symbol;
/** One SQL statement whose rows look like `Row`. */
export type Statement<Row> = { readonly text: SQLWrapper; readonly [result]?: Row };
export type Results<Statements extends readonly Statement<unknown>[]> = {
  -readonly [Place in keyof Statements]: Statements[Place] extends Statement<infer Row> ? readonly Row[] : never;
};

export const rows = <Row>(text: SQLWrapper): Statement<Row> => ({ text });
export const write = (text: SQLWrapper): Statement<never> => ({ text });

/** One workspace's database. http/ and jobs/ hand it on and never look inside. */
export class Store {
  /** Builds statements; running them is `batch`'s affair. */
  readonly build: DrizzleD1Database;
  private readonly binding: D1Database;

  constructor(binding: D1Database) {
    this.binding = binding;
    this.build = drizzle(binding);
  }

  /**
   * Runs statements in one round trip and one transaction. Drizzle's own batch cannot carry `sql` with parameters.
   *
   * @returns the rows of each statement, in order.
   */
  async batch<const Statements extends readonly Statement<unknown>[]>(
    statements: Statements,
  ): Promise<Results<Statements>> {
    const results = await this.binding.batch(statements.map(({ text }) => this.prepare(text)));
    return results.map((each) => each.results) as Results<Statements>;
  }

  async all<Row>({ text }: Statement<Row>): Promise<readonly Row[]> {
    return (await this.prepare(text).all<Row>()).results;
  }

  private prepare(text: SQLWrapper): D1PreparedStatement {
    const { sql: source, params } = queryTextOf(text);
    return this.binding.prepare(source).bind(...params);
  }
}

/** @throws when the database does not answer. */
export async function ping(store: Store): Promise<void> {
  await store.all(rows(sql`SELECT 1`));
}
