import { domId, partsOf } from '../form/keys.ts';
import type { FormSection } from '../form/sections.ts';
import type { FormStore } from '../form/store.ts';

/** Keys of everything marked wrong, in the order of the form: by field, then by row, then by column. */
export function wrongKeys(store: FormStore, form: string, sections: readonly FormSection[]): readonly string[] {
  const fields = sections.flatMap((section) => section.fields.map((id) => `${form}.${id}`));
  const placeOf = (key: string): readonly number[] => {
    const { path, row, column } = partsOf(key);
    if (row === undefined || column === undefined) return [fields.indexOf(path), -1, -1];
    const columns = store.model.nodes.get(path)?.columns ?? [];
    return [fields.indexOf(path), store.rowList(path).indexOf(row), columns.findIndex(({ id }) => id === column)];
  };
  const keys = [...new Set(store.issues().map(({ key }) => key))].map((key) => ({ key, place: placeOf(key) }));
  return keys.toSorted((one, other) => compare(one.place, other.place)).map(({ key }) => key);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((each, index) => each !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** The next key from where the focus is, or the one before; past the end it begins again. */
export function nextWrong(
  keys: readonly string[],
  focus: Element | null,
  by: 1 | -1,
  rowsOf: (table: string) => readonly string[],
): string | undefined {
  const here = keys.findLastIndex((key) => focus !== null && own(key)?.contains(focus) === true);
  if (here >= 0) return keys.at((here + by) % keys.length);
  const after = focus === null ? 0 : keys.findIndex((key) => isAfter(key, focus, rowsOf));
  if (after < 0) return by === 1 ? keys[0] : keys.at(-1);
  return by === 1 ? keys[after] : keys.at(after - 1);
}

const own = (key: string): Element | null => document.getElementById(domId(key));

const follows = (place: Element, focus: Element): boolean =>
  (focus.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** A cell that is not drawn, because only the rows in sight are, is told by its row. */
function isAfter(key: string, focus: Element, rowsOf: (table: string) => readonly string[]): boolean {
  const cell = own(key);
  if (cell !== null) return follows(cell, focus);
  const { path, row = '' } = partsOf(key);
  const table = own(path);
  if (table === null || !table.contains(focus)) return table !== null && follows(table, focus);
  const rows = rowsOf(path);
  const at = focus.closest('[id^="field-"]')?.id ?? '';
  return rows.indexOf(row) > rows.findIndex((id) => at.startsWith(`${domId(`${path}.${id}`)}-`));
}
