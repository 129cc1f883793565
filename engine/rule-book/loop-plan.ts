import type { LinksDocument, Loop } from '../../schemas/generated/links.ts';
import type { ProcessDocument, Words } from '../../schemas/generated/process.ts';
import { placeSteps } from '../definition/placed-steps.ts';
import { own } from '../shared/own.ts';
import { type JudgedLink, judgeLinks, linkEnd, linkedProcesses } from './links.ts';
import { partsByProcess, type Traffic } from './traffic.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;

/** One way from a stage of a loop to the next, and what is counted there. */
export type LoopArrow = {
  readonly from: string;
  readonly to: string;
  /**
   * `start`: a case has a successor when it has started one. `feed`: when a case of the next stage began on the day it
   * ended or later, so that it could read what was left for it.
   */
  readonly kind: 'start' | 'feed';
  /** Every case is to have a successor; else it depends on the case. */
  readonly always: boolean;
  /** The processes whose cases carry it: the stage itself, or helpers that it starts. */
  readonly carriers: readonly string[];
  /** Ledgers that carry it. */
  readonly ledgers: readonly string[];
  readonly when: Words;
};

/** A loop as it is drawn: walks from stage to stage, and the ways between them. */
export type LoopPlan = Pick<Loop, 'id' | 'title' | 'rhythm' | 'closed'> & {
  /** Days after the end of the month in which a case ended by which it has to have a successor. */
  readonly within: number;
  readonly walks: readonly { readonly stages: readonly string[]; readonly arrows: readonly LoopArrow[] }[];
};

/** Days until the next beat of a rhythm; what has no rhythm is looked at month by month. */
const BEATS: Readonly<Record<Loop['rhythm'], number>> = {
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
  case: 31,
  continuous: 31,
};

/** The loops of a company with what is counted along each of them. */
export function planLoops(document: LinksDocument, documents: Documents): readonly LoopPlan[] {
  const book: Book = {
    document,
    documents,
    links: judgeLinks(document, documents),
    parts: partsByProcess(documents, linkedProcesses(document)),
  };
  return document.loops.map(({ id, title, rhythm, closed, within = BEATS[rhythm], walks }) => ({
    id,
    title,
    rhythm,
    closed,
    within,
    walks: walks.map((stages) => ({
      stages,
      arrows: stages.slice(1).map((to, at) => planArrow(stages[at] ?? '', to, book)),
    })),
  }));
}

type Book = {
  readonly document: LinksDocument;
  readonly documents: Documents;
  readonly links: readonly JudgedLink[];
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, Traffic>>;
};

function planArrow(from: string, to: string, book: Book): LoopArrow {
  const { document, links, parts } = book;
  const between = links.filter((link) => link.from === from && link.to === to);
  const way = (between.find((link) => link.way === 'start') ?? between[0])?.way;
  const when = document.links.find((link) => link.from === from && linkEnd(link).to === to)?.when ?? '';
  const senders = [...(parts.get(from) ?? [])];
  if (way === 'start') {
    const carriers = senders.flatMap(([id, { starts }]) => (starts.has(to) ? [id] : []));
    const always = carriers.every((id) => startsAlways(own(book.documents, id), to));
    return { from, to, kind: 'start', always, carriers, ledgers: [], when };
  }
  const taken = new Set([...(parts.get(to)?.values() ?? [])].flatMap(({ reads }) => [...reads]));
  const ledgers = new Set(senders.flatMap(([, { writes }]) => [...writes]).filter((ledger) => taken.has(ledger)));
  const writers = senders.flatMap(([id, { writes }]) => ([...writes].some((each) => ledgers.has(each)) ? [id] : []));
  const carriers = writers.length === 0 || writers.includes(from) ? [from] : writers;
  return { from, to, kind: 'feed', always: true, carriers, ledgers: [...ledgers], when };
}

/** Whether every case comes to a step that starts one of the other process, whatever it holds. */
const startsAlways = (process: ProcessDocument | undefined, to: string): boolean =>
  placeSteps(process?.steps ?? []).some(
    ({ source }) => 'start' in source && source.start === to && source.each === undefined && source.while === undefined,
  );
