import type { CivilDate } from '#engine';
import type { ScenarioDocument } from '../schemas/generated/scenario.ts';

type Forms = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** What a story hands in at a step, the day it was written for, and who does it there. */
export type Told = { readonly day: CivilDate; readonly by: string; readonly values: Forms };

/** Under which a process keeps what its stories begin with. */
export const BEGINNING = '';

type Stories = ReadonlyMap<string, ReadonlyMap<string, readonly Told[]>>;

/**
 * What the stories hand in, by process and step, in the order they are told: first the way on which all goes well. What
 * stories of other processes hand in on their way comes last.
 */
export function toldIn(stories: readonly ScenarioDocument[]): Stories {
  const heard = stories.flatMap((story) => toldBy(story));
  const told = new Map<string, Map<string, Told[]>>();
  for (const { process, step, own, ...rest } of [...heard.filter((h) => h.own), ...heard.filter((h) => !h.own)]) {
    const steps = told.get(process) ?? new Map<string, Told[]>();
    told.set(process, steps.set(step, [...(steps.get(step) ?? []), rest]));
  }
  return told;
}

type Heard = Told & { readonly process: string; readonly step: string; readonly own: boolean };

function toldBy({ process, values: named = {}, scenarios }: ScenarioDocument): readonly Heard[] {
  return scenarios.flatMap(({ clock, do: acts }) => {
    let day = clock.slice(0, 10) as CivilDate;
    return acts.flatMap((act): Heard[] => {
      if ('wait' in act) day = act.wait.slice(0, 10) as CivilDate;
      if (!('by' in act) || ('refuse' in act && act.refuse !== undefined)) return [];
      const step = stepOf(act);
      if (step === undefined) return [];
      const other = 'start' in act && act.start !== true ? act.start : 'in' in act ? act.in?.split('/')[0] : undefined;
      const of = other === undefined || other === 'main' ? process : other;
      const used = 'use' in act && act.use !== undefined ? (named[act.use] ?? {}) : {};
      const values = over(used, 'values' in act && isForms(act.values) ? act.values : {});
      if (Object.keys(values).length === 0) return [];
      return [{ process: of, step, own: of === process, day, by: act.by, values }];
    });
  });
}

function stepOf(act: ScenarioDocument['scenarios'][number]['do'][number]): string | undefined {
  if ('start' in act) return BEGINNING;
  if ('submit' in act) return act.submit;
  return 'agree' in act ? act.agree : undefined;
}

const isForms = (values: unknown): values is Forms => typeof values === 'object' && values !== null;

const over = (below: Forms, above: Forms): Forms =>
  Object.fromEntries(
    [...new Set([...Object.keys(below), ...Object.keys(above)])].map((form) => [
      form,
      { ...below[form], ...above[form] },
    ]),
  );
