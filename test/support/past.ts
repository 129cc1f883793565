import type { CivilDate, SealedEntry } from '#engine';
import { evolve } from '../../engine/case/evolve.ts';
import type { CaseState } from '../../engine/case/state.ts';
import { civilDateOf } from '../../engine/shared/civil-date.ts';
import { caseChanges } from '../../engine/sums/case-rows.ts';

type Cells = Readonly<Record<string, unknown>>;
export type PlainRow = { readonly id: string; readonly cells: Cells };
/** A change of a row: what it was from a day on. */
type Change = {
  readonly source: string;
  readonly id: string;
  readonly day: CivilDate;
  readonly cells: Cells | undefined;
};

/** A database, to be asked in plain SQL. */
export type Asked = { all(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> };

/** Everything that ever happened, read row by row from the history of ledgers and the log of cases. */
export class Past {
  readonly #changes: readonly Change[];

  private constructor(changes: readonly Change[]) {
    this.#changes = changes;
  }

  static async read(database: Asked, offset: number): Promise<Past> {
    const written = await database.all(
      'SELECT ledger, row, at, cells FROM ledger_changes ORDER BY ledger, row, version',
    );
    const ledgers = written.map(
      ({ ledger, row, at, cells }): Change => ({
        source: String(ledger),
        id: String(row),
        day: civilDateOf(String(at) as never, offset),
        cells: JSON.parse(String(cells)),
      }),
    );
    const log = await database.all(`
      SELECT c.public AS id, e.at, e.by, e.body, e.key FROM cases c
        JOIN entries e ON e.key BETWEEN c.id * 65536 AND c.id * 65536 + 65535 ORDER BY e.key`);
    const states = new Map<string, CaseState>();
    const cases = log.flatMap(({ id, at, by, body, key }): readonly Change[] => {
      const entry = {
        case: id,
        seq: Number(key) & 65535,
        at,
        by,
        events: JSON.parse(String(body)),
      } as unknown as SealedEntry;
      const before = states.get(String(id));
      const after = evolve(before, entry);
      states.set(String(id), after);
      const day = civilDateOf(String(at) as never, offset);
      return caseChanges(String(id), { before, after }, entry, offset).map(({ source, subject, after: cells }) => ({
        source,
        id: subject,
        day,
        cells,
      }));
    });
    return new Past([...ledgers, ...cases]);
  }

  /** The rows of a source at the end of a day. */
  rowsOf(source: string, day: CivilDate): readonly PlainRow[] {
    const rows = new Map<string, Cells | undefined>();
    for (const change of this.#changes)
      if (change.source === source && change.day <= day) rows.set(change.id, change.cells);
    return [...rows].flatMap(([id, cells]) => (cells === undefined ? [] : [{ id, cells }]));
  }
}
