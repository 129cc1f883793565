import { compileExpression, type Expression } from '../expression/expression.ts';
import { type Ast, parseSource } from '../expression/parse.ts';
import { partsOf } from '../expression/parts.ts';
import { DATE, type ExprType, isCivil, isTextual, type Scope, TEXT } from '../expression/type.ts';
import type { DocumentPath, FormFinding } from '../form/finding.ts';
import { own } from '../shared/own.ts';
import type { DerivedColumn } from '../sums/built-in.ts';
import { cellTypes, read } from '../sums/compile-sum.ts';
import type { KeyValue } from '../sums/sum.ts';
import type { ReportSource, StoredValue } from './report.ts';

/** The types of settings, as expressions see them. */
export type SettingTypes = ExprType;
type PlannedValue = StoredValue & { readonly uses: readonly string[] };

/**
 * Which values have to be stored with the groups of a sum. What an expression makes of a row alone is stored as it is.
 * Where it looks at the day of the report, at a setting or at the organisation, it is worked out when the report is
 * read, from what its greatest parts that look at nothing but the row come to: of `year(row.due) == year(today)` the
 * year is stored, and there are as many groups as years.
 */
export class KeyPlan {
  readonly source: ReportSource;
  readonly #scope: Scope;
  readonly #findings: FormFinding[];
  /** Expression texts in the order in which they were planned for. */
  readonly #texts: string[] = [];
  /** Where the value of each is stored: in the order of the texts, so that plans for the same share a sum. */
  #places: readonly number[] = [];
  readonly #uses = new Set<string>();

  constructor(source: ReportSource, settings: SettingTypes, findings: FormFinding[]) {
    this.source = source;
    this.#findings = findings;
    this.#scope = {
      row: { kind: 'record', fields: { ...cellTypes(source.columns), ...derivedTypes(source) } },
      today: DATE,
      settings,
    };
  }

  /** Ends the planning: the keys of the sum, by the names under which they are stored. */
  keys(): Readonly<Record<string, string>> {
    const sorted = this.#texts.toSorted();
    this.#places = this.#texts.map((text) => sorted.indexOf(text));
    return Object.fromEntries(sorted.map((text, at) => [keyName(at), text] as const));
  }

  /** Columns that were read so far. */
  get uses(): readonly string[] {
    return [...this.#uses];
  }

  /** Whether what the expression says can change while the row stays as it is. */
  isLive(text: string): boolean {
    const compiled = compileExpression(text, this.#scope);
    return compiled.ok && !this.#isOfRow(compiled.value);
  }

  /** Judges an expression that the sum itself will evaluate. */
  note(text: string, path: DocumentPath, expected?: ExprType): ExprType | undefined {
    const expression = read(text, this.#scope, path, this.#findings, expected);
    for (const column of expression ? columnsIn(expression) : []) this.#uses.add(column);
    return expression?.type;
  }

  /** Plans for a value; undefined when findings say what is wrong with it. `uses` are the columns that it alone reads. */
  value(text: string, path: DocumentPath, expected?: ExprType): PlannedValue | undefined {
    const expression = read(text, this.#scope, path, this.#findings, expected);
    if (expression === undefined) return undefined;
    const uses = columnsIn(expression);
    if (!this.#isOfRow(expression)) return this.#live(text, path, uses, expected);
    const at = this.#store(text);
    return { type: expression.type, uses, of: (values) => this.#stored(values, at) };
  }

  /** The same, and counts its columns among those that are looked at. */
  needed(text: string, path: DocumentPath, expected?: ExprType): StoredValue | undefined {
    const value = this.value(text, path, expected);
    for (const column of value?.uses ?? []) this.#uses.add(column);
    return value;
  }

  /** The name under which a value is stored, if it is one that the sum keeps as it is. */
  keyOf(text: string): string | undefined {
    const place = this.#places[this.#texts.indexOf(text)];
    return place === undefined ? undefined : keyName(place);
  }

  #live(text: string, path: DocumentPath, uses: readonly string[], expected?: ExprType): PlannedValue | undefined {
    const parsed = parseSource(text);
    if (!parsed.ok) return undefined;
    const parts = this.#partsOfRow(text, parsed.value);
    const kept = parts.map(({ source, type }) => ({ at: this.#store(source), type }));
    const derived = uses.flatMap((column) => this.#derived(column) ?? []);
    const scope: Scope = {
      ...this.#scope,
      kept: { kind: 'record', fields: Object.fromEntries(kept.map(({ at, type }) => [keyName(at), type] as const)) },
    };
    const rest = parts.reduceRight((source, { start, end }, index) => {
      const name = `kept.${keyName(kept[index]?.at ?? 0)}`;
      return source.slice(0, start) + name + source.slice(end);
    }, text);
    const expression = read(rest, scope, path, this.#findings, expected);
    if (expression === undefined) return undefined;
    const of: StoredValue['of'] = (values, moment) => {
      const known = Object.fromEntries(kept.map(({ at }) => [keyName(at), this.#stored(values, at)]));
      const row = Object.fromEntries(
        derived.map(({ column, as, at }) => [column, moment.derive(as, this.#stored(values, at))]),
      );
      const result = expression.evaluate({ kept: known, row, today: moment.today, settings: moment.settings });
      return typeof result === 'string' || typeof result === 'number' || typeof result === 'boolean' ? result : null;
    };
    return { type: expression.type, uses, of };
  }

  #stored(values: readonly KeyValue[], at: number): KeyValue {
    return values[this.#places[at] ?? -1] ?? null;
  }

  /** The greatest parts that look at nothing but stored columns and give something to group by, in their order. */
  #partsOfRow(text: string, ast: Ast): readonly RowPart[] {
    const source = text.slice(ast.start, ast.end);
    const compiled = compileExpression(source, this.#scope);
    const isStored = compiled.ok && compiled.value.reads.length > 0 && this.#isOfRow(compiled.value);
    if (compiled.ok && isStored && (isKey(compiled.value.type) || ast.op === '.'))
      return [{ start: ast.start, end: ast.end, source, type: compiled.value.type }];
    return partsOf(ast)
      .flatMap((part) => this.#partsOfRow(text, part))
      .toSorted((a, b) => a.start - b.start);
  }

  #derived(column: string): Derived | undefined {
    const derived = own(this.source.derived, column);
    return derived && { column, as: derived.as, at: this.#store(`row.${derived.from}`) };
  }

  #store(text: string): number {
    const known = this.#texts.indexOf(text);
    return known >= 0 ? known : this.#texts.push(text) - 1;
  }

  #isOfRow({ reads }: Expression): boolean {
    return reads.every(([root, column = '']) => root === 'row' && !Object.hasOwn(this.source.derived, column));
  }
}

const keyName = (at: number): string => `k${at}`;

/** What groups can have in common: never an amount. */
export const isKey = (type: ExprType): boolean =>
  isTextual(type) || isCivil(type) || type.kind === 'integer' || type.kind === 'flag';

type RowPart = { readonly start: number; readonly end: number; readonly source: string; readonly type: ExprType };
type Derived = { readonly column: string; readonly as: DerivedColumn['as']; readonly at: number };

const columnsIn = ({ reads }: Expression): readonly string[] =>
  reads.flatMap(([root, column]) => (root === 'row' && column !== undefined ? [column] : []));

const UNIT: ExprType = { kind: 'unit' };

const derivedTypes = ({ derived }: ReportSource): Readonly<Record<string, ExprType>> =>
  Object.fromEntries(
    Object.entries(derived).map(([id, { column }]) => [id, column.type === 'unit' ? UNIT : TEXT] as const),
  );
