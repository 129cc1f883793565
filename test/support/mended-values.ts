import { isObject, type Published, ROW_KEY } from '#engine';
import type { CaseSeen, Forms, Said } from './spoken-company.ts';

/** What was sent, put right as far as the refusal says how; undefined when it does not. */
export const mendedValues = (
  forms: Published['document']['forms'],
  seen: CaseSeen,
  sent: unknown,
  said: Said,
): Forms | undefined => withinBounds(sent, completed(forms, seen, sent, said));

/** What was said, after what is missing in rows that are there has been put into the values. */
function completed(
  forms: Published['document']['forms'],
  { values: there }: CaseSeen,
  sent: unknown,
  said: Said,
): Said {
  const issues = (Array.isArray(said.body.issues) ? said.body.issues : []).filter(isObject);
  const left = issues.filter(({ code, path }) => {
    const [, form = '', table = '', index, column = ''] = String(path).split('/');
    const field = forms[form]?.fields[table];
    const rows = there[form]?.[table];
    const row: unknown = Array.isArray(rows) ? rows[Number(index)] : undefined;
    if (code !== 'required' || field?.type !== 'table' || !isObject(row) || !isObject(sent)) return true;
    const type = field.columns[column]?.type;
    const fields = (sent as Record<string, Record<string, unknown>>)[form];
    if (fields === undefined || type === undefined) return true;
    const given = Array.isArray(fields[table]) ? (fields[table] as unknown[]).filter(isObject) : [];
    const known = given.find((each) => each[ROW_KEY] === row[ROW_KEY]);
    const cell = { [column]: type === 'text' || type === 'longText' ? '已核实。' : '80' };
    fields[table] =
      known === undefined
        ? [...given, { [ROW_KEY]: row[ROW_KEY], ...cell }]
        : given.map((each) => (each === known ? { ...each, ...cell } : each));
    return false;
  });
  return { ...said, body: { ...said.body, issues: left, completed: left.length < issues.length } };
}

const MENDED: ReadonlySet<string> = new Set(['too-late', 'too-early', 'not-writable']);

/** The same values without what cannot be said here, and with days moved to the first or last that is possible. */
function withinBounds(values: unknown, { body }: Said): Forms | undefined {
  const issues = (Array.isArray(body.issues) ? body.issues : []).filter(isObject);
  if (issues.length === 0) return body.completed === true ? (values as Forms) : undefined;
  if (issues.some(({ code }) => !MENDED.has(String(code)))) return undefined;
  const copy = structuredClone(values);
  for (const { code, path, params } of issues) {
    const names = String(path).split('/').slice(1);
    const last = names.pop() ?? '';
    const place = names.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], copy);
    const bound = isObject(params) ? (params.max ?? params.min) : undefined;
    const before = isObject(place) ? place[last] : undefined;
    const time = typeof before === 'string' && before.includes('T') ? 'T08:00' : '';
    if (isObject(place) && code === 'not-writable') delete (place as Record<string, unknown>)[last];
    else if (isObject(place)) (place as Record<string, unknown>)[last] = `${bound}${time}`;
  }
  return copy as Forms;
}
