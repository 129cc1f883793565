import type { CivilDate } from '#engine';
import type { Action, Scenario, ScenarioDocument } from '../../schemas/generated/scenario.ts';
import type { Cast, Fields, Forms } from './spoken-company.ts';

export type Acting = Extract<Action, { readonly by: string }>;

/** By its first words, or as the first that starts a case of another process. */
export type Pick = string | { readonly starts: string };
export type Turn = {
  /** Cases of the story that are there already: what somebody starts in it is handed in there instead. */
  readonly cases?: Cast;
  /** By process and step: what is handed in there instead of what the story says, field by field. */
  readonly over?: Readonly<Record<string, Forms>>;
  /** By ledger: cells that each row the story finds there has besides. */
  readonly rows?: Readonly<Record<string, Fields>>;
  /** The day it is told for, instead of its own or, when that has passed, the next that fits. */
  readonly on?: string;
  /** The story ends before this action. */
  readonly until?: number;
};

export type Carrying = {
  /** By step: what is handed in there besides, field by field. */
  readonly over?: Readonly<Record<string, Forms>>;
  readonly rows?: Readonly<Record<string, Fields>>;
  readonly stop?: string;
  /** Cases by the names that the story gives them. */
  readonly cases?: Cast;
  /** By process: how cases that this one waits for are carried on. */
  readonly parts?: Readonly<Record<string, readonly [pick: Pick, carrying?: Carrying]>>;
};

export function chosen({ process, scenarios }: ScenarioDocument, pick: Pick): Scenario {
  const found = scenarios.find((scenario) =>
    typeof pick === 'string' ? scenario.title.startsWith(pick) : startsIn(scenario, pick.starts),
  );
  if (found === undefined) throw new Error(`no story of ${process} as ${JSON.stringify(pick)}`);
  return found;
}

const startsIn = ({ do: actions }: Scenario, process: string): boolean =>
  actions.some(
    (action) =>
      ('in' in action && action.in?.startsWith(`${process}/`) === true) ||
      ('expect' in action && (action.expect.started?.[process] ?? 0) > 0),
  );

export const valuesOf = (action: Acting, { values = {} }: ScenarioDocument): Forms =>
  merged(
    'use' in action && action.use !== undefined ? (values[action.use] ?? {}) : {},
    'values' in action ? (action.values ?? {}) : {},
  );

export const BEGINNING = '';
type Telling = { readonly step: string; readonly by: string; readonly day: CivilDate; readonly values: Forms };

/** What a story hands in at the steps of its own process. */
export function tellings({ clock, do: actions }: Scenario, document: ScenarioDocument): readonly Telling[] {
  let day = clock.slice(0, 10) as CivilDate;
  return actions.flatMap((action): readonly Telling[] => {
    if ('wait' in action && /^\d{4}/.test(action.wait)) day = action.wait.slice(0, 10) as CivilDate;
    if (!('by' in action) || ('refuse' in action && action.refuse !== undefined)) return [];
    const at = 'in' in action && action.in !== undefined ? action.in.split('/')[0] : 'main';
    if (at !== 'main' && at !== document.process) return [];
    const step = stepOf(action);
    return step === undefined ? [] : [{ step, by: action.by, day, values: valuesOf(action, document) }];
  });
}

function stepOf(action: Acting): string | undefined {
  if ('start' in action) return action.start === true ? BEGINNING : undefined;
  if ('submit' in action) return action.submit;
  return 'agree' in action ? action.agree : undefined;
}

export const mapped = <T, U>(
  record: Readonly<Record<string, T>>,
  change: (key: string, value: T) => U,
): Record<string, U> => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(key, value)]));

export const merged = (below: Forms, above: Forms): Forms =>
  Object.fromEntries(
    [...new Set([...Object.keys(below), ...Object.keys(above)])].map((form) => [
      form,
      { ...below[form], ...above[form] },
    ]),
  );

/** What a story says, without what whoever started the case has said already. */
export const besides = (values: Forms, there: Forms): Forms =>
  mapped(values, (form, fields) =>
    Object.fromEntries(
      Object.entries(fields).filter(([id]) => Array.isArray(there[form]?.[id]) || (there[form]?.[id] ?? '') === ''),
    ),
  );

/** Stories count the rows of a table, `r1`, `r2`, …; a case that came from another has names of its own for them. */
export function keyHere(told: unknown, keys: readonly unknown[]): unknown {
  if (keys.includes(told)) return told;
  const [, n] = /^r(\d+)$/.exec(String(told)) ?? [];
  return keys[Number(n) - 1] ?? told;
}
