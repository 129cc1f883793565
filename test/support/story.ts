import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type NamedValues = Record<string, Record<string, Record<string, unknown>>>;

/** The values that the stories of a process define by name, so that tests over HTTP fill the same forms. */
export function valuesOf(area: string, process: string): NamedValues {
  const document: { values?: NamedValues } = parse(
    readFileSync(`test/fixtures/company/${area}/${process}.test.yaml`, 'utf8'),
  );
  return document.values ?? {};
}

/** Table rows as a client sends them: each with an identity of its own. */
export function withRows(values: Record<string, Record<string, unknown>>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([form, fields]) => [
      form,
      Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, identified(value)])),
    ]),
  );
}

function identified(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((row) => typeof row === 'object' && row !== null)) return value;
  return value.map((row: object, index) => ({ _row: `r${index + 1}`, ...row }));
}
