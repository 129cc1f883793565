import type { ReportFilter } from '../../schemas/generated/report.ts';
import { conjunctsOf } from '../expression/conjuncts.ts';
import { describeType, FLAG, INTEGER } from '../expression/type.ts';
import type { DocumentPath, FormFinding } from '../form/finding.ts';
import { own } from '../shared/own.ts';
import { compileSum } from '../sums/compile-sum.ts';
import { sumDigest } from '../sums/sum-digest.ts';
import { isKey, KeyPlan, type SettingTypes } from './key-plan.ts';
import type { Cube, ReportSource, StoredValue } from './report.ts';

/** One way of counting and adding up, as the document says it; paths are where it does. */
export type CubeRequest = {
  readonly source: ReportSource;
  readonly where: readonly { readonly text: string; readonly path: DocumentPath }[];
  readonly by: readonly { readonly text: string; readonly path: DocumentPath }[];
  /** What is added up; `asked`: unless it is only there for others that share the sum. */
  readonly sums: readonly { readonly text: string; readonly path: DocumentPath; readonly asked?: boolean }[];
  /** Conditions that are stored beside the keys, so that all that ask one of them share a sum; `asked`: those of its own. */
  readonly flags?: readonly { readonly text: string; readonly path: DocumentPath; readonly asked: boolean }[];
  readonly median?: { readonly text: string; readonly path: DocumentPath };
};
export type CubeOptions = {
  readonly settings: SettingTypes;
  readonly filters: Readonly<Record<string, ReportFilter>>;
  readonly findings: FormFinding[];
};

/** Plans what has to be kept summed up; undefined when findings say what is wrong. */
export function compileCube(
  { source, where, by, sums, flags = [], median }: CubeRequest,
  { settings, filters, findings }: CubeOptions,
): Cube | undefined {
  const before = findings.length;
  const plan = new KeyPlan(source, settings, findings);
  const parts = where.flatMap(({ text, path }) => splitWhere(text).map((each) => ({ text: each, path })));
  const live = parts.filter(({ text }) => plan.isLive(text));
  const kept = parts.filter(({ text }) => !plan.isLive(text));
  for (const { text, path } of kept) plan.note(text, path, FLAG);
  for (const { text, path, asked = true } of sums) if (asked) plan.note(text, path);
  const dimensions = by.flatMap(({ text, path }) => keyed(plan, text, path, findings) ?? []);
  const conditions: StoredValue[] = live.flatMap(({ text, path }) => plan.needed(text, path, FLAG) ?? []);
  for (const { text, path, asked } of flags) {
    const flag = asked ? plan.needed(text, path, FLAG) : plan.value(text, path, FLAG);
    if (flag && asked) conditions.push(flag);
  }
  const middle = median && plan.needed(median.text, median.path, INTEGER);
  const cube = {
    source,
    dimensions,
    conditions,
    uses: plan.uses,
    rowColumns: rowColumns(plan),
    filters: filtersOf(plan, filters, findings),
  };
  if (findings.length > before) return undefined;
  const keys = plan.keys();
  const classed = median ? plan.keyOf(median.text) : undefined;
  const sum = compileSum(
    source,
    {
      ...(kept.length > 0 && { where: kept.map(({ text }) => `(${text})`).join(' && ') }),
      by: keys,
      ...(sums.length > 0 && { sum: Object.fromEntries(sums.map(({ text }, at) => [`m${at}`, text])) }),
    },
    { dated: true, digest: sumDigest, ...(classed !== undefined && { classed }) },
  );
  if (sum.ok) return { ...cube, sum: sum.value, ...(middle && { median: middle }) };
  const [first] = [...by, ...sums, ...where];
  findings.push(...sum.error.map(({ code, params }) => ({ code, params, path: first?.path ?? [] })));
  return undefined;
}

/** What has to hold together, one by one; nothing where nothing is asked. */
export const splitWhere = (text: string): readonly string[] => {
  if (text === '') return [];
  const parts = conjunctsOf(text);
  return parts.length === 0 ? [text] : parts;
};

function keyed(plan: KeyPlan, text: string, path: DocumentPath, findings: FormFinding[]): StoredValue | undefined {
  const value = plan.needed(text, path);
  if (value === undefined || isKey(value.type)) return value;
  findings.push({ code: 'sum-key-type', path, params: { actual: describeType(value.type) } });
  return undefined;
}

/** Columns by which the readers of a ledger are limited to some of its rows are stored with every group. */
function rowColumns(plan: KeyPlan): Cube['rowColumns'] {
  const columns = (plan.source.readers ?? []).flatMap((reader) => {
    if (reader === 'everyone' || reader.rows === undefined) return [];
    return 'unit' in reader.rows ? [reader.rows.unit] : [reader.rows.person];
  });
  return Object.fromEntries(
    [...new Set(columns)].flatMap((column) => {
      const value = plan.value(`row.${column}`, []);
      return value ? [[column, value] as const] : [];
    }),
  );
}

function filtersOf(
  plan: KeyPlan,
  filters: Readonly<Record<string, ReportFilter>>,
  findings: FormFinding[],
): Cube['filters'] {
  const { id: source, columns, derived } = plan.source;
  return Object.fromEntries(
    Object.entries(filters).flatMap(([id, { of }]) => {
      const named = of ? own(of, source) : undefined;
      const isColumn = Object.hasOwn(columns, id) || Object.hasOwn(derived, id);
      const text = named ?? (isColumn ? `row.${id}` : undefined);
      const path = ['filters', id, ...(named === undefined ? [] : ['of', source])];
      const value = text === undefined ? undefined : plan.value(text, path);
      if (value && !isKey(value.type))
        findings.push({ code: 'sum-key-type', path, params: { actual: describeType(value.type) } });
      return value ? [[id, value] as const] : [];
    }),
  );
}
