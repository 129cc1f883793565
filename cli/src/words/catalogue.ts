import type { FindingCode } from '#engine';

export type Locale = 'zh-CN' | 'zh-TW' | 'en';
export type Params = Readonly<Record<string, string>>;

/** Everything the command line says in one language. */
export type Catalogue = {
  /** What is wrong, and how to put it right. */
  readonly findings: Record<FindingCode, (params: Params) => string>;
  readonly warning: string;
  readonly fullStop: string;
  readonly didYouMean: (name: string) => string;
  readonly checked: (counts: { readonly files: number; readonly errors: number; readonly warnings: number }) => string;
  readonly bundled: (file: string, processes: number) => string;
  readonly notBundled: string;
  readonly scenarios: (counts: { readonly passed: number; readonly failed: number }) => string;
  readonly bound: (target: string, pages: number) => string;
  readonly covered: (
    kind: 'clauses' | 'links' | 'loops' | 'steps' | 'branches' | 'returns' | 'rejections' | 'overdue',
    share: { readonly covered: number; readonly all: number },
  ) => string;
  readonly scenarioPassed: (title: string) => string;
  readonly scenarioFailed: (title: string) => string;
  readonly mismatch: (line: {
    readonly action: number;
    readonly what: string;
    readonly expected: string;
    readonly actual: string;
  }) => string;
  readonly noSuchFolder: (folder: string) => string;
  readonly noSuchProcess: (file: string) => string;
  readonly usage: string;
  readonly explain: ExplainWords;
};

/** Words of the rights matrix and the picture of the steps. */
export type ExplainWords = {
  readonly rights: string;
  readonly steps: string;
  readonly legend: string;
  readonly field: string;
  readonly fill: (form: string, who: string) => string;
  readonly approve: (who: string) => string;
  readonly modes: Record<'any' | 'all' | 'sequential', string>;
  readonly share: (pass: string) => string;
  readonly choose: string;
  readonly parallel: string;
  readonly when: (condition: string) => string;
  readonly otherwise: string;
  readonly always: string;
  readonly start: (process: string, who: string) => string;
  readonly waits: string;
  readonly every: (weekday: string) => string;
  readonly at: (rule: string) => string;
  readonly insert: (ledger: string) => string;
  readonly update: (ledger: string) => string;
  readonly put: (ledger: string) => string;
  readonly copy: (who: string) => string;
  readonly due: (duration: string) => string;
  readonly overdue: (what: string, after: string | undefined) => string;
  readonly reminds: string;
  readonly escalates: (who: string) => string;
  readonly decides: Record<'agree' | 'reject', string>;
  readonly returns: (steps: string) => string;
  readonly starter: string;
  readonly post: (post: string, unit: string | undefined) => string;
  readonly managerOf: (whom: string) => string;
  readonly headOf: (field: string) => string;
  readonly inField: (field: string) => string;
  readonly byTable: (table: string) => string;
};
