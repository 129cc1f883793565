/**
 * A door in front of the database at which requests meet between reading and writing: each has read the same state
 * before the first one writes.
 */
export function meeting(db: D1Database, guests: number) {
  const waiting = new Map<string, () => void>();
  let arrived: () => void;
  const everybody = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const come = (name: string): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(name, resolve);
      if (waiting.size === guests) arrived();
    });

  /** The database for one guest: its first write waits until it is let in, what it does after that goes straight on. */
  function doorOf(name: string): D1Database {
    let held = false;
    const door: Pick<D1Database, 'prepare' | 'batch'> = {
      prepare: (source) => marked(db.prepare(source), source),
      async batch<T>(statements: D1PreparedStatement[]) {
        const writes = statements.some((each) => sources.get(each)?.includes('INSERT INTO entries'));
        if (writes && !held) {
          held = true;
          await come(name);
        }
        return db.batch<T>(statements);
      },
    };
    return door as D1Database;
  }

  /** Waits until all guests stand at the door, then lets them in one after the other. */
  async function letIn(...order: readonly { readonly name: string; readonly done: Promise<unknown> }[]): Promise<void> {
    await everybody;
    for (const { name, done } of order) {
      waiting.get(name)?.();
      await done;
    }
  }
  return { doorOf, letIn };
}

const sources = new WeakMap<object, string>();

/** Remembers the text of a statement over `bind`, which makes a new one. */
function marked(statement: D1PreparedStatement, source: string): D1PreparedStatement {
  sources.set(statement, source);
  const { bind } = statement;
  statement.bind = (...values) => {
    const bound = bind.apply(statement, values);
    sources.set(bound, source);
    return bound;
  };
  return statement;
}
