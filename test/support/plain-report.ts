import type { Person, Workspace } from '#engine';
import { compileExpression } from '../../engine/expression/expression.ts';
import { DATE, type ExprType, type Scope } from '../../engine/expression/type.ts';
import { reportEnvironment } from '../../engine/reports/environment.ts';
import type { CivilDate } from '../../engine/shared/brand.ts';
import { addDays, lastDayOfMonth } from '../../engine/shared/civil-date.ts';
import { decimalOf, parseDecimal, round, toPlain } from '../../engine/shared/decimal.ts';
import { BUILT_IN, type DerivedColumn, isBuiltIn } from '../../engine/sums/built-in.ts';
import { cellTypes } from '../../engine/sums/compile-sum.ts';
import type { Column } from '../../schemas/generated/process.ts';
import type { Measure, MeasurePart, Part, ReportDocument, RowPart } from '../../schemas/generated/report.ts';
import type { Past, PlainRow } from './past.ts';

/**
 * Reports worked out the slow way: every row of the past is looked at, by itself, and added up in a loop. Nothing of the
 * sums that are kept, and nothing of how they are planned, is used.
 */
export type PlainLook = {
  readonly workspace: Workspace;
  readonly areas: Readonly<Record<string, string | undefined>>;
  readonly past: Past;
  readonly person: Person;
  readonly day: CivilDate;
  /** A unit that the report is narrowed to. */
  readonly unit?: string;
};
type Key = string | number | boolean | null;
type Value = string | number | null;
export type PlainGroup = { readonly keys: readonly Key[]; readonly values: Readonly<Record<string, string | null>> };
export type PlainPart =
  | { readonly state: 'hidden' }
  | { readonly state: 'ready'; readonly groups: readonly PlainGroup[]; readonly totals?: PlainGroup['values'] }
  | { readonly state: 'ready'; readonly rows: ReadonlySet<string> };

/** What one part of a report has to show. */
export function plainPart(report: ReportDocument, part: Part, look: PlainLook): PlainPart {
  const reading = new Reading(report, look);
  if ('columns' in part) return reading.rows(part);
  return part.over === undefined ? reading.now(part) : reading.along(part, part.over);
}

type Source = {
  readonly id: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly derived: Readonly<Record<string, DerivedColumn>>;
};
type Asked = { readonly source: Source; readonly where: readonly string[]; readonly by: readonly string[] };
type Weighed = { readonly row: PlainRow; readonly sign: 1 | -1 };
/** Rows that a reader sees: all, or those whose column has one of these values. */
type Line = { readonly column: string | undefined; readonly values: ReadonlySet<string> };
type Base = Exclude<Measure, { formula: unknown } | { indicator: unknown }>;

class Reading {
  readonly #report: ReportDocument;
  readonly #look: PlainLook;

  constructor(report: ReportDocument, look: PlainLook) {
    this.#report = report;
    this.#look = look;
  }

