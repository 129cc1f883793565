import { type CoveredClause, placeSteps, withInner } from '#engine';
import type { CoverageProcess, CoverageView, CoveredClauseView } from '../../../schemas/generated/api.ts';
import type { ProcessDocument, Words } from '../../../schemas/generated/process.ts';
import { readBoard, type StageCounts } from '../cases/board-counts.ts';
import { presentBook } from '../cases/present-book.ts';
import { BOARD_LOOK, frameOf, lookingAtBoard } from './board-look.ts';
import { coverageFile } from './coverage-file.ts';
import { type Call, json, type Route, route } from './route.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;

const read = route({
  method: 'GET',
  path: '/api/coverage',
  access: 'person',
  query: BOARD_LOOK,
  answer: { status: 200, schema: 'coverageView' },
  refuses: ['not-found'],
  handle: async (call) => json(await coverageOf(call)),
});

const exportCoverage = route({
  method: 'GET',
  path: '/api/coverage/export',
  access: 'person',
  query: {
    ...BOARD_LOOK,
    format: { required: true, enum: ['csv', 'xlsx'] },
    language: { enum: ['zh-CN', 'zh-TW', 'en'] },
  },
  answer: { status: 200, type: 'application/octet-stream' },
  refuses: ['not-found'],
  async handle(call) {
    const { query } = call;
    return coverageFile(await coverageOf(call), query.format === 'xlsx' ? 'xlsx' : 'csv', query.language ?? 'zh-CN');
  },
});

export const coverageRoutes: readonly Route[] = [read, exportCoverage];

/** Every clause with the processes that carry it and their cases of the period. */
async function coverageOf(call: Call): Promise<CoverageView> {
  const looking = await lookingAtBoard(call, ['clauses']);
  const { clauses, documents } = await presentBook(call.store, looking.who.workspace);
  const counts = await readBoard(call.store, looking.look);
  const stage = (process: string): StageCounts => counts?.stage(process) ?? { started: 0, ended: 0, open: 0 };
  const ids = new Set(clauses.flatMap(carriersOf).map(({ process }) => process));
  const processes = Object.values(documents)
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, area }): CoverageProcess => ({ id, title, area, ...stage(id) }));
  const lived = new Set(processes.flatMap(({ id, started, ended }) => (started + ended > 0 ? [id] : [])));
  return {
    ...frameOf(looking, counts === undefined),
    documents: (looking.who.workspace.documents.clauses?.documents ?? []).map(({ id, title }) => ({ id, title })),
    processes,
    clauses: clauses.map((clause) => clauseView(clause, documents, lived)),
  };
}

/** The processes a clause names, by itself or in one of their steps or as a whole. */
const carriersOf = ({ elements }: CoveredClause): readonly { readonly process: string; readonly step?: string }[] =>
  elements.flatMap((element) => {
    if ('process' in element) return [element];
    return 'process' in element.cover.by ? [{ process: element.cover.by.process }] : [];
  });

function clauseView(covered: CoveredClause, documents: Documents, lived: ReadonlySet<string>): CoveredClauseView {
  const { clause, elements } = covered;
  const byProcess = Map.groupBy(carriersOf(covered), ({ process }) => process);
  const carriers = [...byProcess].map(([process, each]) => ({
    process,
    steps: each.flatMap(({ step }) => (step === undefined ? [] : [stepTitle(documents[process], step)])),
  }));
  const isLived = carriers.some(({ process }) => lived.has(process));
  return {
    id: clause.id,
    document: clause.document,
    heading: clause.heading,
    text: clause.text,
    carriers,
    covers: elements.flatMap((element) => ('cover' in element ? [element.cover.because] : [])),
    state: carriers.length === 0 ? 'beside' : isLived ? 'lived' : 'idle',
  };
}

const stepTitle = (process: ProcessDocument | undefined, id: string): Words =>
  withInner(placeSteps(process?.steps ?? [])).find((step) => step.id === id)?.source.title ?? id;
