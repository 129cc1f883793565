import { type FieldNode, isDerived, rowsOf } from '#engine';
import { isSilent, modeOf, needsRows } from '../form/field-mode.ts';
import { type FieldKey, partsOf } from '../form/keys.ts';
import type { FormSection } from '../form/sections.ts';
import { type FormStore, ISSUES } from '../form/store.ts';

/** How far somebody is: fields that have to be filled in, those of them that are, and places marked wrong. */
export type Tally = { readonly needed: number; readonly done: number; readonly wrong: number };

export type SectionProgress = Tally & {
  readonly key: string;
  /** Something of the section is shown. */
  readonly shown: boolean;
};

export type Progress = Tally & { readonly sections: readonly SectionProgress[] };

/** What one field adds to its section. */
type Mark = { readonly needed: boolean; readonly done: boolean; readonly shown: boolean };

/** A table is filled in once anything in it is: forms open with a first row that is empty. */
function isFilled({ kind, columns, field }: FieldNode, value: unknown): boolean {
  if (field.type !== 'table') return !kind.isEmpty(value);
  const typed = columns.filter((column) => !isDerived(column));
  return rowsOf(value).some((row) => typed.some((column) => !column.kind.isEmpty(row[column.id])));
}

type Counts = { needed: number; done: number; shown: number; wrong: number };

/**
 * Follows how far a form is filled in. A change looks at the field that changed and at nothing else, so it costs the
 * same in a form of any length.
 */
export function createProgress(store: FormStore, form: string, sections: readonly FormSection[]) {
  const homes = new Map<FieldKey, number>(
    sections.flatMap(({ fields }, index) => fields.map((id) => [`${form}.${id}`, index])),
  );
  const marks = new Map<FieldKey, Mark>();
  const counts: Counts[] = [];
  const listeners = new Set<() => void>();
  let progress: Progress;
  readAll();

  function markOf(node: FieldNode): Mark {
    const status = store.status(node.path);
    const value = store.value(node.path);
    const mode = modeOf(node, status, store.editable);
    const needed = status.visible && mode === 'edit' && (status.required || needsRows(node.field));
    return { needed, done: needed && isFilled(node, value), shown: status.visible && !isSilent(node, mode, value) };
  }

  function add(count: Counts, { needed, done, shown }: Mark, by: 1 | -1) {
    count.needed += needed ? by : 0;
    count.done += done ? by : 0;
    count.shown += shown ? by : 0;
  }

  function readAll() {
    for (const index of sections.keys()) counts[index] = { needed: 0, done: 0, shown: 0, wrong: 0 };
    for (const [path, index] of homes) {
      const node = store.model.nodes.get(path);
      const count = counts[index];
      if (node === undefined || count === undefined) continue;
      const mark = markOf(node);
      marks.set(path, mark);
      add(count, mark, 1);
    }
    countWrong();
    progress = summed();
  }

  function countWrong() {
    for (const count of counts) count.wrong = 0;
    for (const { key } of store.issues()) {
      const count = counts[homes.get(partsOf(key).path) ?? -1];
      if (count !== undefined) count.wrong += 1;
    }
  }

  function summed(): Progress {
    const total = { needed: 0, done: 0, wrong: store.issues().length };
    const parts = sections.map(({ key }, index): SectionProgress => {
      const { needed, done, shown, wrong } = counts[index] ?? { needed: 0, done: 0, shown: 0, wrong: 0 };
      total.needed += needed;
      total.done += done;
      return { key, needed, done, wrong, shown: shown > 0 };
    });
    return { ...total, sections: parts };
  }

  function tell() {
    progress = summed();
    for (const listener of listeners) listener();
  }

  function changed(node: FieldNode, count: Counts) {
    const [old, now] = [marks.get(node.path), markOf(node)];
    if (old === undefined || (old.needed === now.needed && old.done === now.done && old.shown === now.shown)) return;
    add(count, old, -1);
    add(count, now, 1);
    marks.set(node.path, now);
    tell();
  }

  return {
    get: (): Progress => progress,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Follows the form until the returned function is called. */
    follow(): () => void {
      readAll();
      const stops = [...homes].flatMap(([path, index]) => {
        const node = store.model.nodes.get(path);
        const count = counts[index];
        return node === undefined || count === undefined ? [] : [store.subscribe(path, () => changed(node, count))];
      });
      stops.push(
        store.subscribe(ISSUES, () => {
          countWrong();
          tell();
        }),
      );
      tell();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
