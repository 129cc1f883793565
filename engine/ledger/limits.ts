import type { LedgerDocument } from '../../schemas/generated/ledger.ts';
import type { Words } from '../../schemas/generated/process.ts';
import type { Setting } from '../../schemas/generated/settings.ts';
import { FLAG } from '../expression/type.ts';
import { type Compiler, formula } from '../form/compiler.ts';
import type { FormFacts } from '../form/facts.ts';
import type { FormFinding } from '../form/finding.ts';
import { scopeInRow, scopeOf } from '../form/scope.ts';
import { fail, ok, type Result } from '../shared/result.ts';

type Cells = Readonly<Record<string, unknown>>;
type Settings = Readonly<Record<string, Setting>>;

/** Tells of the cells of a row whether the limit holds. */
export type Limit = { readonly holds: (cells: Cells) => boolean; readonly words: Words };

/** Compiles what has to hold for every row of a ledger; findings have the paths of the ledger document. */
export function compileLimits(
  { columns, limits = [] }: LedgerDocument,
  settings: Settings,
  facts: FormFacts,
): Result<readonly Limit[], readonly FormFinding[]> {
  const compiler: Compiler = {
    forms: {},
    environment: { ledgers: {}, settings },
    scope: scopeOf({}, { ledgers: {}, settings }),
    findings: [],
  };
  const values = Object.fromEntries(Object.entries(settings).map(([id, { value }]) => [id, value]));
  const place = { scope: scopeInRow(compiler.scope, columns, compiler.environment), columns };
  const compiled = limits.flatMap((limit, at): readonly Limit[] => {
    const that = formula(compiler, limit.that, place, ['limits', at, 'that'], FLAG);
    if (that === undefined) return [];
    return [{ holds: (cells) => that.run({}, { ...facts, settings: values }, cells) === true, words: limit.else }];
  });
  return compiler.findings.length > 0 ? fail(compiler.findings) : ok(compiled);
}
