import { type ReportSource, rowAddress, type StepId, titleOf } from '#engine';
import type { Names, ReportRow } from '../../../schemas/generated/api.ts';
import { loadLedgerRows } from '../store/case-store.ts';
import type { Store } from '../store/database.ts';
import { definitionsOf } from '../store/definition-store.ts';
import type { Visit } from '../store/visit.ts';

/** An id to be named: of a row of a ledger, or of a process, a step, a post or an area. */
export type Named = { readonly id: string; readonly ledger: string | undefined };

/** The ids in the cells of rows that a page has to name. */
export function namedCells({ named, columns }: ReportSource, rows: readonly ReportRow[]): readonly Named[] {
  const found = Object.entries(columns).flatMap(([column, { type, ...rest }]) => {
    const ledger = type === 'reference' && 'to' in rest && 'ledger' in rest.to ? rest.to.ledger : undefined;
    return ledger !== undefined || Object.hasOwn(named, column) ? [{ column, ledger }] : [];
  });
  return rows.flatMap(({ cells }) => found.map(({ column, ledger }) => ({ id: String(cells[column] ?? ''), ledger })));
}

/** What these ids are called. */
export async function namesFor(store: Store, named: readonly Named[], who: Visit): Promise<Names> {
  const ids = [...new Set(named.flatMap(({ id, ledger }) => (ledger === undefined && id !== '' ? [id] : [])))];
  const rows = named.filter(({ id, ledger }) => ledger !== undefined && id !== '');
  return { ...titlesOf(ids, who), ...(await stepTitles(store, ids, who)), ...(await rowNames(store, rows, who)) };
}

function titlesOf(ids: readonly string[], { workspace }: Visit): Names {
  const { organisation, areas } = workspace.documents;
  return Object.fromEntries(
    ids.flatMap((id) => {
      const area = areas.areas.find((each) => each.id === id);
      const title = workspace.processes[id]?.title ?? organisation.posts[id]?.title ?? area?.title;
      return title === undefined ? [] : [[id, title] as const];
    }),
  );
}

/** Steps are named `process.step`; as the process calls them today. */
async function stepTitles(store: Store, ids: readonly string[], { workspace }: Visit): Promise<Names> {
  const steps = ids.flatMap((id) => {
    const [process = '', step] = id.split('.');
    const version = workspace.processes[process]?.version;
    return step === undefined || version === undefined ? [] : [{ id, step, process, version }];
  });
  if (steps.length === 0) return {};
  const definition = await definitionsOf(store, workspace, steps);
  return Object.fromEntries(steps.map(({ id, step, ...name }) => [id, titleOf(definition(name), step as StepId)]));
}

/** A row is called what the column says that names the rows of its ledger. */
async function rowNames(store: Store, rows: readonly Named[], { workspace }: Visit): Promise<Names> {
  if (rows.length === 0) return {};
  const addresses = [...new Set(rows.map(({ id, ledger = '' }) => rowAddress(ledger, id)))];
  const found = await loadLedgerRows(store, addresses);
  return Object.fromEntries(
    rows.flatMap(({ id, ledger = '' }) => {
      const column = workspace.documents.ledgers[ledger]?.name;
      const name = column === undefined ? undefined : found[rowAddress(ledger, id)]?.cells[column];
      return name === undefined || name === null ? [] : [[id, String(name)] as const];
    }),
  );
}
