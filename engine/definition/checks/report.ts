import { suggest } from '../../expression/suggest.ts';
import type { DocumentPath } from '../../form/finding.ts';
import type { Finding, FindingCode } from '../finding.ts';

type Params = Finding['params'];

export const error = (code: FindingCode, path: DocumentPath, params: Params = {}, suggestion?: string): Finding => ({
  code,
  severity: 'error',
  path,
  params,
  ...(suggestion === undefined ? {} : { suggestion }),
});

export const warning = (code: FindingCode, path: DocumentPath, params: Params = {}): Finding => ({
  code,
  severity: 'warning',
  path,
  params,
});

/** Nothing when the name is one of those that are known. */
export function known(
  code: FindingCode,
  path: DocumentPath,
  name: string,
  names: Readonly<Record<string, unknown>> | readonly string[],
): readonly Finding[] {
  const candidates = Array.isArray(names) ? names : Object.keys(names);
  return candidates.includes(name) ? [] : [error(code, path, { name }, suggest(name, candidates))];
}

/** The same for ledgers, which expressions call `ledger` too. */
export const knownLedger = (
  path: DocumentPath,
  ledger: string,
  ledgers: Readonly<Record<string, unknown>>,
): readonly Finding[] =>
  known('unknown-ledger', path, ledger, ledgers).map((finding) => ({ ...finding, params: { ledger } }));
