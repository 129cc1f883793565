import type { FieldPath, Values } from '../form/value.ts';

/** The part of the values that somebody who may see `paths` is shown; rows keep their identity, hidden columns go. */
export function visibleValues(paths: ReadonlySet<FieldPath>, values: Values): Values {
  const shown: Record<string, Record<string, unknown>> = {};
  for (const [form, fields] of Object.entries(values)) {
    for (const [field, value] of Object.entries(fields)) {
      const path = `${form}.${field}`;
      if (!paths.has(path)) continue;
      const visible = Array.isArray(value) ? value.map((row) => visibleRow(row, path, paths)) : value;
      shown[form] = Object.assign(shown[form] ?? {}, { [field]: visible });
    }
  }
  return shown;
}

function visibleRow(row: unknown, path: FieldPath, paths: ReadonlySet<FieldPath>): unknown {
  if (typeof row !== 'object' || row === null || !Object.hasOwn(row, '_row')) return row;
  return Object.fromEntries(Object.entries(row).filter(([key]) => key === '_row' || paths.has(`${path}.${key}`)));
}
