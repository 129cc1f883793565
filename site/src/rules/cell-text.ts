import type { RuleFinding, RuleTableView } from '../../../schemas/generated/api.ts';
import type { DecisionTableDocument, InputColumn, OutputColumn } from '../../../schemas/generated/table.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { rulesWords } from '../i18n/rules.ts';
import { filled } from './filled.ts';

/** What the cells of a table are said with. */
export type Speech = {
  readonly table: DecisionTableDocument;
  readonly lists: RuleTableView['lists'];
  readonly posts: RuleTableView['posts'];
  readonly locale: Locale;
};
export type Choice = { readonly id: string; readonly title: string };

/** The options of a column, in their order; undefined when its cells are typed. */
export function inputChoices({ type, list }: InputColumn, { lists, locale }: Speech): readonly Choice[] | undefined {
  const words = rulesWords[locale];
  if (type === 'flag') return flags(words);
  return list === undefined ? undefined : lists[list]?.map(({ id, title }) => ({ id, title: pick(title, locale) }));
}

export function outputChoices({ type, list, values }: OutputColumn, speech: Speech): readonly Choice[] | undefined {
  const { lists, posts, locale } = speech;
  const titled =
    type === 'post'
      ? Object.entries(posts).flatMap(([id, { title, held }]) => (held ? [{ id, title: pick(title, locale) }] : []))
      : list === undefined
        ? undefined
        : lists[list]?.map(({ id, title }) => ({ id, title: pick(title, locale) }));
  if (values !== undefined)
    return values.map(String).map((id) => titled?.find((each) => each.id === id) ?? { id, title: id });
  return type === 'flag' ? flags(rulesWords[locale]) : titled;
}

const flags = ({ yes, no }: { readonly yes: string; readonly no: string }) => [
  { id: 'true', title: yes },
  { id: 'false', title: no },
];

/** The values a cell names; none when any will do. */
export const namedIn = (cell: string): readonly string[] =>
  cell.trim() === '-' || cell.trim() === '' ? [] : cell.split(',').map((each) => each.trim());

/** What a rule says, in a line: `金额 <= 100000 → 审批人 副总裁`. */
export function ruleText(rule: DecisionTableDocument['rules'][number], speech: Speech): string {
  const words = rulesWords[speech.locale];
  const when = Object.entries(speech.table.inputs).flatMap(([id, column]) => {
    const named = namedIn(String(rule.when[id] ?? '-'));
    if (named.length === 0) return [];
    const choices = inputChoices(column, speech);
    const text = named.map((value) => titleIn(choices, value)).join(' / ');
    return [`${pick(column.title, speech.locale)} ${text}`];
  });
  return words.line(when.length === 0 ? words.always : when.join(', '), resultText(rule.then, speech));
}

/** The inputs of an example, in a line. */
export const givenText = (given: Readonly<Record<string, unknown>>, speech: Speech): string =>
  Object.entries(speech.table.inputs)
    .flatMap(([id, column]) =>
      given[id] === undefined
        ? []
        : [`${pick(column.title, speech.locale)} ${titleIn(inputChoices(column, speech), String(given[id]))}`],
    )
    .join(', ');

export function resultText(result: Readonly<Record<string, unknown>>, speech: Speech): string {
  const said = Object.entries(speech.table.outputs).flatMap(([id, column]) => {
    const value = result[id];
    return value === undefined ? [] : [`${pick(column.title, speech.locale)} ${valueText(column, value, speech)}`];
  });
  return said.length === 0 ? rulesWords[speech.locale].nothing : said.join(', ');
}

function valueText(column: OutputColumn, value: unknown, speech: Speech): string {
  const choices = outputChoices(column, speech);
  return Array.isArray(value)
    ? value.map((each) => titleIn(choices, String(each))).join(', ')
    : titleIn(choices, String(value));
}

const titleIn = (choices: readonly Choice[] | undefined, id: string): string =>
  choices?.find((each) => each.id === id)?.title ?? id;

/** What is wrong, in words, with the titles of columns and options in the place of their ids. */
export function findingText({ code, params, process }: RuleFinding, speech: Speech): string {
  const { findings } = rulesWords[speech.locale];
  if (process !== undefined) return filled(findings['in-process'], { process: pick(process.title, speech.locale) });
  const known = Object.entries(findings).find(([name]) => name === code)?.[1] ?? findings.other;
  const { case: example, name } = params;
  return filled(known, {
    ...params,
    code,
    ...(code === 'table-test-fails' && saidOf(params, speech)),
    ...(example !== undefined && { case: exampleText(example, speech) }),
    ...(name !== undefined && { name: columnTitle(name, speech) }),
  });
}

/** What an example is expected to say and says, with titles. */
function saidOf({ name = '', expected = '', actual = '' }: RuleFinding['params'], speech: Speech) {
  const column = Object.hasOwn(speech.table.outputs, name) ? speech.table.outputs[name] : undefined;
  const titled = (text: string) =>
    column === undefined || text === '—' ? text : valueText(column, text.split(', '), speech);
  return { expected: titled(expected), actual: titled(actual) };
}

/** `amount > 5, promotion = true` with titles. */
function exampleText(text: string, speech: Speech): string {
  return text
    .split(', ')
    .map((part) => {
      const [, id = '', rest = part] = /^(\S+) (.*)$/.exec(part) ?? [];
      const column = Object.hasOwn(speech.table.inputs, id) ? speech.table.inputs[id] : undefined;
      if (column === undefined) return part;
      const [, option] = /^= (.*)$/.exec(rest) ?? [];
      const choices = inputChoices(column, speech);
      const said = option !== undefined && choices !== undefined ? titleIn(choices, option) : rest;
      return `${pick(column.title, speech.locale)} ${said}`;
    })
    .join(', ');
}

function columnTitle(id: string, { table: { inputs, outputs }, locale }: Speech): string {
  const column = Object.hasOwn(outputs, id) ? outputs[id] : Object.hasOwn(inputs, id) ? inputs[id] : undefined;
  return column === undefined ? id : pick(column.title, locale);
}
