import type { Setting } from '../../schemas/generated/settings.ts';
import type { DocumentPath } from '../form/finding.ts';
import { own } from '../shared/own.ts';

type Settings = Readonly<Record<string, Setting>>;

/** Where a setting was written into a document, and the text that named it: `settings.approvalTime`. */
export type SettingPlace = { readonly path: DocumentPath; readonly text: string };

/** A document with the values of settings where it named them, those places, and the names that stand for no setting. */
export type Placed = {
  readonly document: unknown;
  readonly places: readonly SettingPlace[];
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
  const places: SettingPlace[] = [];
  return { document: placed(document, false, []), places, unknown: missing };

  function placed(node: unknown, isPlace: boolean, path: DocumentPath): unknown {
    if (typeof node === 'string') return isPlace ? placedAt(node, path) : node;
    if (Array.isArray(node)) return node.map((item, index) => placed(item, isPlace, [...path, index]));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [
        key,
        isExpressions(key, node) ? value : placed(value, PLACES.has(key), [...path, key]),
      ]),
    );
  }

  function placedAt(text: string, path: DocumentPath): unknown {
    const names = settingsIn(text);
    const absent = names.filter((name) => own(settings, name) === undefined);
    missing.push(...absent.map((name) => ({ path, name })));
    if (names.length > absent.length) places.push({ path, text });
    return textWith(text, settings);
  }
}

/** Writes other values of settings into the places of a document that hold them. */
export function replaceSettings(document: unknown, places: readonly SettingPlace[], settings: Settings): unknown {
  return places.reduce((node, { path, text }) => withValueAt(node, path, textWith(text, settings)), document);
}

/** The settings a text names, expressions included, each as often as it is named. */
export const settingsIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].flatMap(([, name]) => name ?? []);

/** A text that is nothing but the name of a setting becomes its value, a number too. */
function textWith(text: string, settings: Settings): unknown {
  const [, only] = /^settings\.([A-Za-z][\w-]*)$/.exec(text) ?? [];
  if (only !== undefined) return own(settings, only)?.value ?? text;
  return text.replaceAll(NAMED, (whole, name: string) => String(own(settings, name)?.value ?? whole));
}

function withValueAt(node: unknown, [key, ...rest]: DocumentPath, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) return node.map((item, index) => (index === key ? withValueAt(item, rest, value) : item));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, item]) => [name, name === key ? withValueAt(item, rest, value) : item]),
  );
}
