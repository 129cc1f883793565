import type { BlockNode, CaseView, EntryList, PictureNode, StepNode } from '../../../schemas/generated/api.ts';
import { isRecord } from '../fields/lists.ts';
import { caseWords } from '../i18n/case.ts';
import { commonWords } from '../i18n/common.ts';
import { formatDeadline, formatInstant } from '../i18n/format.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { durationText } from './duration-text.ts';
import type { Names } from './names.ts';
import { reasonLines } from './reason-text.ts';
import { openSteps, stepsOf } from './steps.ts';

type Lines = readonly string[];

/** Who is asked now, and by which rule. */
export function peopleExplained({ picture }: CaseView, names: Names): Lines {
  const words = caseWords[names.locale];
  return openSteps(picture).flatMap(({ step, seats }) =>
    seats
      .filter(({ status }) => status === 'open' || status === 'waiting' || status === 'held')
      .map((seat) => words.personBecause(names.step(step), names.person(seat.person), said(seat.reason, names))),
  );
}

/** Which branches were taken or not, and which steps nobody decided. */
export function pathExplained({ picture }: CaseView, names: Names): Lines {
  const words = caseWords[names.locale];
  const branches = blocksOf(picture).flatMap((block) =>
    block.branches.flatMap(({ title, because, state, rejected }, index) => {
      if (because === undefined) return [];
      const name = title === undefined ? words.branch(index + 1) : pick(title, names.locale);
      const why = rejected ? words.rejectedBranch : said(because, names);
      return [state === 'taken' ? words.branchTaken(name, why) : words.branchSkipped(name, why)];
    }),
  );
  const passed = stepsOf(picture).flatMap(({ step, passed: jumped, seats }) => {
    if (jumped) return [words.stepPassed(names.step(step))];
    return seats.filter(({ auto }) => auto).map(({ person }) => words.stepAuto(names.step(step), names.person(person)));
  });
  return [...branches, ...passed];
}

/** Where each form can be filled in, and why that is not here and now. */
export function lockedExplained({ forms, filledAt, tasks, status, held }: CaseView, names: Names): Lines {
  const words = caseWords[names.locale];
  if (status !== 'open') return forms.length === 0 ? [] : [words.lockedEnded];
  const locked = forms.filter(({ id }) => !tasks.some(({ form }) => form === id));
  const lines = locked.map(({ id, title }) => {
    const steps = filledAt[id] ?? [];
    const name = pick(title, names.locale);
    return steps.length === 0
      ? words.lockedAlways(name)
      : words.lockedAt(name, steps.map(names.step).join(commonWords[names.locale].listMark));
  });
  return [...(held === undefined ? [] : [words.lockedHeld]), ...lines];
}

type Clock = { readonly zone: string; readonly locale: Locale };

/** From when each open deadline counts, with what moved it. */
export function duesExplained(
  { picture }: CaseView,
  entries: EntryList | undefined,
  names: Names,
  clock: Clock,
): Lines {
  return openSteps(picture).flatMap((node) => (node.due === undefined ? [] : dueLines(node, entries, names, clock)));
}

function dueLines(node: StepNode, entries: EntryList | undefined, names: Names, { zone, locale }: Clock): Lines {
  const words = caseWords[locale];
  const step = names.step(node.step);
  const at = (instant: string) => formatInstant(instant, zone, locale);
  const due = node.due === undefined ? '' : formatDeadline(node.due.at, zone, locale);
  const began =
    node.since === undefined || node.dueIn === undefined
      ? []
      : [words.dueCounts(step, at(node.since), durationText(node.dueIn, locale))];
  const moved = (entries?.items ?? []).flatMap(({ at: when, by, events }) =>
    events.flatMap(({ type, data }) =>
      isRecord(data)
        ? movement(String(type), data, node, { at: at(when), by: names.person(by), names }, { zone, locale })
        : [],
    ),
  );
  const late = node.due?.overdue ? [words.dueLate(step, due)] : [words.dueUntil(step, due)];
  return [...began, ...moved, ...late, ...(node.due?.provisional ? [words.provisionalHint] : [])];
}

type Moment = { readonly at: string; readonly by: string; readonly names: Names };

/** What an event did to the clock of a step. */
function movement(
  type: string,
  data: Readonly<Record<string, unknown>>,
  { step, round }: StepNode,
  { at, by, names }: Moment,
  { zone, locale }: Clock,
): Lines {
  const words = caseWords[locale];
  const until = (due: unknown) =>
    isRecord(due) && typeof due.at === 'string' ? formatDeadline(due.at, zone, locale) : '';
  if (type === 'CaseHeld') return [words.dueHeld(at, by)];
  if (type === 'CaseResumed') return [words.dueResumed(at)];
  if (data.step !== step || data.round !== round) return [];
  if (type === 'DueChanged') return [words.dueMoved(names.step(step), at, by, until(data.due))];
  if (type === 'ClockStopped') return [words.dueStopped(names.step(step), at)];
  if (type === 'ClockResumed') return [words.dueGoesOn(names.step(step), at, until(data.due))];
  return [];
}

const blocksOf = (nodes: readonly PictureNode[]): readonly BlockNode[] =>
  nodes.flatMap((node) =>
    'branches' in node ? [node, ...node.branches.flatMap((branch) => blocksOf(branch.nodes))] : [],
  );

const said = (reason: Parameters<typeof reasonLines>[0], names: Names): string =>
  reasonLines(reason, names).join(commonWords[names.locale].sentenceMark);
