import type { Column, Field, ProcessDocument } from '../../schemas/generated/process.ts';
import { placeSteps, withInner } from '../definition/placed-steps.ts';
import { own } from '../shared/own.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;

/** What a process has to do with others, as its document says. */
export type Traffic = {
  /** Processes it starts. */
  readonly starts: ReadonlySet<string>;
  /** Those of them whose outcome or values come back. */
  readonly awaits: ReadonlySet<string>;
  /** Those of them that get values. */
  readonly hands: ReadonlySet<string>;
  /** Processes its fields point to, or that public forms are about. */
  readonly refers: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
  /** Ledgers whose rows open cases of it. */
  readonly openedBy: ReadonlySet<string>;
  /** Its cases go to the archive when they end, which the process that keeps the archive takes up. */
  readonly archives: boolean;
};

/** The ledger that `archive` of a process writes to. */
export const ARCHIVE = 'archive';

export function trafficOf(document: ProcessDocument): Traffic {
  const steps = withInner(placeSteps(document.steps)).map(({ source }) => source);
  const starts = steps.filter((step) => 'start' in step);
  const fields = Object.values(document.forms).flatMap(({ fields: all }) => Object.values(all).flatMap(withColumns));
  const rowsOf = document.duty !== undefined && 'ledger' in document.duty.for ? [document.duty.for.ledger] : [];
  const triggers = (document.triggers ?? []).map(({ ledger }) => ledger);
  const written = steps.flatMap((step) => ('ledger' in step ? [step.ledger] : []));
  return {
    starts: new Set(starts.map(({ start }) => start)),
    awaits: new Set(
      starts.filter(({ wait, result }) => wait === true || result !== undefined).map(({ start }) => start),
    ),
    hands: new Set(starts.filter(({ with: given }) => given !== undefined).map(({ start }) => start)),
    refers: new Set([
      ...fields.flatMap((field) => (field.type === 'reference' && 'process' in field.to ? [field.to.process] : [])),
      ...(document.public?.about === undefined ? [] : [document.public.about.process]),
    ]),
    writes: new Set([...written, ...(document.archive === undefined ? [] : [ARCHIVE])]),
    reads: new Set([...fields.flatMap(ledgersRead), ...triggers, ...rowsOf]),
    openedBy: new Set([...triggers, ...rowsOf]),
    archives: document.archive !== undefined,
  };
}

const withColumns = (field: Field): readonly (Field | Column)[] =>
  field.type === 'table' ? [field, ...Object.values(field.columns)] : [field];

function ledgersRead(field: Field | Column): readonly string[] {
  const looked = 'lookup' in field && field.lookup !== undefined ? [field.lookup.ledger] : [];
  const pointed = field.type === 'reference' && 'ledger' in field.to ? [field.to.ledger] : [];
  const bank = field.type === 'questions' && field.bank !== undefined ? [field.bank] : [];
  return [...looked, ...pointed, ...bank];
}

/**
 * The traffic of each named process together with its helpers: processes that are not named and that it starts, at any
 * distance. A resolution of a meeting is a case of its own, but part of the meeting.
 */
export function trafficByProcess(documents: Documents, named: ReadonlySet<string>): ReadonlyMap<string, Traffic> {
  const parts = partsByProcess(documents, named);
  return new Map([...parts].map(([id, each]) => [id, joined([...each.values()])]));
}

/** Each named process and its helpers, with the traffic of each of them. */
export function partsByProcess(
  documents: Documents,
  named: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlyMap<string, Traffic>> {
  const single = new Map(Object.entries(documents).map(([id, document]) => [id, trafficOf(document)]));
  return new Map(
    [...named].flatMap((id) => {
      if (own(documents, id) === undefined) return [];
      const parts = helpersOf(id, single, named).flatMap((part) => {
        const traffic = single.get(part);
        return traffic === undefined ? [] : [[part, traffic] as const];
      });
      return [[id, new Map(parts)] as const];
    }),
  );
}

function helpersOf(
  id: string,
  single: ReadonlyMap<string, Traffic>,
  named: ReadonlySet<string>,
  found: readonly string[] = [],
): readonly string[] {
  if (found.includes(id)) return found;
  const helpers = [...(single.get(id)?.starts ?? [])].filter((other) => !named.has(other));
  return helpers.reduce<readonly string[]>((all, helper) => helpersOf(helper, single, named, all), [...found, id]);
}

function joined(parts: readonly Traffic[]): Traffic {
  const all = (key: Exclude<keyof Traffic, 'archives'>) => new Set(parts.flatMap((part) => [...part[key]]));
  return {
    starts: all('starts'),
    awaits: all('awaits'),
    hands: all('hands'),
    refers: all('refers'),
    writes: all('writes'),
    reads: all('reads'),
    openedBy: all('openedBy'),
    archives: parts.some(({ archives }) => archives),
  };
}
