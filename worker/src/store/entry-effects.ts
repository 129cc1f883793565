import { type SQL, sql } from 'drizzle-orm';
import {
  type CaseEventOf,
  type CaseState,
  type Definition,
  type Order,
  ordersOf,
  type SealedEntry,
  type TaskChange,
  targetsOf,
  taskChanges,
} from '#engine';
import { type Statement, write } from './database.ts';
import { dutyEffects } from './duty-effects.ts';
import { fileEffects } from './file-effects.ts';

type TaskOf<Change extends TaskChange['change']> = Extract<TaskChange, { change: Change }>;

/**
 * What an entry changes beside its case: tasks, ledger rows, and what is still to be caused.
 *
 * @param key SQL of the case's inner id.
 */
export function entryEffects(
  key: SQL,
  sealed: SealedEntry,
  definition: Definition,
  after: CaseState,
): readonly Statement<never>[] {
  const changes = taskChanges(definition, after, sealed);
  const ledgerWrites = sealed.events.filter((event) => event.type === 'LedgerWritten').map(({ data }) => data);
  const added = changes.filter((change) => change.change === 'add');
  const fresh = new Set(added.map(({ seat }) => seat));
  const later = changes.filter(({ seat }) => !fresh.has(seat));
  return [
    ...addTasks(
      key,
      added.map((task) => taskRow(task, changes)),
    ),
    ...closeTasks(
      key,
      later.filter((change) => change.change === 'close'),
    ),
    ...activateTasks(
      key,
      later.filter((change) => change.change === 'activate'),
    ),
    ...restTasks(
      key,
      later.filter((change) => change.change === 'rest'),
    ),
    ...dueTasks(
      key,
      later.filter((change) => change.change === 'due'),
    ),
    ...remindTasks(
      key,
      changes.filter((change) => change.change === 'remind'),
    ),
    ...writeLedgers(key, sealed, ledgerWrites),
    ...giveOrders(key, sealed, ordersOf(after, sealed)),
    ...dutyEffects(key, sealed, definition, after),
    ...fileEffects(key, sealed),
    ...noteReferences(key, targetsOf(definition, after.values)),
  ];
}

/** A new task as it stands at the end of the entry, which may have decided it already. */
function taskRow(task: TaskOf<'add'>, changes: readonly TaskChange[]) {
  const own = changes.filter(({ seat }) => seat === task.seat);
  const closed = own.find((change) => change.change === 'close');
  const activated = own.find((change) => change.change === 'activate');
  const turn = own.findLast((change) => change.change === 'activate' || change.change === 'rest');
  const isOpen = turn === undefined ? task.open : turn.change === 'activate';
  return {
    ...task,
    due: task.due?.at ?? null,
    since: activated?.since ?? task.since,
    open: closed === undefined && isOpen ? 1 : 0,
    outcome: closed?.outcome ?? null,
    why: closed?.why ?? null,
    done: closed?.at ?? null,
  };
}

/** D1 takes 100 parameters a statement; a new task has eleven. */
const TASKS_AT_ONCE = 9;
const KEYS_AT_ONCE = 90;

const addTasks = (key: SQL, added: readonly ReturnType<typeof taskRow>[]) =>
  chunks(added, TASKS_AT_ONCE).map((some) => {
    const values = some.map(
      ({ seat, person, kind, step, since, due, open, outcome, why, done }) =>
        sql`(${keyOf(key, seat)}, ${person}, ${kind}, ${step}, ${since}, ${due}, ${open}, ${outcome}, ${why}, ${done})`,
    );
    return write(sql`
      INSERT INTO tasks (key, person, kind, step, since, due_at, open, outcome, why, done_at)
      VALUES ${sql.join(values, sql`, `)}`);
  });

