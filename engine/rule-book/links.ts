import type { Link, LinksDocument } from '../../schemas/generated/links.ts';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import { ARCHIVE, type Traffic, trafficByProcess } from './traffic.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;

export type LinkKind = 'starts' | 'feeds' | 'returns';
/** How a definition carries a link: the step that starts, the field that points, the ledger that is shared. */
export type LinkWay = 'start' | 'rows' | 'archive' | 'reference' | 'ledger' | 'values' | 'result';
export type JudgedLink = {
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  /** Undefined: no definition carries it. */
  readonly way: LinkWay | undefined;
};

export function linkEnd(link: Link): { readonly kind: LinkKind; readonly to: string } {
  if (link.starts !== undefined) return { kind: 'starts', to: link.starts };
  if (link.feeds !== undefined) return { kind: 'feeds', to: link.feeds };
  return { kind: 'returns', to: link.returns ?? '' };
}

/** The processes that links speak of. */
export const linkedProcesses = ({ links }: LinksDocument): ReadonlySet<string> =>
  new Set(links.flatMap((link) => [link.from, linkEnd(link).to]));

/** Every link, with the way the definitions carry it. */
export function judgeLinks(document: LinksDocument, documents: Documents): readonly JudgedLink[] {
  const traffic = trafficByProcess(documents, linkedProcesses(document));
  return document.links.map((link) => {
    const { kind, to } = linkEnd(link);
    const [sender, receiver] = [traffic.get(link.from), traffic.get(to)];
    const way = sender && receiver && WAYS[kind]({ id: link.from, ...sender }, { id: to, ...receiver });
    return { from: link.from, to, kind, way };
  });
}

type End = Traffic & { readonly id: string };
type Carried = (from: End, to: End) => LinkWay | undefined;

const meet = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  [...left].some((each) => right.has(each));

const starts: Carried = (from, to) => {
  if (from.starts.has(to.id)) return 'start';
  if (meet(from.writes, to.openedBy)) return 'rows';
  return from.archives && to.reads.has(ARCHIVE) ? 'archive' : undefined;
};

const feeds: Carried = (from, to) => {
  if (to.refers.has(from.id)) return 'reference';
  if (meet(from.writes, to.reads)) return 'ledger';
  return from.hands.has(to.id) ? 'values' : undefined;
};

/** What was started answers whoever started it, or leaves the answer in a ledger they read. */
const returns: Carried = (from, to) => {
  if (to.awaits.has(from.id)) return 'result';
  return feeds(from, to) ?? (from.starts.has(to.id) ? 'start' : undefined);
};

const WAYS: Readonly<Record<LinkKind, Carried>> = { starts, feeds, returns };

/** A walk of a loop, and the places where it is broken: two processes no link joins, or whose link nothing carries. */
export type JudgedLoop = { readonly id: string; readonly broken: readonly (readonly [from: string, to: string])[] };

export function judgeLoops(document: LinksDocument, documents: Documents): readonly JudgedLoop[] {
  const carried = new Set(
    judgeLinks(document, documents)
      .filter(({ way }) => way !== undefined)
      .map(({ from, to }) => `${from} ${to}`),
  );
  return document.loops.map(({ id, walks }) => ({
    id,
    broken: walks.flatMap((walk) =>
      walk.slice(1).flatMap((to, index) => {
        const from = walk[index] ?? '';
        return carried.has(`${from} ${to}`) ? [] : [[from, to] as const];
      }),
    ),
  }));
}
