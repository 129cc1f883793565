import type { Indicator, IndicatorsDocument } from '../../schemas/generated/indicators.ts';
import type { LedgerDocument } from '../../schemas/generated/ledger.ts';
import type { Option } from '../../schemas/generated/process.ts';
import type {
  Dimension as DimensionSource,
  Measure as MeasureSource,
  ReportDocument,
} from '../../schemas/generated/report.ts';
import type { Setting } from '../../schemas/generated/settings.ts';
import { compileExpression } from '../expression/expression.ts';
import { DATE, DECIMAL, type ExprType, INTEGER, type Scope } from '../expression/type.ts';
import type { DocumentPath } from '../form/finding.ts';
import { own } from '../shared/own.ts';
import { BUILT_IN, isBuiltIn } from '../sums/built-in.ts';
import { type CubeOptions, type CubeRequest, compileCube, splitWhere } from './compile-cube.ts';
import { KeyPlan } from './key-plan.ts';
import type { Cube, Dimension, Measure, MeasureValue, ReportSource } from './report.ts';

/** What reports are compiled against. */
export type ReportEnvironment = {
  readonly ledgers: Readonly<Record<string, LedgerDocument>>;
  readonly settings: Readonly<Record<string, { readonly type: Setting['type'] }>>;
  readonly indicators: IndicatorsDocument['indicators'];
};

export type Compiling = CubeOptions & { readonly environment: ReportEnvironment; readonly document: ReportDocument };
export type Text = { readonly text: string; readonly path: DocumentPath };

const DEFAULT_PLACES = 2;
const INDICATOR_PLACES = 1;

/** Where the rows of a part come from; undefined when findings say that it is not there. */
export function sourceOf(
  { environment, findings }: Compiling,
  id: string,
  path: DocumentPath,
): ReportSource | undefined {
  if (isBuiltIn(id)) return { ...BUILT_IN[id], readers: undefined };
  const ledger = own(environment.ledgers, id);
  if (ledger) {
    const { title, columns, readers } = ledger;
    return { id, title, columns, derived: {}, named: {}, readers };
  }
  findings.push({ code: 'unknown-ledger', path, params: { ledger: id } });
  return undefined;
}

type Place = {
  readonly path: DocumentPath;
  readonly rows: ReportSource;
  readonly where: readonly Text[];
  readonly by: Readonly<Record<string, DimensionSource>>;
};
/** Measures of the same rows that differ in their own conditions: what they add up and ask is kept in one sum. */
type Family = { readonly same: string; readonly sums: Text[]; readonly flags: Text[] };
type Asked = CubeRequest & { readonly own: readonly Text[] };
type Draft = {
  readonly request: CubeRequest;
  readonly own: readonly Text[];
  readonly family: Family;
  /** What its own measures add up: only those columns have to be seen by whoever reads it. */
  readonly asked: Set<string>;
};

const MOST_SUMS = 8;

/** Gathers the measures of a part into as few cubes and sums as they need. */
export class PartBuilder {
  readonly measures: Measure[] = [];
  readonly #drafts: Draft[] = [];
  readonly #families: Family[] = [];
  readonly #compiling: Compiling;
  readonly #place: Place;

  constructor(compiling: Compiling, place: Place) {
    this.#compiling = compiling;
    this.#place = place;
  }

  /** Measures are added in their order: formulas see those before them. */
  add(id: string, source: MeasureSource): void {
    const path = [...this.#place.path, 'measures', id];
    if (id === 'today' || id === 'settings') this.#report('reserved-name', path, { name: id });
    const indicator = 'indicator' in source ? this.#indicator(source.indicator, [...path, 'indicator']) : undefined;
    const value = this.#value(source, indicator, path);
    const title = 'title' in source ? source.title : indicator?.title;
    if (title === undefined && source.hidden !== true && !('indicator' in source))
      this.#report('part-without-title', path, { name: id });
    if (value === undefined) return;
    this.measures.push({
      id,
      title: title ?? id,
      unit: indicator?.unit ?? ('unit' in source ? source.unit : undefined) ?? 'number',
      ...('indicator' in source && indicator && { indicator: { id: source.indicator, ...indicator } }),
      hidden: source.hidden === true,
      value,
    });
  }

  /** Undefined when findings say what is wrong. */
  cubes(): readonly Cube[] | undefined {
    const compiled = this.#drafts.map((draft) => compileCube(this.#shared(draft), this.#compiling));
    const cubes = compiled.filter((cube) => cube !== undefined);
    return cubes.length === this.#drafts.length ? cubes : undefined;
  }

  /** A draft alone in its family keeps out of its sum what it does not ask for. */
  #shared({ request, own, family, asked }: Draft): CubeRequest {
    const { flags } = family;
    const sums = family.sums.map((sum) => ({ ...sum, asked: asked.has(sum.text) }));
    const isAlone = this.#drafts.filter((draft) => draft.family === family).length === 1;
    if (isAlone) return { ...request, sums, where: [...request.where, ...own] };
    const texts = new Set(own.map(({ text }) => text));
    return { ...request, sums, flags: flags.map((flag) => ({ ...flag, asked: texts.has(flag.text) })) };
  }

  dimensions([cube]: readonly Cube[]): readonly Dimension[] {
    return Object.entries(this.#place.by).flatMap(([id, source], at) => {
      const type = cube?.dimensions[at]?.type;
      return type ? [this.#dimension(id, source, type)] : [];
    });
  }

