import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import { suggest } from '../../expression/suggest.ts';
import { kindOf } from '../../form/kinds/kinds.ts';
import { checkLedgerColumns, checkLedgerLimits, checkLedgerSums } from '../../ledger/ledger.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import type { WorkspaceDocuments } from '../workspace.ts';
import { error, known, knownLedger } from './report.ts';
import { ledgerWords } from './words.ts';

/** A ledger: its columns compute, and the columns, posts and ledgers it names are there. */
export function checkLedger(ledger: LedgerDocument, documents: WorkspaceDocuments): readonly Finding[] {
  const { columns, key, name, sort, readers } = ledger;
  const { ledgers, lists, organisation, settings } = documents;
  const column = (path: Finding['path'], id: string) => known('unknown-column', path, id, columns);
  const computed = [
    ...checkLedgerColumns(ledger),
    ...checkLedgerLimits(ledger, settings.settings),
    ...checkLedgerSums(ledger),
  ].map((finding): Finding => {
    const suggestion =
      finding.code === 'unresolved-list' ? suggest(finding.params.list ?? '', Object.keys(lists.lists)) : undefined;
    return { severity: 'error', ...finding, ...(suggestion === undefined ? {} : { suggestion }) };
  });
  return [
    ...computed,
    ...Object.entries(columns).flatMap(([id, { type, ...rest }]) => {
      const target = type === 'reference' && 'to' in rest && 'ledger' in rest.to ? rest.to.ledger : undefined;
      return target === undefined ? [] : knownLedger(['columns', id, 'to', 'ledger'], target, ledgers);
    }),
    ...(key === 'case' ? [] : key.flatMap((id, at) => column(['key', at], id))),
    ...(name === undefined ? [] : column(['name'], name)),
    ...(sort === undefined ? [] : column(['sort'], sort)),
    ...(ledger.totals ?? []).flatMap((id, at) => column(['totals', at], id)),
    ...readers.flatMap((reader, at) => {
      if (reader === 'everyone') return [];
      const post = known('unknown-post', ['readers', at, 'post'], reader.post, organisation.posts);
      const limit = reader.rows === undefined ? [] : Object.entries(reader.rows);
      const rows = limit.flatMap(([kind, id]) => column(['readers', at, 'rows', kind], id));
      return [
        ...post,
        ...rows,
        ...(reader.columns ?? []).flatMap((id, index) => column(['readers', at, 'columns', index], id)),
      ];
    }),
    ...ledgerWords(ledger, lists),
  ];
}

/** Rows a ledger holds before the first case. */
export type OpeningDocument = { readonly ledger: string; readonly rows: readonly Readonly<Record<string, unknown>>[] };

/** Opening rows fit the columns of their ledger and name known units and people; no two have the same key. */
export function checkOpening({ ledger: id, rows }: OpeningDocument, documents: WorkspaceDocuments): readonly Finding[] {
  const ledger = own(documents.ledgers, id);
  if (ledger === undefined) return knownLedger(['ledger'], id, documents.ledgers);
  const keys = new Set<string>();
  return rows.flatMap((row, at) => {
    const key =
      ledger.key === 'case' ? String(row.id) : ledger.key.map((column) => String(own(row, column))).join(' | ');
    const repeated = keys.has(key) ? [error('opening-repeated', ['rows', at], { key })] : [];
    keys.add(key);
    const columns = ledger.key === 'case' ? ['id', ...Object.keys(ledger.columns)] : Object.keys(ledger.columns);
    const cells = Object.entries(row).flatMap(([column, value]) => {
      const unknown = known('unknown-column', ['rows', at, column], column, columns);
      return unknown.length > 0 ? unknown : checkCell(ledger, column, value, ['rows', at, column], documents);
    });
    return [...repeated, ...cells];
  });
}

/** A cell of a row from before the first case: of the type of its column, and of somebody or some unit that is there. */
export function checkCell(
  ledger: LedgerDocument,
  column: string,
  value: unknown,
  path: Finding['path'],
  { organisation }: WorkspaceDocuments,
): readonly Finding[] {
  const declared = own(ledger.columns, column);
  if (declared === undefined) return [];
  const [flaw] = kindOf(declared).shape(declared)(value) ?? [];
  if (flaw !== undefined) return [error('opening-cell', path, { column, problem: flaw.code })];
  if (declared.type === 'unit') return known('unknown-unit', path, String(value), organisation.units);
  return declared.type === 'person' ? known('unknown-person', path, String(value), organisation.people) : [];
}
