import type { Instant } from '#engine';
import { databaseOf, hasCases } from '../tools/local-database.ts';
import { prepareDemo } from '../worker/src/development/demo.ts';
import { moveClock } from '../worker/src/store/development-store.ts';
import { Archive, Cabinet } from './cabinet.ts';
import { Office } from './office.ts';
import { SqliteD1 } from './sqlite-d1.ts';

export type Stage = {
  readonly office: Office;
  readonly database: SqliteD1;
  /** Leaves everything as the local server finds it: files in their place, the clock where the year ended. */
  leave(): Promise<void>;
};

/** There are cases already: a year would come on top of them. */
export class Occupied extends Error {}

/**
 * A company as it stood at `now`, in memory until the year is whole.
 *
 * @throws Occupied when the folder has cases.
 */
export async function openStage(state: string, bundle: unknown, now: Instant): Promise<Stage> {
  if (hasCases(state)) throw new Occupied();
  const archive = new Archive(state);
  const database = SqliteD1.fresh();
  const cabinet = new Cabinet();
  const office = new Office(database, cabinet.bucket, now);
  await prepareDemo(office.store, bundle, now);
  return {
    office,
    database,
    async leave() {
      await moveClock(office.store, Date.parse(office.now) - Date.now(), 0);
      await archive.close(cabinet.contents);
      database.moveTo(databaseOf(state));
    },
  };
}
