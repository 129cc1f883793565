import {
  addRows,
  type Editable,
  type FieldNode,
  type FieldPath,
  type FieldState,
  type FormFacts,
  type FormModel,
  fieldState,
  groupBy,
  type Issue,
  isTable,
  openDraft,
  type Row,
  rowsOf,
  sameValue,
  settle,
  settleAffected,
  type Values,
  validate,
} from '#engine';
import { issuesAt } from './field-issues.ts';
import { type PlacedIssue, placeIssue } from './issue-places.ts';
import { cellKey, type FieldKey, partsOf } from './keys.ts';
import { createListeners } from './listeners.ts';
import { matrixCell, matrixColumnKey, matrixRowKey, withMatrixCell } from './matrix-cells.ts';
import { rowPlaces } from './row-places.ts';
import { rowIds, withCopy, withMoved, withoutRow, withRowAt } from './rows.ts';
import { fillTable, type TableFill } from './table-fill.ts';
import { typedTexts } from './typed-texts.ts';
import { writableValues } from './writable.ts';

/** How a control is to be drawn now. The same object as before while nothing about it changed. */
export type FieldStatus = FieldState & { readonly issues: readonly PlacedIssue[] };

export type FormStoreOptions = {
  readonly model: FormModel;
  /** Settled values to begin with. */
  readonly values: Values;
  readonly facts: FormFacts;
  readonly editable: Editable;
};

const NO_ISSUES: readonly PlacedIssue[] = [];
/** Told when a person changes anything. */
export const EDITED = '*';
/** Told when something is marked wrong or no longer is. */
export const ISSUES = '!';
export const rowsKey = (table: FieldPath): FieldKey => `${table}#rows`;

/**
 * The state of one form outside React. A change recomputes what it concerns and tells only the controls that show it,
 * so a keystroke costs the same in a long form as in a short one.
 */
