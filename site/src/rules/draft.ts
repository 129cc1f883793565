import type { TableRulesView } from '../../../schemas/generated/api.ts';
import type { TableRule, TableTest } from '../../../schemas/generated/table.ts';

export type Cell = string | number | boolean;
type Cells = Readonly<Record<string, Cell>>;

/** A rule under edit: what asks and what it says. */
export type DraftRule = {
  readonly key: string;
  readonly when: Cells;
  readonly result: Cells;
  readonly note?: TableRule['note'];
};
/** An example under edit. A result is a list where the table lists all that fit. */
export type DraftTest = {
  readonly key: string;
  readonly given: Cells;
  readonly expect: TableTest['expect'];
};
export type Draft = {
  readonly rules: readonly DraftRule[];
  readonly otherwise?: Cells;
  readonly tests: readonly DraftTest[];
};

let keys = 0;
/** Names a line as long as it is on the page, wherever it moves. */
export function newLineKey(): string {
  keys += 1;
  return `line-${keys}`;
}

export const draftOf = ({ rules, default: otherwise, tests = [] }: TableRulesView): Draft => ({
  rules: rules.map(({ when, then: result, note }) => ({ key: newLineKey(), when, result, ...(note && { note }) })),
  ...(otherwise && { otherwise }),
  tests: tests.map((test) => ({ key: newLineKey(), ...test })),
});

/** A rule's result is called what a promise's continuation is called; written plainly it would look like one. */
const RESULT = 'then';

export const rulesOf = ({ rules, otherwise, tests }: Draft): TableRulesView => ({
  rules: rules.map(
    ({ when, result, note }): TableRule => ({ when: { ...when }, [RESULT]: { ...result }, ...(note && { note }) }),
  ),
  ...(otherwise && { default: { ...otherwise } }),
  ...(tests.length > 0 && { tests: tests.map(({ given, expect }) => ({ given: { ...given }, expect })) }),
});

export const sameRules = (a: TableRulesView, b: TableRulesView): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The list with one line in another place; ends stay where they are. */
export function moved<Line>(lines: readonly Line[], from: number, to: number): readonly Line[] {
  const line = lines[from];
  if (line === undefined || to < 0 || to >= lines.length) return lines;
  return lines.toSpliced(from, 1).toSpliced(to, 0, line);
}