  rows(part: RowPart): PlainPart {
    const source = this.#source(part.from);
    const where = part.where === undefined ? [] : [part.where];
    if (this.#lines(source, where) === undefined) return { state: 'hidden' };
    const rows = this.#counted({ source, where, by: [] }, this.#weighed(source), this.#look.day, []);
    return { state: 'ready', rows: new Set(rows.map(({ row }) => row.id)) };
  }

  now(part: MeasurePart): PlainPart {
    const shown = this.#grouped(part, this.#look.day, (source) => this.#weighed(source));
    return 'groups' in shown && part.total === false ? { ...shown, totals: {} } : shown;
  }

  along(part: MeasurePart, over: NonNullable<MeasurePart['over']>): PlainPart {
    const periods = lastPeriods(over, this.#look.day);
    const each = periods.map(({ id, start, end }) => {
      const before = addDays(start, -1);
      const rows = (source: Source): readonly Weighed[] => [
        ...this.#weighed(source, end),
        ...(over.change ? this.#weighed(source, before).map(({ row }): Weighed => ({ row, sign: -1 })) : []),
      ];
      return { id, shown: this.#grouped(part, end, rows) };
    });
    const groups = each.flatMap(({ id, shown }) => {
      if (!('groups' in shown)) return [];
      const single = Object.keys(part.by ?? {}).length === 0;
      const found = single ? [{ keys: [], values: shown.totals ?? {} }] : shown.groups;
      return found.map(({ keys, values }) => ({ keys: [id, ...keys], values }));
    });
    return each.some(({ shown }) => shown.state === 'hidden') ? { state: 'hidden' } : { state: 'ready', groups };
  }

  #grouped(part: MeasurePart, today: CivilDate, rowsOf: (source: Source) => readonly Weighed[]): PlainPart {
    const names = Object.entries(part.measures);
    const asked = names.map(([, measure]) => (isBase(measure) ? this.#asked(part, measure) : undefined));
    const used = new Map<string, string[]>();
    asked.forEach((one, at) => {
      const measure = names[at]?.[1];
      if (one === undefined || measure === undefined || !isBase(measure)) return;
      const texts = 'sum' in measure ? [measure.sum] : 'median' in measure ? [measure.median] : [];
      const cube = JSON.stringify([one.source.id, one.where, one.by, 'median' in measure ? measure.median : null]);
      used.set(cube, [...(used.get(cube) ?? [...one.where, ...one.by]), ...texts]);
    });
    const lines = new Map<string, readonly string[]>();
    for (const [cube, texts] of used) lines.set(cube, texts);
    for (const [cube, texts] of lines) {
      const [id = ''] = JSON.parse(cube);
      if (this.#lines(this.#source(id), texts) === undefined) return { state: 'hidden' };
    }
    const byMeasure = names.map(([, measure], at) => {
      const one = asked[at];
      if (one === undefined || !isBase(measure)) return new Map<string, readonly Weighed[]>();
      const cube = JSON.stringify([one.source.id, one.where, one.by, 'median' in measure ? measure.median : null]);
      const counted = this.#counted(one, rowsOf(one.source), today, lines.get(cube) ?? []);
      return Map.groupBy(counted, ({ row }) =>
        JSON.stringify(one.by.map((text) => this.#key(text, one.source, row, today))),
      );
    });
    const keys = new Set(byMeasure.flatMap((groups) => [...groups.keys()]));
    const valuesFor = (rowsAt: (at: number) => readonly Weighed[]) => this.#values(names, asked, rowsAt, today);
    const groups = [...keys].flatMap((key) => {
      const values = valuesFor((at) => byMeasure[at]?.get(key) ?? []);
      const hasRows = byMeasure.some((rows) => (rows.get(key) ?? []).reduce((sum, { sign }) => sum + sign, 0) > 0);
      return isShown(values, hasRows) ? [{ keys: JSON.parse(key), values }] : [];
    });
    const totals = valuesFor((at) => [...(byMeasure[at]?.values() ?? [])].flat());
    return { state: 'ready', groups, totals };
  }

  #values(
    names: readonly (readonly [string, Measure])[],
    asked: readonly (Asked | undefined)[],
    rowsAt: (at: number) => readonly Weighed[],
    today: CivilDate,
  ): Readonly<Record<string, string | null>> {
    const known: Record<string, Value> = {};
    const types: Record<string, ExprType> = {};
    const shown: Record<string, string | null> = {};
    names.forEach(([id, measure], at) => {
      const one = asked[at];
      if (one !== undefined && isBase(measure)) {
        const { value, type } = this.#measured(measure, one.source, rowsAt(at), today);
        known[id] = value;
        types[id] = type;
      } else {
        known[id] = this.#formula(measure, known, types, today);
        types[id] = { kind: 'decimal' } as ExprType;
      }
      if (measure.hidden !== true) shown[id] = known[id] === null ? null : String(known[id]);
    });
    return shown;
  }

  #measured(
    measure: Base,
    source: Source,
    rows: readonly Weighed[],
    today: CivilDate,
  ): { value: Value; type: ExprType } {
    const integer = { kind: 'integer' } as ExprType;
    if ('count' in measure) return { value: rows.reduce((sum, { sign }) => sum + sign, 0), type: integer };
    const text = 'sum' in measure ? measure.sum : measure.median;
    const { type, evaluate } = this.#compiled(text, source);
    if ('median' in measure) {
      const numbers = rows
        .flatMap(({ row }) => {
          const value = evaluate(row, today);
          return typeof value === 'number' ? [classed(value)] : [];
        })
        .toSorted((a, b) => a - b);
      return { value: numbers[Math.ceil(numbers.length / 2) - 1] ?? null, type: integer };
    }
    let total = decimalOf(0);
    for (const { row, sign } of rows) {
      const value = evaluate(row, today);
      const number = value === true ? '1' : typeof value === 'number' || typeof value === 'string' ? String(value) : '';
      const amount = parseDecimal(number);
      if (amount) total = total.plus(round(amount, type.kind === 'decimal' ? 4 : 0).times(sign));
    }
    if (type.kind === 'decimal') return { value: toPlain(total), type };
    return { value: Number(toPlain(total)), type: { kind: 'decimal' } as ExprType };
  }

  #formula(
    measure: Measure,
    known: Readonly<Record<string, Value>>,
    types: Readonly<Record<string, ExprType>>,
    today: CivilDate,
  ): string | null {
    const environment = reportEnvironment(this.#look.workspace.documents);
    const indicator = 'indicator' in measure ? environment.indicators[measure.indicator] : undefined;
    const text = indicator?.formula ?? ('formula' in measure ? measure.formula : '');
    const places = indicator ? (indicator.places ?? 1) : 'places' in measure ? (measure.places ?? 2) : 2;
    const compiled = compileExpression(text, { ...types, today: DATE, settings: this.#settingTypes() });
    if (!compiled.ok) throw new Error(`${text}: ${JSON.stringify(compiled.error)}`);
    const result = compiled.value.evaluate({ ...known, today, settings: this.#look.workspace.settings });
    const number = typeof result === 'number' || typeof result === 'string' ? parseDecimal(String(result)) : undefined;
    return number ? toPlain(round(number, places)) : null;
  }

  /** The rows that count for this reader on a day. */
  #counted(
    { source, where, by }: Asked,
    rows: readonly Weighed[],
    today: CivilDate,
    more: readonly string[],
  ): readonly Weighed[] {
    const conditions = where.map((text) => this.#compiled(text, source));
    const lines = this.#lines(source, [...where, ...by, ...more]) ?? [];
    const unit = this.#unitOf(source);
    const units = this.#look.unit === undefined ? undefined : this.#below(new Set([this.#look.unit]));
    return rows.filter(({ row }) => {
      if (!conditions.every(({ evaluate }) => evaluate(row, today) === true)) return false;
      if (units && unit && !units.has(String(unit.evaluate(row, today)))) return false;
      return lines.some(({ column, values }) => column === undefined || values.has(String(row.cells[column] ?? '')));
    });
  }

  /** What the filter for units looks at, where the report has one that applies to the source. */
  #unitOf(source: Source) {
    const [id, filter] = Object.entries(this.#report.filters ?? {}).find(([, { type }]) => type === 'unit') ?? [];
    if (this.#look.unit === undefined || id === undefined) return undefined;
    const named = filter?.of?.[source.id];
    const isColumn = Object.hasOwn(source.columns, id) || Object.hasOwn(source.derived, id);
    return named !== undefined || isColumn ? this.#compiled(named ?? `row.${id}`, source) : undefined;
  }

  /** The lines of the readers of a ledger that show every column that is looked at; undefined when none does. */
  #lines(source: Source, texts: readonly string[]): readonly Line[] | undefined {
    const all: readonly Line[] = [{ column: undefined, values: new Set() }];
    const ledger = this.#look.workspace.documents.ledgers[source.id];
    const { person, workspace } = this.#look;
    if (ledger === undefined || workspace.organisation.hasRole(person.id, 'auditor')) return all;
    const filter = this.#unitOf(source)?.text ?? '';
    const uses = [...texts, filter].flatMap((text) =>
      [...text.matchAll(/\brow\.(\w+)/g)].map(([, column = '']) => column),
    );
    const lines = ledger.readers.flatMap((reader): readonly Line[] => {
      if (reader === 'everyone') return all;
      const holds = person.posts.some(({ post }) => post === reader.post);
      const sees = uses.every((column) => reader.columns === undefined || reader.columns.includes(column));
      if (!holds || !sees) return [];
      if (reader.rows === undefined) return all;
      if ('person' in reader.rows) return [{ column: reader.rows.person, values: new Set<string>([person.id]) }];
      return [
        { column: reader.rows.unit, values: this.#below(new Set(person.posts.flatMap(({ unit }) => unit ?? []))) },
      ];
    });
    return lines.length === 0 ? undefined : lines;
  }

  /** Units with all below them. */
  #below(units: ReadonlySet<string>): Set<string> {
    const found = new Set<string>(units);
    const all = Object.entries(this.#look.workspace.documents.organisation.units);
    for (let before = -1; before !== found.size; ) {
      before = found.size;
      for (const [id, { parent }] of all) if (parent !== undefined && found.has(parent)) found.add(id);
    }
    return found;
  }

  #asked(part: MeasurePart, measure: Base): Asked {
    const source = this.#source(measure.from ?? part.from);
    const same = source.id === part.from;
    const where = [
      ...(same && part.where !== undefined ? [part.where] : []),
      ...(measure.where === undefined ? [] : [measure.where]),
    ];
    const by = Object.entries(part.by ?? {}).map(
      ([id, dimension]) => measure.by?.[id] ?? (typeof dimension === 'string' ? dimension : dimension.of),
    );
    return { source, where, by };
  }

  #source(id: string): Source {
    if (isBuiltIn(id)) return BUILT_IN[id];
    const ledger = this.#look.workspace.documents.ledgers[id];
    if (ledger === undefined) throw new Error(`no ledger ${id}`);
    return { id, columns: ledger.columns, derived: {} };
  }

  #weighed(source: Source, day = this.#look.day): readonly Weighed[] {
    return this.#look.past.rowsOf(source.id, day).map((row) => ({ row, sign: 1 }));
  }

  #key(text: string, source: Source, row: PlainRow, today: CivilDate): Key {
    const value = this.#compiled(text, source).evaluate(row, today);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    return typeof value === 'string' && value !== '' ? value : null;
  }

  readonly #known = new Map<
    string,
    { text: string; type: ExprType; evaluate(row: PlainRow, today: CivilDate): unknown }
  >();

  #compiled(text: string, source: Source) {
    const name = `${source.id} ${text}`;
    const known = this.#known.get(name);
    if (known) return known;
    const derived = Object.fromEntries(Object.entries(source.derived).map(([id, { column }]) => [id, column]));
    const fields = { ...cellTypes(source.columns), ...cellTypes(derived) };
    const scope: Scope = { row: { kind: 'record', fields }, today: DATE, settings: this.#settingTypes() };
    const compiled = compileExpression(text, scope);
    if (!compiled.ok) throw new Error(`${text}: ${JSON.stringify(compiled.error)}`);
    const { type } = compiled.value;
    const made = {
      text,
      type,
      evaluate: (row: PlainRow, today: CivilDate) =>
        compiled.value.evaluate({ row: this.#whole(row, source), today, settings: this.#look.workspace.settings }),
    };
    this.#known.set(name, made);
    return made;
  }

  /** A row with what the organisation of today makes of it. */
  #whole({ cells }: PlainRow, { derived }: Source): PlainRow['cells'] {
    const { organisation } = this.#look.workspace;
    const added = Object.entries(derived).flatMap(([id, { from, as }]) => {
      const value = String(cells[from] ?? '');
      const person = organisation.person(value);
      const units = organisation.unitsOf(value as never);
      const isUnit = as === 'subject' && Object.hasOwn(this.#look.workspace.documents.organisation.units, value);
      const belongs = isUnit ? value : units[0];
      const made = as === 'area' ? this.#look.areas[value] : as === 'post' ? person?.posts[0]?.post : belongs;
      return made === undefined ? [] : [[id, made] as const];
    });
    return { ...cells, ...Object.fromEntries(added) };
  }

  #settingTypes(): ExprType {
    const all = Object.entries(this.#look.workspace.documents.settings.settings);
    const fields = all.flatMap(([id, { type }]) =>
      type === 'duration' || type === 'point'
        ? []
        : [[id, { kind: type === 'integer' ? 'integer' : 'decimal' }] as const],
    );
    return { kind: 'record', fields: Object.fromEntries(fields) } as ExprType;
  }
}

const isBase = (measure: Measure): measure is Base => !('formula' in measure) && !('indicator' in measure);

function isShown(values: PlainGroup['values'], hasRows: boolean): boolean {
  const said = Object.values(values).filter((value) => value !== null);
  return said.some((value) => value !== '0') || (hasRows && said.length > 0);
}

const STEPS = [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82];

/** Medians are told in classes above ten: the next lower preferred number. */
function classed(number: number): number {
  const size = Math.abs(number);
  if (size <= 10) return number;
  let scale = 1;
  while (size >= 100 * scale) scale *= 10;
  return Math.sign(number) * Math.max(...STEPS.filter((step) => step * scale <= size)) * scale;
}

type Period = { readonly id: string; readonly start: CivilDate; readonly end: CivilDate };

/** The last periods up to a day, oldest first. */
function lastPeriods(
  { every, last }: { readonly every: string; readonly last: number },
  day: CivilDate,
): readonly Period[] {
  const length = { month: 1, quarter: 3, year: 12 }[every] ?? 1;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const present = year * 12 + Math.floor((month - 1) / length) * length;
  return Array.from({ length: last }, (_, at) => {
    const first = present - (last - 1 - at) * length;
    const end = lastDayOfMonth(firstOf(first + length - 1));
    const number = first % 12;
    const id =
      every === 'year'
        ? String(Math.floor(first / 12))
        : every === 'quarter'
          ? `${Math.floor(first / 12)}-Q${number / 3 + 1}`
          : firstOf(first).slice(0, 7);
    return { id, start: firstOf(first), end: end < day ? end : day };
  });
}

const firstOf = (month: number): CivilDate =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as CivilDate;
