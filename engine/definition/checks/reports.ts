import type { Indicator, IndicatorsDocument } from '../../../schemas/generated/indicators.ts';
import type { Part, ReportDocument } from '../../../schemas/generated/report.ts';
import { suggest } from '../../expression/suggest.ts';
import { compileReport } from '../../reports/compile-report.ts';
import { reportEnvironment } from '../../reports/environment.ts';
import { BUILT_IN } from '../../sums/built-in.ts';
import type { Finding } from '../finding.ts';
import type { WorkspaceDocuments } from '../workspace.ts';
import { error, known } from './report.ts';
import { indicatorWords, reportWords } from './words.ts';

/** A report: its expressions compute, and the sources, columns, indicators and posts it names are there. */
export function checkReport(report: ReportDocument, documents: WorkspaceDocuments): readonly Finding[] {
  const compiled = compileReport(report, reportEnvironment(documents));
  const computed = compiled.ok ? [] : compiled.error;
  return [
    ...computed.map(
      (finding): Finding => ({ severity: 'error', ...finding, ...suggested(finding.code, finding.params, documents) }),
    ),
    ...unknownArea(report, documents),
    ...report.readers.flatMap((reader, at) =>
      reader === 'everyone'
        ? []
        : known('unknown-post', ['readers', at, 'post'], reader.post, documents.organisation.posts),
    ),
    ...unresolvedLists(report, documents),
    ...reportWords(report, documents.lists),
  ];
}

const unknownArea = ({ area }: ReportDocument, { areas }: WorkspaceDocuments): readonly Finding[] =>
  area === undefined
    ? []
    : known(
        'unknown-area',
        ['area'],
        area,
        areas.areas.map(({ id }) => id),
      );

function suggested(
  code: string,
  { ledger, name }: Finding['params'],
  { ledgers, indicators }: WorkspaceDocuments,
): { readonly suggestion?: string } {
  const candidates =
    code === 'unknown-ledger'
      ? [...Object.keys(ledgers), ...Object.keys(BUILT_IN)]
      : code === 'unknown-indicator'
        ? Object.keys(indicators?.indicators ?? {})
        : [];
  const suggestion = suggest(ledger ?? name ?? '', candidates);
  return suggestion === undefined ? {} : { suggestion };
}

/** Option lists are written in beforehand: one that still stands there by its name does not exist. */
function unresolvedLists(report: ReportDocument, { lists }: WorkspaceDocuments): readonly Finding[] {
  const named = (options: unknown, path: Finding['path']): readonly Finding[] =>
    typeof options === 'object' && options !== null && 'list' in options
      ? [
          error(
            'unresolved-list',
            [...path, 'options'],
            { list: String(options.list) },
            suggest(String(options.list), Object.keys(lists.lists)),
          ),
        ]
      : [];
  return [
    ...Object.entries(report.filters ?? {}).flatMap(([id, { options }]) => named(options, ['filters', id])),
    ...Object.entries(report.parts).flatMap(([id, part]) =>
      Object.entries(dimensionsOf(part)).flatMap(([name, dimension]) =>
        typeof dimension === 'string' ? [] : named(dimension.options, ['parts', id, 'by', name]),
      ),
    ),
  ];
}

const dimensionsOf = (part: Part) => ('by' in part ? (part.by ?? {}) : {});

/** The dictionary of indicators: every one says in all languages how it is computed, from sources that are there. */
export const checkIndicators = (document: IndicatorsDocument, { ledgers }: WorkspaceDocuments): readonly Finding[] => [
  ...indicatorWords(document),
  ...Object.entries(document.indicators).flatMap(([id, { source }]: [string, Indicator]) =>
    source.flatMap((name, at) =>
      known('unknown-ledger', ['indicators', id, 'source', at], name, [
        ...Object.keys(ledgers),
        ...Object.keys(BUILT_IN),
      ]).map((finding) => ({ ...finding, params: { ledger: name } })),
    ),
  ),
];
