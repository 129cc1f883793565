import { useContext, useEffect, useMemo, useState } from 'react';
import type { FieldNode } from '#engine';
import { readCell } from '../../../site/src/fields/written.ts';
import type { WrittenContext } from '../../../site/src/fields/written-of.ts';
import { ChecksContext } from '../../../site/src/form/issue-list.tsx';
import { issueText } from '../../../site/src/form/issue-text.ts';
import { cellKey } from '../../../site/src/form/keys.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import type { SheetRow } from '../../../site/src/sheet/sheet.ts';
import type { Note, TableSource } from '../use-table.ts';
import { isWritable } from './block.ts';
import {
  headingRow,
  type ImportMode,
  type ImportRow,
  type Judged,
  judgeImport,
  type Mapping,
  matchColumns,
  modesFor,
  type RowIssue,
  readRows,
} from './import.ts';
import { readingContext } from './names.ts';
import { columnFieldOf, tableNow } from './table-now.ts';

/** Ids for rows that are only judged. */
function trialIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `trial-${last}`;
  };
}

/** Everything a person decides about an import, and what would become of it. */
export function useImport(source: TableSource, rows: readonly SheetRow[]) {
  const { store, place, field, locale } = source;
  const table = useMemo(() => tableNow(store, place), [store, place]);
  const columns = useMemo(
    () => table.node.columns.filter((column) => isWritable(column, store.editable)),
    [table, store],
  );
  const [heading, setHeading] = useState(() => headingRow(rows, columns));
  const [mapping, setMapping] = useState<Mapping>(() => matchColumns(rows[heading]?.cells ?? [], columns));
  const mayArrange = store.editable.has(place) && field.rows !== 'fixed';
  const modes = modesFor(field, mayArrange, store.rowList(place).length > 0);
  const [mode, setMode] = useState<ImportMode>(modes[0] ?? 'append');
  const [skipWrong, setSkipWrong] = useState(false);
  const body = useMemo(() => rows.slice(heading + 1), [rows, heading]);
  const context = useContextFor(source, columns, mapping, body);
  const read = useMemo((): readonly ImportRow[] | undefined => {
    if (context === undefined) return undefined;
    return readRows(body, mapping, columns, (text, column) =>
      readCell(text, column, columnFieldOf(field, column), context),
    );
  }, [context, body, mapping, columns, field]);
  const judged = useMemo(() => read && judgeImport(table, read, mode, trialIds()), [table, read, mode]);
  const checks = useContext(ChecksContext);
  const taken = useMemo(() => read && judged && without(read, judged, skipWrong), [read, judged, skipWrong]);
  return {
    columns,
    heading,
    mapping,
    modes,
    mode,
    setMode,
    skipWrong,
    setSkipWrong,
    body,
    judged,
    read,
    ready: taken?.length ?? 0,
    setHeading(index: number) {
      setHeading(index);
      setMapping(matchColumns(rows[index]?.cells ?? [], columns));
    },
    setColumn(column: string, at: number | undefined) {
      const next = new Map(mapping);
      if (at === undefined) next.delete(column);
      else next.set(column, at);
      setMapping(next);
    },
    /** What is wrong, in words. */
    textOf({ column, issue, text }: RowIssue): string {
      if (text !== undefined) return tableWords[locale].unreadCell(text);
      const key = column === undefined ? place : cellKey(place, 'row', column);
      return issueText({ ...issue, key }, { model: store.model, checks, locale });
    },
    /** Changes the table; until here nothing has. */
    apply(): Note | undefined {
      if (taken === undefined) return undefined;
      const { filled } = judgeImport(tableNow(store, place), taken, mode, store.newRowId);
      const undo = store.fillTable(place, filled);
      const { added, skipped, kept } = filled;
      const counts = { rows: taken.length, added, skipped, unread: kept.size, lostRows: 0, lostColumns: 0 };
      return { text: tableWords[locale].imported(counts), undo };
    },
  };
}

/** Rows that have a place, without those that something is wrong with where they are not wanted. */
function without(read: readonly ImportRow[], { issues, lost }: Judged, skipWrong: boolean): readonly ImportRow[] {
  const out = new Set([...lost, ...(skipWrong ? issues.map(({ number }) => number) : [])]);
  return read.filter(({ number }) => !out.has(number));
}

/** Who and what the names in the mapped columns are; undefined while that is found out. */
function useContextFor(
  source: TableSource,
  columns: readonly FieldNode[],
  mapping: Mapping,
  body: readonly SheetRow[],
): WrittenContext | undefined {
  const [known, setKnown] = useState<WrittenContext>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the source is another object with each drawing and means the same
  useEffect(() => {
    let isLatest = true;
    setKnown(undefined);
    const texts = columns.flatMap((column) => {
      const at = mapping.get(column.id);
      return at === undefined ? [] : [{ column, texts: body.map(({ cells }) => cells[at] ?? '') }];
    });
    void readingContext(texts, source).then((context) => {
      if (isLatest) setKnown(context);
    });
    return () => {
      isLatest = false;
    };
  }, [columns, mapping, body]);
  return known;
}

export type ImportState = ReturnType<typeof useImport>;
