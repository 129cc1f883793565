import { compileCalendar, type FormFacts, isCivilDate } from '#engine';
import type { FormEnvironmentView, ReferenceRows } from '../../../schemas/generated/api.ts';

export type FactsSource = {
  readonly environment: FormEnvironmentView;
  readonly today: string;
  readonly starter: string;
  readonly case?: Readonly<Record<string, unknown>>;
  readonly references?: ReferenceRows;
};

/** What the page knows of the world. Whether people and units exist is for the server to judge: they were picked from it. */
export function factsOf({ environment, today, starter, references = {}, ...source }: FactsSource): FormFacts {
  if (!isCivilDate(today)) throw new Error(`not a date: ${today}`);
  const settings = Object.entries(environment.settings).map(([id, { value }]) => [id, value] as const);
  return {
    today,
    starter,
    settings: Object.fromEntries(settings),
    references,
    lookups: {},
    case: source.case ?? {},
    knows: { person: () => true, unit: () => true },
    calendar: compileCalendar(environment.calendar),
  };
}
