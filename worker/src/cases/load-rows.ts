import { isCases, type LedgerRow, type RowAddress, type UserId } from '#engine';
import { casesQuery, loadLedgerRows, readCase } from '../store/case-store.ts';
import type { Store } from '../store/database.ts';
import type { PresentWorkspace } from '../store/workspace.ts';
import type { Setting } from './facts.ts';
import { sightOn } from './sight.ts';

type Rows = Readonly<Record<RowAddress, LedgerRow>>;

const caseAt = (address: RowAddress): string | undefined =>
  isCases(address) ? address.slice(address.indexOf('/') + 1) : undefined;

/** Addresses of cases, which have to be readable for whoever points to them, are left for `loadRows`. */
export const onlyLedgers = (addresses: readonly RowAddress[]): readonly RowAddress[] =>
  addresses.filter((address) => caseAt(address) === undefined);

/**
 * The rows at these addresses, as far as they exist. A case that the actor may not read does not exist for them: nobody
 * learns the subject of a case by pointing to it. The system, acting on what was decided before, may read all.
 */
export async function loadRows(
  store: Store,
  { workspace, now, by }: Setting & { readonly workspace: PresentWorkspace },
  addresses: readonly RowAddress[],
): Promise<Rows> {
  const rows = await loadLedgerRows(store, addresses);
  const ids = Object.keys(rows).flatMap((address) => caseAt(address as RowAddress) ?? []);
  const reader = workspace.organisation.person(by as UserId)?.id;
  if (ids.length === 0 || (reader === undefined && by !== 'system:public')) return rows;
  const found = await store.all(casesQuery(ids));
  const readable = found
    .map((row) => readCase([row], workspace))
    .filter((stored) => stored && reader && sightOn(stored, workspace, now, reader) !== undefined);
  const kept = Object.entries(rows).filter(([address]) => {
    const id = caseAt(address as RowAddress);
    return id === undefined || readable.some((stored) => stored?.id === id);
  });
  return Object.fromEntries(kept);
}