/** One statement for all that ended alike: finding a row by a literal key reads nothing else. */
const closeTasks = (key: SQL, closed: readonly TaskOf<'close'>[]) =>
  [...Map.groupBy(closed, ({ outcome, why }) => `${outcome} ${why ?? ''}`).values()].flatMap((tasks) =>
    chunks(tasks, KEYS_AT_ONCE).map((some) =>
      write(sql`
        UPDATE tasks SET open = 0, outcome = ${some[0]?.outcome}, why = ${some[0]?.why ?? null}, done_at = ${some[0]?.at}
        WHERE key IN (${keysOf(key, some)})`),
    ),
  );

const activateTasks = (key: SQL, activated: readonly TaskOf<'activate'>[]) =>
  chunks(activated, KEYS_AT_ONCE).map((some) =>
    write(sql`UPDATE tasks SET open = 1, since = ${some[0]?.since} WHERE key IN (${keysOf(key, some)})`),
  );

/** Seats that wait for somebody else leave the list of what is to do. */
const restTasks = (key: SQL, resting: readonly TaskOf<'rest'>[]) =>
  chunks(resting, KEYS_AT_ONCE).map((some) =>
    write(sql`UPDATE tasks SET open = 0 WHERE key IN (${keysOf(key, some)})`),
  );

const dueTasks = (key: SQL, moved: readonly TaskOf<'due'>[]) =>
  [...Map.groupBy(moved, ({ due }) => due)].flatMap(([due, tasks]) =>
    chunks(tasks, KEYS_AT_ONCE).map((some) =>
      write(sql`UPDATE tasks SET due_at = ${due} WHERE key IN (${keysOf(key, some)})`),
    ),
  );

const remindTasks = (key: SQL, reminded: readonly TaskOf<'remind'>[]) =>
  chunks(reminded, KEYS_AT_ONCE).map((some) =>
    write(sql`UPDATE tasks SET reminded_at = ${some[0]?.at} WHERE key IN (${keysOf(key, some)})`),
  );

const keyOf = (key: SQL, seat: number) => sql`${key} * 65536 + ${seat}`;
const keysOf = (key: SQL, tasks: readonly { readonly seat: number }[]) =>
  sql.join(
    tasks.map(({ seat }) => keyOf(key, seat)),
    sql`, `,
  );

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

/** A case that is no longer pointed to is found out when the link is read. */
const noteReferences = (key: SQL, targets: readonly string[]) =>
  targets.length === 0
    ? []
    : [
        write(sql`
          INSERT OR IGNORE INTO case_references (target, source)
          SELECT t.value, ${key} FROM json_each(${JSON.stringify(targets)}) t`),
      ];

/** Version base + 1 can be written once: who decided on an older row is refused here. */
function writeLedgers(key: SQL, { seq, at }: SealedEntry, writes: readonly CaseEventOf<'LedgerWritten'>['data'][]) {
  if (writes.length === 0) return [];
  const written = sql`json_each(${JSON.stringify(writes)}) w`;
  return [
    write(sql`
      INSERT INTO ledger_changes (ledger, row, version, case_id, seq, cells, at)
      SELECT w.value ->> 'ledger', w.value ->> 'row', 1 + (w.value ->> 'base'), ${key}, ${seq}, w.value -> 'cells', ${at}
      FROM ${written}`),
    write(sql`
      INSERT INTO ledger_rows (ledger, row, version, case_id, cells, updated_at)
      SELECT w.value ->> 'ledger', w.value ->> 'row', 1 + (w.value ->> 'base'), ${key}, w.value -> 'cells', ${at}
      FROM ${written} WHERE true
      ON CONFLICT (ledger, row) DO UPDATE SET
        version = excluded.version, cells = excluded.cells, updated_at = excluded.updated_at`),
  ];
}

/** What other cases are caused by it leaves with the entry; the same order is never kept twice. */
const giveOrders = (key: SQL, { at }: SealedEntry, orders: readonly Order[]) =>
  orders.length === 0
    ? []
    : [
        write(sql`
          INSERT INTO outbox (id, kind, body, at, next_at)
          SELECT o.value ->> 'id', o.value ->> 'kind', json_set(o.value, '$.parent', ${key}), ${at}, ${at}
          FROM json_each(${JSON.stringify(orders)}) o WHERE true
          ON CONFLICT (id) DO NOTHING`),
      ];
