import { type Entry, replay } from '../../engine/case/evolve.ts';
import type { CaseState } from '../../engine/case/state.ts';
import { taskChanges } from '../../engine/case/tasks.ts';
import type { Definition } from '../../engine/definition/definition.ts';

/** `seat@step: person` of each seat. */
type Seats = readonly string[];

/** Who has something to do, from the state. */
export function openSeats(state: CaseState): Seats {
  const open = Object.entries(state.steps).flatMap(([step, { seats, status }]) =>
    status === 'open'
      ? seats.filter((seat) => seat.status === 'open').map((seat) => nameOf(seat.id, step, seat.person))
      : [],
  );
  return open.sort();
}

/** The same from the task changes of all entries: what the task lists of a store add up to. */
export function openTasks(definition: Definition, entries: readonly Entry[]): Seats {
  const tasks = new Map<number, { readonly name: string; readonly open: boolean }>();
  for (const [index, entry] of entries.entries()) {
    const after = replay(entries.slice(0, index + 1));
    for (const change of taskChanges(definition, after, entry)) {
      const task = tasks.get(change.seat);
      if (change.change === 'add') {
        if (task !== undefined) throw new Error(`seat ${change.seat} is added twice`);
        tasks.set(change.seat, { name: nameOf(change.seat, change.step, change.person), open: change.open });
      } else if (task === undefined) throw new Error(`seat ${change.seat} is not there to ${change.change}`);
      else if (change.change !== 'due' && change.change !== 'remind')
        tasks.set(change.seat, { ...task, open: change.change === 'activate' });
    }
  }
  return [...tasks.values()]
    .filter(({ open }) => open)
    .map(({ name }) => name)
    .sort();
}

const nameOf = (seat: number, step: string, person: string): string => `${seat}@${step}: ${person}`;
