import type { ReportKey } from '../../../schemas/generated/api.ts';

/** A number of a part: that of one group, or without keys that of all together. */
export type Opened = {
  readonly part: string;
  readonly measure?: string;
  readonly keys?: readonly ReportKey[];
};

/** How a report is looked at: what its address keeps, so that a link shows the same picture. */
export type Look = {
  /** The day at whose end it is looked at; today when absent. */
  readonly asOf?: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** The number whose rows are shown. */
  readonly opened?: Opened;
};

export const plainLook: Look = { filters: {} };

/** What the API is asked with. */
export const queryOf = ({ asOf, filters }: Look): Readonly<Record<string, string | undefined>> => ({
  asOf,
  filters: Object.keys(filters).length === 0 ? undefined : JSON.stringify(filters),
});

/** The address of a report under a look. */
export function searchOf(id: string, look: Look): string {
  const { part, measure, keys } = look.opened ?? {};
  const parts = { id, ...queryOf(look), part, measure, keys: keys && JSON.stringify(keys) };
  const said = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `?${new URLSearchParams(said)}`;
}

/** The look that an address asks for; a part that cannot be read is left out. */
export function lookOf(search: string): Look {
  const asked = new URLSearchParams(search);
  const asOf = asked.get('asOf');
  const opened = openedOf(asked);
  return {
    ...(asOf !== null && /^\d{4}-\d\d-\d\d$/.test(asOf) && { asOf }),
    filters: filtersOf(parsed(asked.get('filters'))),
    ...(opened && { opened }),
  };
}

function openedOf(asked: URLSearchParams): Opened | undefined {
  const part = asked.get('part');
  const measure = asked.get('measure');
  const keys = parsed(asked.get('keys'));
  if (part === null) return undefined;
  return { part, ...(measure !== null && { measure }), ...(Array.isArray(keys) && { keys: keys.filter(isKey) }) };
}

const isKey = (value: unknown): value is ReportKey =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const filtersOf = (value: unknown): Look['filters'] =>
  Object.fromEntries(
    Object.entries(Object(value)).flatMap(([id, chosen]) => {
      const values = Array.isArray(chosen) ? chosen.filter((each) => typeof each === 'string') : [];
      return values.length === 0 ? [] : [[id, values] as const];
    }),
  );

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** The look with one filter set to some values; none lets everything through again. */
export function withFilter(look: Look, id: string, values: readonly string[]): Look {
  const { [id]: _, ...rest } = look.filters;
  return { ...look, filters: values.length === 0 ? rest : { ...rest, [id]: values } };
}

export function withDay({ asOf: _, ...look }: Look, day: string | undefined): Look {
  return day === undefined ? look : { ...look, asOf: day };
}

export const closed = ({ opened: _, ...look }: Look): Look => look;
