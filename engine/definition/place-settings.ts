import type { Setting } from '../../schemas/generated/settings.ts';
import type { DocumentPath } from '../form/finding.ts';
import { own } from '../shared/own.ts';

type Settings = Readonly<Record<string, Setting>>;

/** A document with the values of settings where it named them, and the names that stand for no setting. */
export type Placed = {
  readonly document: unknown;
  readonly unknown: readonly { readonly path: DocumentPath; readonly name: string }[];
};

/** Where a definition takes a number, a duration or a day, which may be a setting: `due: settings.approvalTime`. */
const PLACES: ReadonlySet<string> = new Set([
  ...['due', 'after', 'remind', 'times', 'least', 'within', 'keep', 'open', 'close', 'at', 'from'],
  ...['min', 'max', 'minRows', 'maxRows', 'maxSize', 'scale', 'good', 'fair'],
]);
/**
 * The texts under these are expressions, which read settings by themselves. They stand beside one of the keys named;
 * without it they are the id of a step or a field.
 */
const EXPRESSIONS: Readonly<Record<string, readonly string[]>> = {
  insert: ['ledger'],
  update: ['ledger'],
  put: ['ledger'],
  undo: ['ledger'],
  key: ['ledger'],
  with: ['start', 'ledger', 'for'],
  result: ['start'],
  input: ['table'],
  by: ['sum'],
  sum: ['by'],
};
const NAMED = /settings\.([A-Za-z][\w-]*)/g;

const isExpressions = (key: string, node: object): boolean =>
  (own(EXPRESSIONS, key) ?? []).some((sibling) => Object.hasOwn(node, sibling));

/** Writes settings into the places of a definition that are no expressions, so that a version holds what it runs on. */
export function placeSettings(document: unknown, settings: Settings): Placed {
  const missing: { path: DocumentPath; name: string }[] = [];
  return { document: placed(document, false, []), unknown: missing };

  function placed(node: unknown, isPlace: boolean, path: DocumentPath): unknown {
    if (typeof node === 'string') return isPlace ? withSettings(node, path) : node;
    if (Array.isArray(node)) return node.map((item, index) => placed(item, isPlace, [...path, index]));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        isExpressions(key, node) ? value : placed(value, PLACES.has(key), [...path, key]),
      ]),
    );
  }

  function withSettings(text: string, path: DocumentPath): unknown {
    const [, only] = /^settings\.([A-Za-z][\w-]*)$/.exec(text) ?? [];
    if (only !== undefined) return settingAt(only, path) ?? text;
    return text.replaceAll(NAMED, (whole, name: string) => String(settingAt(name, path) ?? whole));
  }

  function settingAt(name: string, path: DocumentPath): Setting['value'] | undefined {
    const setting = own(settings, name);
    if (setting === undefined) missing.push({ path, name });
    return setting?.value;
  }
}
