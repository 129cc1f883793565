import type { DecisionTableDocument, OutputColumn, RuleOutputs, TableTest } from '../../../schemas/generated/table.ts';
import { sameValue } from '../../form/value.ts';
import { own } from '../../shared/own.ts';
import { compileDecisionTable, type DecisionTable } from '../../table/decision-table.ts';
import { isNumericOutput, outputValue } from '../../table/outputs.ts';
import type { Finding } from '../finding.ts';
import { checkCoverage, type KnownLists } from './coverage.ts';
import { error, known } from './report.ts';
import { tableWords } from './words.ts';

/** What a decision table names: options of lists, and posts with whether anybody holds them. */
export type TableSurroundings = {
  readonly lists: KnownLists;
  readonly posts: Readonly<Record<string, { readonly held: boolean }>>;
};

/** A decision table: its cells can be read, its posts are held, every input has an answer, and its tests come true. */
export function checkTable(table: DecisionTableDocument, around: TableSurroundings): readonly Finding[] {
  const compiled = compileDecisionTable(table);
  const unreadable = compiled.ok
    ? []
    : compiled.error.map(({ code, path, params: { column, ...rest } }) =>
        error(code, path, column === undefined ? rest : { ...rest, name: column }),
      );
  const answers: readonly Answer[] = [
    ...table.rules.map((rule, at): Answer => [rule.then, ['rules', at, 'then']]),
    ...(table.default === undefined ? [] : [[table.default, ['default']] as const]),
  ];
  return [
    ...unreadable,
    ...checkPolicy(table),
    ...answers.flatMap((answer) => checkAnswer(table, answer, around)),
    ...checkOptions(table, around),
    ...checkCoverage(table, around.lists),
    ...(compiled.ok ? checkTests(table, compiled.value) : []),
    ...tableWords(table),
  ];
}

/** The hit policy goes with the outputs. */
function checkPolicy({ hit, aggregate, outputs }: DecisionTableDocument): readonly Finding[] {
  const contradiction = (key: string, why: string) => [error('contradiction', [key], { why })];
  const columns = Object.entries(outputs);
  const added = aggregate === 'sum' || aggregate === 'min' || aggregate === 'max';
  return [
    ...(aggregate !== undefined && hit !== 'collect' ? contradiction('aggregate', 'aggregate-without-collect') : []),
    ...(hit === 'priority' && columns.every(([, { values }]) => values === undefined)
      ? contradiction('hit', 'priority-without-values')
      : []),
    ...(added ? columns : []).flatMap(([name, column]) =>
      isNumericOutput(column) ? [] : [error('not-numeric', ['outputs', name], { name })],
    ),
  ];
}

type Answer = readonly [then: RuleOutputs, path: Finding['path']];

function checkAnswer(table: DecisionTableDocument, [then, at]: Answer, around: TableSurroundings): readonly Finding[] {
  return Object.entries(then).flatMap(([column, cell]) => {
    const path = [...at, column];
    const declared = own(table.outputs, column);
    const unknown = known('unknown-column', path, column, table.outputs);
    if (declared === undefined) return unknown;
    const value = String(cell);
    if (declared.type === 'choice') return knownOption(declared, value, path, around);
    if (declared.type !== 'post') return [];
    const posts = known('unknown-post', path, value, around.posts);
    if (posts.length > 0 || own(around.posts, value)?.held === true) return posts;
    return [error('role-finds-nobody', path, { why: 'post', name: value })];
  });
}

function knownOption(
  { list }: OutputColumn,
  value: string,
  path: Finding['path'],
  { lists }: TableSurroundings,
): readonly Finding[] {
  const options = list === undefined ? undefined : own(lists.lists, list)?.options;
  return options === undefined
    ? []
    : known(
        'unknown-option',
        path,
        value,
        options.map(({ id }) => id),
      ).map((finding) => ({ ...finding, params: { ...finding.params, list: list ?? '' } }));
}

/** Columns with a list name one that is there; cells of an input with a list name its options. */
function checkOptions({ inputs, outputs, rules }: DecisionTableDocument, { lists }: TableSurroundings) {
  const missing = (path: Finding['path'], list: string) =>
    known('unresolved-list', path, list, lists.lists).map((finding): Finding => ({ ...finding, params: { list } }));
  const answers = Object.entries(outputs).flatMap(([column, { list }]) =>
    list === undefined ? [] : missing(['outputs', column, 'list'], list),
  );
  const asked = Object.entries(inputs).flatMap(([column, { list }]): readonly Finding[] => {
    if (list === undefined) return [];
    const options = own(lists.lists, list)?.options;
    if (options === undefined) return missing(['inputs', column, 'list'], list);
    const ids = options.map(({ id }) => id);
    return rules.flatMap(({ when }, rule) =>
      valuesOf(own(when, column)).flatMap((value) =>
        known('unknown-option', ['rules', rule, 'when', column], value, ids).map((finding) => ({
          ...finding,
          params: { ...finding.params, list },
        })),
      ),
    );
  });
  return [...answers, ...asked];
}

const valuesOf = (cell: string | number | boolean = '-'): readonly string[] =>
  String(cell).trim() === '-'
    ? []
    : String(cell)
        .split(',')
        .map((value) => value.trim());

/** The cases written down in the table have the answers written there. */
const checkTests = (document: DecisionTableDocument, table: DecisionTable): readonly Finding[] =>
  (document.tests ?? []).flatMap((test, at) => checkTest(document, table, test, ['tests', at]));

function checkTest(
  { inputs, outputs }: DecisionTableDocument,
  table: DecisionTable,
  { given, expect }: TableTest,
  path: Finding['path'],
): readonly Finding[] {
  const strangers = Object.keys(given).flatMap((name) =>
    known('unknown-column', [...path, 'given', name], name, inputs),
  );
  const named = Object.keys(expect).flatMap((name) =>
    known('unknown-column', [...path, 'expect', name], name, outputs),
  );
  if (strangers.length > 0 || named.length > 0) return [...strangers, ...named];
  const answers = table.decide(given)?.outputs;
  const fails = (name: string, expected: unknown, actual: unknown, at: Finding['path']) =>
    error('table-test-fails', at, { name, expected: textOf(expected), actual: textOf(actual) });
  if (Object.keys(expect).length === 0)
    return answers === undefined ? [] : [fails('', undefined, Object.values(answers), [...path, 'expect'])];
  return Object.entries(expect).flatMap(([name, wanted]) => {
    const actual = answers?.[name];
    const expected = Array.isArray(wanted)
      ? wanted.map((each) => asAnswer(outputs[name], each))
      : asAnswer(outputs[name], wanted);
    return sameValue(expected, actual) ? [] : [fails(name, expected, actual, [...path, 'expect', name])];
  });
}

/** As the table would say it: a sum of whole numbers is one, `5.0` is `5`. */
const asAnswer = (column: OutputColumn | undefined, cell: string | number | boolean) =>
  column === undefined ? cell : (outputValue({ type: column.type, title: column.title }, cell) ?? cell);

const textOf = (value: unknown): string =>
  value === undefined ? '—' : Array.isArray(value) ? value.map(String).join(', ') : String(value);
