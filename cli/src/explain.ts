import {
  asks,
  type Definition,
  type FieldNode,
  type PlacedStep,
  placeSteps,
  type Rights,
  stepBranches,
  type Words,
} from '#engine';
import type { OverdueRule, ProcessDocument, RoleRule, StepEntry } from '../../schemas/generated/process.ts';
import type { Catalogue, ExplainWords, Locale } from './words/catalogue.ts';

/** The rights of every step over every field, and the steps as a tree, in words. */
export function explain(definition: Definition, words: Catalogue, locale: Locale): string {
  const { explain: say } = words;
  const { document } = definition;
  const tree = stepLines({ document, say, locale }, placeSteps(document.steps), 1);
  return [
    text(document.title, locale),
    '',
    `${say.steps}`,
    ...tree,
    '',
    `${say.rights} (${say.legend})`,
    ...matrix(definition, say),
    '',
  ].join('\n');
}

type Speaking = { readonly document: ProcessDocument; readonly say: ExplainWords; readonly locale: Locale };

function text(words: Words, locale: Locale): string {
  return typeof words === 'string' ? words : (words[locale] ?? words['zh-CN']);
}

function matrix({ model, steps }: Definition, { field }: ExplainWords): readonly string[] {
  const asking = [...steps.values()].filter(asks);
  const nodes = [...model.forms.values()].flat().flatMap((node) => [node, ...node.columns]);
  const rows = nodes.map((node) => [node.path, ...asking.map(({ rights }) => rightOf(node, rights))]);
  return aligned([[field, ...asking.map(({ id }) => id)], ...rows]);
}

/** Nobody fills in what is computed or looked up. */
function rightOf({ path, compute, lookup }: FieldNode, { see, edit }: Rights): string {
  if (!see.has(path)) return '';
  return edit.has(path) && compute === undefined && lookup === undefined ? 'E' : 'S';
}

/** Columns as wide as their widest cell; Chinese characters take two places. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  ')}`.trimEnd(),
  );
}

const width = (cell: string): number =>
  [...cell].reduce((sum, character) => sum + (/[\u2e80-\uffdc]/.test(character) ? 2 : 1), 0);

function stepLines(speaking: Speaking, steps: readonly PlacedStep[], depth: number): readonly string[] {
  return steps.flatMap((step) => {
    const { id, source } = step;
    const title = source.title === undefined ? '' : ` ${text(source.title, speaking.locale)}`;
    const line = `${indent(depth)}${id}${title} — ${[whatOf(speaking, source), ...conditionsOf(speaking, source)].join(' · ')}`;
    const branches = stepBranches(step).flatMap(({ when, isElse, steps: inner }) => {
      const condition =
        when === undefined ? (isElse ? speaking.say.otherwise : speaking.say.always) : speaking.say.when(when);
      return [`${indent(depth + 1)}${condition}`, ...stepLines(speaking, inner, depth + 2)];
    });
    return [line, ...branches];
  });
}

const indent = (depth: number): string => '  '.repeat(depth);

type Source = StepEntry[string];

function whatOf(speaking: Speaking, source: Source): string {
  const { say, document, locale } = speaking;
  const role = (id: string) => roleName(speaking, id);
  if ('fill' in source)
    return say.fill(text(document.forms[source.fill]?.title ?? source.fill, locale), role(source.by));
  if ('approve' in source) return say.approve(role(source.approve));
  if ('choose' in source) return say.choose;
  if ('parallel' in source) return say.parallel;
  if ('start' in source) return say.start(source.start, role(source.as));
  if ('insert' in source) return say.insert(source.ledger);
  if ('update' in source) return say.update(source.ledger);
  return 'put' in source ? say.put(source.ledger) : say.copy(source.copy.map(role).join(', '));
}

function conditionsOf(speaking: Speaking, source: Source): readonly string[] {
  const { say } = speaking;
  const said: string[] = [];
  if ('mode' in source && source.mode !== undefined)
    said.push(typeof source.mode === 'string' ? say.modes[source.mode] : say.share(String(source.mode.pass)));
  if ('wait' in source && source.wait === true) said.push(say.waits);
  if ('every' in source && source.every !== undefined) said.push(say.every(source.every));
  if ('at' in source && source.at !== undefined) said.push(say.at(source.at));
  if ('due' in source && source.due !== undefined)
    said.push(say.due(typeof source.due === 'string' ? source.due : source.due.field));
  if ('overdue' in source) {
    for (const rule of source.overdue ?? []) said.push(say.overdue(latenessOf(speaking, rule), rule.after));
  }
  if ('return' in source && source.return !== undefined) said.push(say.returns(source.return.to.join(', ')));
  return said;
}

/** All that one entry does about a late step. */
function latenessOf(speaking: Speaking, { copy = [], remind, escalate, then }: OverdueRule): string {
  const { say } = speaking;
  return [
    ...(copy.length === 0 ? [] : [say.copy(copy.map((id) => roleName(speaking, id)).join(', '))]),
    ...(remind === true ? [say.reminds] : []),
    ...(escalate === undefined ? [] : [say.escalates(roleName(speaking, escalate))]),
    ...(then === undefined ? [] : [say.decides[then.do]]),
  ].join(', ');
}

function roleName({ document, say }: Speaking, id: string): string {
  const rule = document.roles[id];
  return rule === undefined ? id : `${id} (${ruleName(rule, say)})`;
}

function ruleName(rule: RoleRule, say: ExplainWords): string {
  if ('starter' in rule) return say.starter;
  if ('post' in rule) return say.post(rule.post, rule.unit);
  if ('managerOf' in rule) return say.managerOf(rule.managerOf);
  if ('headOf' in rule) return say.headOf(typeof rule.headOf === 'string' ? rule.headOf : rule.headOf.unit);
  return 'field' in rule ? say.inField(rule.field) : say.byTable(rule.table);
}