  #dimension(id: string, source: DimensionSource, type: ExprType): Dimension {
    const { of, title, options } = typeof source === 'string' ? { of: source } : source;
    const { columns, derived, named } = this.#place.rows;
    const [, column = ''] = /^row\.(\w+)$/.exec(of) ?? [];
    const declared = own(columns, column) ?? own(derived, column)?.column;
    const words = title ?? declared?.title;
    const choices = options ?? (declared && 'options' in declared ? declared.options : undefined);
    if (words === undefined) this.#report('part-without-title', [...this.#place.path, 'by', id], { name: id });
    const called = own(named, column);
    return {
      id,
      title: words ?? id,
      type,
      ...(isOptions(choices) && { options: choices }),
      ...(called && { named: called }),
      ...(declared?.type === 'reference' && 'ledger' in declared.to && { rowsOf: declared.to.ledger }),
    };
  }

  #indicator(id: string, path: DocumentPath): Indicator | undefined {
    const found = own(this.#compiling.environment.indicators, id);
    if (found === undefined) this.#report('unknown-indicator', path, { name: id });
    return found;
  }

  #value(source: MeasureSource, indicator: Indicator | undefined, path: DocumentPath): MeasureValue | undefined {
    if ('indicator' in source)
      return (
        indicator && this.#formula(indicator.formula, indicator.places ?? INDICATOR_PLACES, [...path, 'indicator'])
      );
    if ('formula' in source)
      return this.#formula(source.formula, source.places ?? DEFAULT_PLACES, [...path, 'formula']);
    const request = this.#request(source, path);
    if (request === undefined) return undefined;
    if ('median' in source) {
      const median = { text: source.median, path: [...path, 'median'] };
      return { is: 'median', cube: this.#cubeOf({ ...request, median }) };
    }
    if (!('sum' in source)) return { is: 'count', cube: this.#cubeOf(request) };
    const sum = { text: source.sum, path: [...path, 'sum'] };
    const cube = this.#cubeOf(request, sum);
    const at = this.#drafts[cube]?.family.sums.findIndex(({ text }) => text === sum.text) ?? 0;
    return { is: 'sum', cube, at };
  }

  #formula(text: string, places: number, path: DocumentPath): MeasureValue | undefined {
    const { findings, settings } = this.#compiling;
    const types = this.measures.map(({ id, value }) => [id, typeOf(value)] as const);
    const scope: Scope = { ...Object.fromEntries(types), today: DATE, settings };
    const compiled = compileExpression(text, scope, DECIMAL);
    if (compiled.ok) return { is: 'formula', expression: compiled.value, places };
    findings.push(...compiled.error.map((issue) => ({ ...issue, path })));
    return undefined;
  }

  /** What a measure asks of its source: its own rows among those of the part, and the part's dimensions in them. */
  #request(
    measure: Exclude<MeasureSource, { formula: unknown } | { indicator: unknown }>,
    path: DocumentPath,
  ): Asked | undefined {
    const { rows, where, by: dimensions } = this.#place;
    const source = measure.from === undefined ? rows : sourceOf(this.#compiling, measure.from, [...path, 'from']);
    if (source === undefined) return undefined;
    const keys = measure.by ?? {};
    for (const id of Object.keys(keys))
      if (!Object.hasOwn(dimensions, id)) this.#report('sum-key-unknown', [...path, 'by', id], { name: id });
    const by = Object.entries(dimensions).flatMap(([id, dimension]): readonly Text[] => {
      const text = own(keys, id);
      if (text !== undefined) return [{ text, path: [...path, 'by', id] }];
      if (source.id === rows.id)
        return [
          { text: typeof dimension === 'string' ? dimension : dimension.of, path: [...this.#place.path, 'by', id] },
        ];
      this.#report('sum-key-missing', path, { name: id });
      return [];
    });
    const narrower = splitWhere(measure.where ?? '').map((text) => ({ text, path: [...path, 'where'] }));
    const plan = new KeyPlan(source, this.#compiling.settings, []);
    const live = narrower.filter(({ text }) => plan.isLive(text));
    const still = narrower.filter(({ text }) => !plan.isLive(text));
    return { source, where: [...(source.id === rows.id ? where : []), ...live], by, sums: [], own: still };
  }

  /** The number of the cube that asks the same of the same rows, and adds up what is given. */
  #cubeOf({ own, ...request }: Asked, sum?: Text): number {
    const family = this.#familyOf(request, sum);
    for (const flag of own) if (!family.flags.some(({ text }) => text === flag.text)) family.flags.push(flag);
    const asks = JSON.stringify(own.map(({ text }) => text));
    const known = this.#drafts.findIndex(
      (draft) => draft.family === family && JSON.stringify(draft.own.map(({ text }) => text)) === asks,
    );
    const at = known >= 0 ? known : this.#drafts.push({ request, own, family, asked: new Set() }) - 1;
    if (sum !== undefined) this.#drafts[at]?.asked.add(sum.text);
    return at;
  }

  #familyOf(request: CubeRequest, sum: Text | undefined): Family {
    const same = textsOf(request);
    const has = ({ sums }: Family) => sum === undefined || sums.some(({ text }) => text === sum.text);
    const known = this.#families.find((each) => each.same === same && (has(each) || each.sums.length < MOST_SUMS));
    const family = known ?? { same, sums: [], flags: [] };
    if (known === undefined) this.#families.push(family);
    if (sum !== undefined && !has(family)) family.sums.push(sum);
    return family;
  }

  #report(
    code: Compiling['findings'][number]['code'],
    path: DocumentPath,
    params: Readonly<Record<string, string>>,
  ): void {
    this.#compiling.findings.push({ code, path, params });
  }
}

const textsOf = ({ source, where, by, median }: CubeRequest): string =>
  JSON.stringify([source.id, where.map(({ text }) => text), by.map(({ text }) => text), median?.text ?? null]);

const typeOf = ({ is }: MeasureValue): ExprType => (is === 'count' || is === 'median' ? INTEGER : DECIMAL);

const isOptions = (options: unknown): options is readonly Option[] => Array.isArray(options);
