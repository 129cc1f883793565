import type { AreasDocument } from '../../../schemas/generated/areas.ts';
import type { Words } from '../../../schemas/generated/common.ts';
import type { IndicatorsDocument } from '../../../schemas/generated/indicators.ts';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import type { ListsDocument } from '../../../schemas/generated/lists.ts';
import type { Field, OverdueRule, ProcessDocument, Step } from '../../../schemas/generated/process.ts';
import type { Dimension, Part, ReportDocument } from '../../../schemas/generated/report.ts';
import type { SettingsDocument } from '../../../schemas/generated/settings.ts';
import type { DecisionTableDocument } from '../../../schemas/generated/table.ts';
import type { CalendarDocument } from '../../calendar/index.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { sameValue } from '../../form/value.ts';
import type { Finding } from '../finding.ts';
import { placeSteps, withInner } from '../placed-steps.ts';
import { error } from './report.ts';

type Findings = readonly Finding[];
type Options = Extract<Field, { type: 'choice' }>['options'];
type Titled = { readonly title?: Words; readonly help?: Words; readonly placeholder?: Words };

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;

/** A text alone counts as zh-CN. */
export function missing(words: Words | undefined, path: DocumentPath): Findings {
  if (words === undefined) return [];
  const texts = typeof words === 'string' ? { 'zh-CN': words } : words;
  const absent = LOCALES.filter((locale) => !Object.hasOwn(texts, locale));
  return absent.map((locale) => error('missing-translation', path, { locale }));
}

const titled = ({ title, help, placeholder }: Titled, path: DocumentPath): Findings => [
  ...missing(title, [...path, 'title']),
  ...missing(help, [...path, 'help']),
  ...missing(placeholder, [...path, 'placeholder']),
];

const each = <T>(items: readonly T[], path: DocumentPath, find: (item: T, path: DocumentPath) => Findings): Findings =>
  items.flatMap((item, index) => find(item, [...path, index]));

const entries = <T>(
  items: Readonly<Record<string, T>>,
  path: DocumentPath,
  find: (item: T, path: DocumentPath) => Findings,
): Findings => Object.entries(items).flatMap(([key, item]) => find(item, [...path, key]));

/** Words of a process. Options written in from a shared list are left to `listWords`. */
export function processWords(document: ProcessDocument, lists: ListsDocument): Findings {
  const field = (source: Field, path: DocumentPath): Findings => [
    ...titled(source, path),
    ...('options' in source ? optionWords(source.options, lists, [...path, 'options']) : []),
    ...(source.type === 'table' ? entries(source.columns, [...path, 'columns'], field) : []),
  ];
  return [
    ...titled(document, []),
    ...entries(document.forms, ['forms'], (form, path) => [
      ...titled(form, path),
      ...each(form.sections ?? [], [...path, 'sections'], titled),
      ...entries(form.fields, [...path, 'fields'], field),
    ]),
    ...each(document.checks ?? [], ['checks'], (check, path) => missing(check.else, [...path, 'else'])),
    ...printWords(document.print),
    ...missing(document.public?.privacy, ['public', 'privacy']),
    ...missing(document.public?.thanks, ['public', 'thanks']),
    ...withInner(placeSteps(document.steps)).flatMap(({ source, path }) => stepWords(source, path)),
  ];
}

function optionWords(options: Options, lists: ListsDocument, path: DocumentPath): Findings {
  if (!Array.isArray(options) || Object.values(lists.lists).some((list) => sameValue(list.options, options))) return [];
  return each(options, path, titled);
}

const printWords = (print: ProcessDocument['print']): Findings => [
  ...missing(print?.title, ['print', 'title']),
  ...missing(print?.letterhead, ['print', 'letterhead']),
  ...missing(print?.footer, ['print', 'footer']),
];

function stepWords(source: Step, path: DocumentPath): Findings {
  const words = 'words' in source ? source.words : undefined;
  return [
    ...titled(source, path),
    ...missing(words?.agree, [...path, 'words', 'agree']),
    ...missing(words?.submit, [...path, 'words', 'submit']),
    ...('overdue' in source ? each(source.overdue ?? [], [...path, 'overdue'], decisionWords) : []),
    ...('choose' in source ? each(source.choose, [...path, 'choose'], titled) : []),
    ...('parallel' in source ? each(source.parallel, [...path, 'parallel'], titled) : []),
  ];
}

const decisionWords = ({ then }: OverdueRule, path: DocumentPath): Findings =>
  missing(then?.because, [...path, 'then', 'because']);

export const areaWords = ({ areas }: AreasDocument): Findings => each(areas, ['areas'], titled);

export const listWords = ({ lists }: ListsDocument): Findings =>
  entries(lists, ['lists'], (list, path) => [
    ...titled(list, path),
    ...each(list.options, [...path, 'options'], titled),
  ]);

export const settingWords = ({ settings }: SettingsDocument): Findings => entries(settings, ['settings'], titled);

export const tableWords = (table: DecisionTableDocument): Findings => [
  ...missing(table.title, ['title']),
  ...entries(table.inputs, ['inputs'], titled),
  ...entries(table.outputs, ['outputs'], titled),
  ...each(table.rules, ['rules'], ({ note }, path) => missing(note, [...path, 'note'])),
];

export const ledgerWords = (ledger: LedgerDocument, lists: ListsDocument): Findings => [
  ...titled(ledger, []),
  ...entries(ledger.columns, ['columns'], (column, path) => [
    ...titled(column, path),
    ...('options' in column ? optionWords(column.options, lists, [...path, 'options']) : []),
  ]),
  ...each(ledger.limits ?? [], ['limits'], (limit, path) => missing(limit.else, [...path, 'else'])),
];

export const calendarWords = (calendar: CalendarDocument): Findings => [
  ...missing(calendar.title, ['title']),
  ...entries(calendar.years, ['years'], ({ source, off, on }, path) => [
    ...missing(source.title, [...path, 'source', 'title']),
    ...each(off, [...path, 'off'], ({ name }, at) => missing(name, [...at, 'name'])),
    ...each(on, [...path, 'on'], ({ name }, at) => missing(name, [...at, 'name'])),
  ]),
];

export const indicatorWords = ({ indicators }: IndicatorsDocument): Findings =>
  entries(indicators, ['indicators'], (indicator, path) => [
    ...titled(indicator, path),
    ...missing(indicator.says, [...path, 'says']),
  ]);

export const reportWords = (report: ReportDocument, lists: ListsDocument): Findings => [
  ...titled(report, []),
  ...entries(report.filters ?? {}, ['filters'], (filter, path) => [
    ...titled(filter, path),
    ...(filter.options ? optionWords(filter.options, lists, [...path, 'options']) : []),
  ]),
  ...entries(report.parts, ['parts'], (part, path) => partWords(part, lists, path)),
];

const partWords = (part: Part, lists: ListsDocument, path: DocumentPath): Findings => [
  ...titled(part, path),
  ...('by' in part
    ? entries(part.by ?? {}, [...path, 'by'], (dimension, at) => dimensionWords(dimension, lists, at))
    : []),
  ...('measures' in part
    ? entries(part.measures, [...path, 'measures'], (measure, at) => ('title' in measure ? titled(measure, at) : []))
    : []),
];

const dimensionWords = (dimension: Dimension, lists: ListsDocument, path: DocumentPath): Findings =>
  typeof dimension === 'string'
    ? []
    : [
        ...titled(dimension, path),
        ...(dimension.options ? optionWords(dimension.options, lists, [...path, 'options']) : []),
      ];
