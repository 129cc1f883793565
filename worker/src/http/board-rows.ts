import { BUILT_IN, type Instant, type ReportSource } from '#engine';
import type { ReportRowPage } from '../../../schemas/generated/api.ts';
import { casesAmong } from '../cases/report-rows.ts';
import type { Store } from '../store/database.ts';
import type { Visit } from '../store/visit.ts';
import { dayOf, type Looking } from './board-look.ts';
import { type Place, toCursor } from './cursor.ts';
import { peopleIn, unitsIn } from './names-in.ts';
import { namedCells, namesFor } from './report-names.ts';

/** What is told of a case: that of which process it is, the number says that was pressed. */
const { process: _process, duty: _duty, ...columns } = BUILT_IN.cases.columns;
const CASES: ReportSource = { ...BUILT_IN.cases, columns, readers: undefined };

/** Cases behind a number of a board, like rows behind one of a report: of those one may not open only the number. */
export async function boardRows(
  store: Store,
  { who, look }: Looking,
  {
    subjects,
    next,
    now,
  }: { readonly subjects: readonly string[]; readonly next: Place | undefined; readonly now: Instant },
): Promise<ReportRowPage> {
  const items = await casesAmong(store, { who }, 'cases', subjects, now);
  return {
    source: { id: CASES.id, title: CASES.title },
    asOf: dayOf(look),
    columns: CASES.columns,
    items: [...items],
    unseen: subjects.length - items.length,
    ...(next && { next: toCursor(next) }),
    ...(await namesOf(store, items, who)),
  };
}

const namesOf = async (store: Store, items: Awaited<ReturnType<typeof casesAmong>>, who: Visit) => ({
  people: peopleIn(items, who.workspace.documents.organisation),
  units: unitsIn(items, who.workspace.documents.organisation),
  names: await namesFor(store, namedCells(CASES, items), who),
});
