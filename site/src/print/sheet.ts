import type { CaseView, EntryView, PrintView, Words } from '../../../schemas/generated/api.ts';
import type { IsShown } from '../case/shown-fields.ts';
import { type SheetForm, sheetForms } from './sheet-forms.ts';
import { type SheetOpinion, sheetOpinions } from './sheet-opinions.ts';
import { type SheetLayout, widestTable } from './table-width.ts';

/** Why a sheet is no proof of an approval; completed cases have none. */
export type SheetMark = 'draft' | 'unfinished' | 'held' | Exclude<CaseView['status'], 'open' | 'completed'>;

/** A case on paper: what is printed, in order, without the words around it. */
export type Sheet = {
  readonly title: Words;
  /** The company when absent. */
  readonly letterhead?: Words;
  readonly layout: SheetLayout;
  readonly mark?: SheetMark;
  readonly forms: readonly SheetForm[];
  readonly opinions: readonly SheetOpinion[];
  readonly record: readonly EntryView[];
  readonly footer?: Words;
};

/** Wider tables than this turn the sheet, in the units of `widestTable`. */
const PORTRAIT_ROOM = 11;

/** @param isShown which fields a reader is shown; what the process leaves off the sheet is left out here. */
export function sheetOf(view: CaseView, entries: readonly EntryView[], isShown: IsShown): Sheet {
  const print: PrintView = view.print ?? {};
  const opinions = sheetOpinions(view);
  const drawn = new Set(opinions.flatMap(({ signature }) => (signature === undefined ? [] : [signature.path])));
  const omitted = new Set([...(print.omit ?? []), ...drawn]);
  const forms = sheetForms(view, omitted, isShown);
  const mark = markOf(view);
  return {
    title: print.title ?? view.process.title,
    ...(print.letterhead !== undefined && { letterhead: print.letterhead }),
    layout: print.layout ?? (widestTable(forms) > PORTRAIT_ROOM ? 'landscape' : 'portrait'),
    ...(mark !== undefined && { mark }),
    forms,
    opinions,
    record: entries.filter(({ what }) => !PASSING.has(what)),
    ...(print.footer !== undefined && { footer: print.footer }),
  };
}

/** What the history keeps and nobody looks for on paper. */
const PASSING: ReadonlySet<string> = new Set([
  'ChildStopped',
  'ClockResumed',
  'ClockStopped',
  'Reminded',
  'SeatActivated',
  'SeatClaimed',
  'SeatReleased',
  'SeriesAdvanced',
  'Urged',
  'ValuesGiven',
]);

function markOf({ status, held, picture }: CaseView): SheetMark | undefined {
  if (status === 'completed') return undefined;
  if (status !== 'open') return status;
  if (held !== undefined) return 'held';
  const [first] = picture;
  return first !== undefined && 'state' in first && first.state === 'open' ? 'draft' : 'unfinished';
}
