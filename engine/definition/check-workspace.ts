import { checkCalendar } from '../calendar/index.ts';
import { checkLedgerColumns, checkLedgerLimits, checkLedgerSums } from '../ledger/ledger.ts';
import { checkOrganisation, compileOrganisation } from '../organisation/index.ts';
import { compileDecisionTable } from '../table/decision-table.ts';
import { checkLedger } from './checks/ledgers.ts';
import { checkIndicators, checkReport } from './checks/reports.ts';
import { checkSettings } from './checks/settings.ts';
import { checkTable, type TableSurroundings } from './checks/tables.ts';
import { areaWords, calendarWords, listWords, settingWords } from './checks/words.ts';
import type { Finding } from './finding.ts';
import type { WorkspaceDocuments } from './workspace.ts';

/** A finding in one of the documents: `organisation`, `lists`, `tables/<id>`, `calendars/<id>`, … */
export type WorkspaceFinding = Finding & { readonly document: string };

/** Everything that is wrong with what the processes of a company rest on. */
export function checkWorkspace(documents: WorkspaceDocuments): readonly WorkspaceFinding[] {
  const {
    organisation: people,
    areas,
    lists,
    settings,
    calendars,
    tables,
    ledgers,
    reports = {},
    indicators,
  } = documents;
  const around = tableSurroundings(documents);
  return [
    ...among(
      'organisation',
      checkOrganisation(people).map(({ params: { id, ...rest }, ...issue }) => ({
        ...issue,
        params: id === undefined ? rest : { ...rest, name: id },
      })),
    ),
    ...among('areas', areaWords(areas)),
    ...among('lists', listWords(lists)),
    ...among('settings', [...settingWords(settings), ...checkSettings(settings)]),
    ...each('calendars', calendars, (calendar) => [...checkCalendar(calendar), ...calendarWords(calendar)]),
    ...each('tables', tables, (table) => checkTable(table, around)),
    ...each('ledgers', ledgers, (ledger) => checkLedger(ledger, documents)),
    ...each('reports', reports, (report) => checkReport(report, documents)),
    ...(indicators ? among('indicators', checkIndicators(indicators, documents)) : []),
  ];
}

/** What decision tables may name. */
export function tableSurroundings({ lists, organisation }: WorkspaceDocuments): TableSurroundings {
  const { holders } = compileOrganisation(organisation);
  const posts = Object.keys(organisation.posts).map((id) => [id, { held: holders(id).length > 0 }]);
  return { lists, posts: Object.fromEntries(posts) };
}

/** Whether processes can be judged against the documents, whatever else is wrong with them. */
export const canCompile = ({ organisation, calendars, tables, ledgers, settings }: WorkspaceDocuments): boolean =>
  checkOrganisation(organisation).every(
    ({ code, severity }) => severity === 'warning' || code === 'missing-translation',
  ) &&
  Object.values(calendars).every((calendar) => checkCalendar(calendar).length === 0) &&
  Object.values(tables).every((table) => compileDecisionTable(table).ok) &&
  Object.values(ledgers).every(
    (ledger) =>
      checkLedgerColumns(ledger).length === 0 &&
      checkLedgerLimits(ledger, settings.settings).length === 0 &&
      checkLedgerSums(ledger).length === 0,
  );

const among = (document: string, findings: readonly Finding[]): readonly WorkspaceFinding[] =>
  findings.map((finding) => ({ ...finding, document }));

const each = <T>(
  folder: string,
  items: Readonly<Record<string, T>>,
  check: (item: T) => readonly Finding[],
): readonly WorkspaceFinding[] => Object.entries(items).flatMap(([id, item]) => among(`${folder}/${id}`, check(item)));
