import type { CivilDate, KeyValue, Report, ReportMoment, UserId } from '#engine';
import type { Visit } from '../store/visit.ts';
import type { FilterValues } from './report-sight.ts';

/** How somebody looks at a report. `day` is undefined when it is looked at as it is now. */
export type Looking = {
  readonly who: Visit;
  readonly report: Report;
  readonly today: CivilDate;
  readonly day: CivilDate | undefined;
  readonly chosen: Readonly<Record<string, readonly string[]>>;
};

/** What expressions see that look further than at a row: the day, the settings, and the organisation as it is today. */
export function momentOn({ workspace }: Visit, today: CivilDate): ReportMoment {
  const { organisation, processes, settings, documents } = workspace;
  const { units } = documents.organisation;
  const derive = {
    unit: (id: string) => organisation.unitsOf(id as UserId)[0],
    post: (id: string) => organisation.person(id)?.posts[0]?.post,
    area: (id: string) => processes[id]?.area,
    subject: (id: string) => (Object.hasOwn(units, id) ? id : organisation.unitsOf(id as UserId)[0]),
  };
  return {
    today,
    settings,
    derive: (as, value): KeyValue => (typeof value === 'string' ? (derive[as](value) ?? null) : null),
  };
}

/** What the filters let through: a unit stands for itself and all units below it, a text for what contains it. */
export function filterValues({ who, report, chosen }: Looking): FilterValues {
  const { organisation, documents } = who.workspace;
  const below = (unit: string) =>
    Object.keys(documents.organisation.units).filter((each) => organisation.ancestorsOf(each).includes(unit));
  return Object.fromEntries(
    report.filters.flatMap(({ id, type }) => {
      const values = chosen[id] ?? [];
      if (values.length === 0) return [];
      if (type === 'text') return [[id, containing(values)] as const];
      const wanted = new Set(type === 'unit' ? values.flatMap((unit) => [unit, ...below(unit)]) : values);
      return [[id, (value: string) => wanted.has(value)] as const];
    }),
  );
}

function containing(texts: readonly string[]): FilterValues[string] {
  const wanted = texts.map((text) => text.toLowerCase());
  return (value) => wanted.some((text) => value.toLowerCase().includes(text));
}