export function createFormStore({ model, values: initial, facts: given, editable }: FormStoreOptions) {
  const listeners = createListeners();
  const ids = rowIds();
  const places = rowPlaces();
  const statuses = new Map<FieldKey, FieldStatus>();
  const shown = new Map<FieldKey, readonly PlacedIssue[]>();
  const typed = typedTexts();
  const coming = new Set<FieldKey>();
  const hidden = new Map<FieldPath, unknown>();
  const rowLists = new Map<FieldPath, readonly string[]>();
  let values = initial;
  let facts = given;
  noteRows();

  function noteRows() {
    for (const node of model.nodes.values()) if (isTable(node)) ids.note(rowsOf(values[node.form]?.[node.id]));
  }

  function value(key: FieldKey): unknown {
    const { form, field, row, column } = partsOf(key);
    const stored = values[form]?.[field];
    if (row === undefined || column === undefined) return stored;
    return Array.isArray(stored) ? rowOf(stored, row)?.[column] : matrixCell(stored, row, column);
  }

  const rowOf = (stored: unknown, id: string): Row | undefined =>
    Array.isArray(stored) ? rowsOf([stored[places.indexOf(stored, id)]])[0] : undefined;

  function stateOf(key: FieldKey): FieldState {
    const { form, field, path, row, column } = partsOf(key);
    if (row === undefined || column === undefined) return fieldState(model, values, facts, path);
    const index = places.indexOf(values[form]?.[field], row);
    return fieldState(model, values, facts, `${path}.${column}`, Math.max(index, 0));
  }

  function status(key: FieldKey): FieldStatus {
    const known = statuses.get(key);
    if (known !== undefined) return known;
    const made = { ...stateOf(key), issues: shown.get(key) ?? NO_ISSUES };
    statuses.set(key, made);
    return made;
  }

  /** Draws a control again if how it stands has changed. */
  function refresh(key: FieldKey) {
    const old = statuses.get(key);
    if (old === undefined) return;
    const state = stateOf(key);
    const issues = shown.get(key) ?? NO_ISSUES;
    const same = state.visible === old.visible && state.required === old.required && state.readonly === old.readonly;
    if (same && issues === old.issues) return;
    statuses.set(key, { ...state, issues });
    listeners.tell(key);
  }

  function show(key: FieldKey, issues: readonly PlacedIssue[]) {
    const before = shown.get(key) ?? NO_ISSUES;
    if (before.length === 0 && issues.length === 0) return;
    if (issues.length === 0) shown.delete(key);
    else shown.set(key, issues);
    refresh(key);
    if (before.length !== issues.length) listeners.tell(ISSUES);
  }

  /** Checks across fields are asked on submitting and, once they failed, until they hold. */
  function judge(key: FieldKey) {
    const checks = shown.get(key)?.some(({ code }) => code === 'check-failed') === true;
    show(key, issuesAt(key, { model, values, facts, editable, checks, typed: typed.has(key) }));
  }

  /** Judges again what is marked wrong, now that something it depends on has changed. */
  const judgeAgain = (key: FieldKey) => {
    if (shown.has(key)) judge(key);
  };

  function felt(node: FieldNode, before: Values, rowId: string | undefined) {
    const { form, id, table, path } = node;
    if (table === undefined) {
      keepHidden(node, before);
      if (before[form]?.[id] !== values[form]?.[id]) tellValue(path, node);
      refresh(path);
      judgeAgain(path);
      return;
    }
    const [old, now] = [before[form]?.[table], values[form]?.[table]];
    for (const row of rowsOf(rowId === undefined ? now : [rowOf(now, rowId)])) {
      const key = cellKey(`${form}.${table}`, String(row._row), id);
      if (rowOf(old, String(row._row))?.[id] !== row[id]) listeners.tell(key);
      refresh(key);
      judgeAgain(key);
    }
  }

  /** A field that disappears leaves its text here, so that it is there again when the field is. */
  function keepHidden({ form, id, path, visible }: FieldNode, before: Values) {
    if (visible === undefined) return;
    const [old, now] = [before[form]?.[id], values[form]?.[id]];
    if (old !== undefined && now === undefined && !fieldState(model, values, facts, path).visible)
      hidden.set(path, old);
    else if (now === undefined && hidden.has(path) && fieldState(model, values, facts, path).visible) {
      const kept = hidden.get(path);
      hidden.delete(path);
      write(path, undefined, kept);
    }
  }

  function tellValue(path: FieldPath, node: FieldNode) {
    if (isTable(node)) tellRows(path);
    listeners.tell(path);
  }

  function tellRows(path: FieldPath) {
    const before = rowLists.get(path);
    rowLists.delete(path);
    if (before !== undefined && !sameValue(before, rowList(path))) listeners.tell(rowsKey(path));
    else if (before !== undefined) rowLists.set(path, before);
  }

  function rowList(path: FieldPath): readonly string[] {
    const { form, field } = partsOf(path);
    const list = rowLists.get(path) ?? rowsOf(values[form]?.[field]).map((row) => String(row._row));
    rowLists.set(path, list);
    return list;
  }

  function write(path: FieldPath, rowId: string | undefined, next: unknown) {
    const before = values;
    const node = model.nodes.get(path);
    if (node === undefined) return;
    const draft = openDraft(values);
    if (node.table === undefined) draft.setField(node.form, node.id, next);
    else {
      const index = places.indexOf(values[node.form]?.[node.table], rowId ?? '');
      draft.setCell(node.form, node.table, index, node.id, next);
    }
    values = settleAffected(model, draft.values, facts, path, rowId);
    if (node.table !== undefined) places.keep(before[node.form]?.[node.table], values[node.form]?.[node.table]);
    spread(node, before, rowId);
  }

  /** Writes where a control stands: a field, a cell of a table, a number of a matrix. */
  function put(key: FieldKey, next: unknown) {
    const { path, row, column } = partsOf(key);
    if (row === undefined || column === undefined) write(path, undefined, next);
    else if (model.nodes.get(path)?.field.type !== 'matrix') write(`${path}.${column}`, row, next);
    else {
      write(path, undefined, withMatrixCell(value(path), row, column, next));
      for (const each of [key, matrixRowKey(path, row), matrixColumnKey(path, column)]) listeners.tell(each);
      judgeAgain(key);
    }
  }

  /** Tells everybody whom a change concerns. */
  function spread(node: FieldNode, before: Values, rowId: string | undefined) {
    const { form, table, id } = node;
    const key = table === undefined || rowId === undefined ? node.path : cellKey(`${form}.${table}`, rowId, id);
    if (table !== undefined) {
      listeners.tell(`${form}.${table}`);
      judgeAgain(`${form}.${table}`);
    } else if (isTable(node)) tellRows(node.path);
    listeners.tell(key);
    judgeAgain(key);
    for (const { node: other, rowOnly } of model.affected.get(node.path) ?? []) {
      felt(other, before, rowOnly ? rowId : undefined);
    }
    for (const [place, issues] of shown) if (issues.some(({ code }) => code === 'check-failed')) judge(place);
    listeners.tell(EDITED);
  }

  function arrange(path: FieldPath, change: (rows: readonly Row[]) => readonly Row[]) {
    const { form, field } = partsOf(path);
    write(path, undefined, change(rowsOf(values[form]?.[field])));
  }

  function replace(next: Values, newFacts: FormFacts) {
    const before = values;
    facts = newFacts;
    values = settle(model, next, facts);
    noteRows();
    for (const node of model.order) {
      if (before[node.form]?.[node.id] !== values[node.form]?.[node.id] && node.table === undefined)
        tellValue(node.path, node);
      felt(node, before, undefined);
    }
  }

  /** Many cells of a table have other values: says at each what is wrong, but not that it is still empty. */
  function changed(path: FieldPath, next: Values, cells: ReadonlySet<FieldKey>) {
    replace(next, facts);
    for (const key of cells) listeners.tell(key);
    const rows = new Set(rowList(path));
    const wrong = wrongAlone(findAll()).filter(({ key, code }) => cells.has(key) && code !== 'required');
    const gone = (key: FieldKey) => key.startsWith(`${path}.`) && !rows.has(partsOf(key).row ?? '');
    const others = [...shown].filter(([key]) => !cells.has(key) && !gone(key)).flatMap(([, list]) => list);
    showAll([...others, ...wrong]);
    judgeAgain(path);
    listeners.tell(EDITED);
  }

  function showAll(issues: readonly PlacedIssue[]) {
    const keys = new Set([...shown.keys(), ...issues.map(({ key }) => key)]);
    const at = groupBy(issues, ({ key }) => key);
    for (const key of keys) show(key, at.get(key) ?? NO_ISSUES);
    listeners.tell(ISSUES);
  }

  /** What is wrong with single controls; whether they agree with each other can be said once each is filled in. */
  function wrongAlone(found: readonly PlacedIssue[]): readonly PlacedIssue[] {
    const wrong = typed.keys().map((key): PlacedIssue => ({ key, code: 'wrong-type', params: {} }));
    const awaited = [...coming].filter((key) => stateOf(key).visible);
    const late = awaited.map((key): PlacedIssue => ({ key, code: 'not-arrived', params: {} }));
    const others = found.filter(({ key, code }) => code !== 'check-failed' && !typed.has(key) && !coming.has(key));
    return [...wrong, ...late, ...others];
  }

  const findAll = () => validate(model, values, facts, editable).map((issue) => placeIssue(issue, values, model));

  return {
    model,
    editable,
    subscribe: listeners.subscribe,
    value,
    status,
    rowList,
    typed: (key: FieldKey): string | undefined => typed.get(key),
    values: (): Values => values,
    facts: (): FormFacts => facts,
    issues: (): readonly PlacedIssue[] => [...shown.values()].flat(),
    set(key: FieldKey, next: unknown) {
      typed.delete(key);
      put(key, next);
    },
    /** Text that is no value: it stays in its box, counts as wrong, and is not sent. */
    keepTyped(key: FieldKey, text: string) {
      typed.set(key, text);
      put(key, undefined);
    },
    /** Whether something for this control is on its way: as long as it is, the form cannot be submitted. */
    expect(key: FieldKey, isComing: boolean) {
      if (isComing) coming.add(key);
      else coming.delete(key);
      judgeAgain(key);
    },
    /** The person has left the control: from now on it may say what is wrong. An untouched empty box says nothing. */
    leave(key: FieldKey) {
      if (value(key) !== undefined || typed.has(key) || shown.has(key)) judge(key);
    },
    /** An empty row at the end, or after another one. */
    addRow(path: FieldPath, after?: string): string {
      const before = values;
      const id = ids.next();
      const at = after === undefined ? undefined : rowList(path).indexOf(after) + 1;
      values = addRows(model, values, facts, path, [id], at);
      const node = model.nodes.get(path);
      if (node !== undefined) spread(node, before, undefined);
      return id;
    },
    copyRow(path: FieldPath, id: string): string {
      const copy = ids.next();
      arrange(path, (rows) => withCopy(rows, id, copy));
      return copy;
    },
    /** Takes a row out; gives the way to put it back. */
    removeRow(path: FieldPath, id: string): () => void {
      const { form, field } = partsOf(path);
      const rows = rowsOf(values[form]?.[field]);
      const index = rows.findIndex((row) => row._row === id);
      const row = rows[index];
      const texts = typed.take(`${path}.${id}.`);
      for (const key of shown.keys()) if (key.startsWith(`${path}.${id}.`)) shown.delete(key);
      arrange(path, (all) => withoutRow(all, id));
      judgeAgain(path);
      return () => {
        typed.put(texts);
        if (row !== undefined) arrange(path, (all) => withRowAt(all, row, index));
      };
    },
    newRowId: (): string => ids.next(),
    fillTable: (path: FieldPath, fill: TableFill) =>
      fillTable({ values: () => values, typed, change: changed }, path, fill),
    moveRow: (path: FieldPath, id: string, by: number) => arrange(path, (rows) => withMoved(rows, id, by)),
    /** Other values altogether: another draft, the present state of the case. */
    replaceValues: (next: Values) => {
      typed.clear();
      replace(next, facts);
      listeners.tell(EDITED);
    },
    /** What ledgers say, read because of the present values. */
    learn: (news: Pick<Partial<FormFacts>, 'lookups' | 'references'>) =>
      replace(values, {
        ...facts,
        lookups: { ...facts.lookups, ...news.lookups },
        references: { ...facts.references, ...news.references },
      }),
    /** Everything that stands against submitting, now shown at its place. */
    check(): readonly PlacedIssue[] {
      const found = findAll();
      const single = wrongAlone(found);
      const issues = single.length > 0 ? single : found;
      showAll(issues);
      return issues;
    },
    /** The same for some fields alone, each by itself; what is shown elsewhere stays as it is. */
    checkFields(paths: ReadonlySet<FieldPath>): readonly PlacedIssue[] {
      const issues = wrongAlone(findAll()).filter(({ key }) => paths.has(partsOf(key).path));
      const others = [...shown].filter(([key]) => !paths.has(partsOf(key).path)).flatMap(([, list]) => list);
      showAll([...others, ...issues]);
      return issues;
    },
    /** Shows what the server found. */
    accept(issues: readonly Issue[]) {
      showAll(issues.map((issue) => placeIssue(issue, values, model)));
    },
    /** Rows a search has found: one of them may be chosen next. */
    noteReferences(rows: readonly { readonly id: string; readonly cells: Row }[]) {
      const found = Object.fromEntries(rows.map(({ id, cells }) => [id, cells]));
      facts = { ...facts, references: { ...found, ...facts.references } };
    },
    writable: (base: Values) =>
      writableValues(model, values, base, editable, (node, index) =>
        fieldState(model, values, facts, node.path, index),
      ),
  };
}

export type FormStore = ReturnType<typeof createFormStore>;
