import { ProblemError } from './problem.ts';
import type { Parameter } from './route.ts';

const DEFAULT_LENGTH = 200;

/**
 * The parameters of a query string that a route knows, each at most once.
 *
 * @throws ProblemError `invalid-query`, naming the parameter.
 */
export function readQuery(url: string, known: Readonly<Record<string, Parameter>>): Record<string, string> {
  const { searchParams } = new URL(url);
  const found: Record<string, string> = {};
  for (const [name, value] of searchParams) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!parameter || Object.hasOwn(found, name) || !fits(parameter, value)) throw invalid(name);
    found[name] = value;
  }
  for (const [name, parameter] of Object.entries(known)) {
    if (parameter.required && !Object.hasOwn(found, name)) throw invalid(name);
  }
  return found;
}

function fits({ enum: values, pattern, maxLength = DEFAULT_LENGTH }: Parameter, value: string): boolean {
  if (value.length > maxLength || !value.isWellFormed() || value.includes('\0')) return false;
  return (values?.includes(value) ?? true) && (pattern === undefined || new RegExp(pattern).test(value));
}

const invalid = (parameter: string) => new ProblemError('invalid-query', { params: { parameter } });
