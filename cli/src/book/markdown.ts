import {
  type BookField,
  type BookProcess,
  type BookStep,
  type CoveredClause,
  clauseCoverage,
  type Named,
  type RuleBook,
  ruleBook,
  ruleSpeaker,
  type Words,
} from '#engine';
import type { Definitions } from '../definitions.ts';
import type { Locale } from '../words/catalogue.ts';
import { type BookWords, bookWords } from './words.ts';

/** A file of the book: its name and its Markdown. */
export type Page = { readonly name: string; readonly text: string };

/** `rules` says what the definitions lay down, `say` what stands around it. */
type Speaking = { readonly locale: Locale; readonly say: BookWords; readonly rules: ReturnType<typeof ruleSpeaker> };

/** The rule book of a folder of definitions as Markdown: contents, one page an area, posts, clauses. */
export function bookPages({ workspace, processes }: Definitions, locale: Locale): readonly Page[] {
  const documents = Object.fromEntries(Object.entries(processes).map(([id, { document }]) => [id, document]));
  const book = ruleBook(workspace, documents);
  const speaking = { locale, say: bookWords[locale], rules: ruleSpeaker(locale) };
  const covered = workspace.clauses === undefined ? [] : clauseCoverage(workspace.clauses, documents);
  const company = said(workspace.organisation.title, locale);
  return [
    { name: 'README.md', text: contents(company, book, covered.length > 0, speaking) },
    ...book.areas.map((area) => ({ name: `${area.id}.md`, text: areaPage(area, speaking) })),
    { name: 'posts.md', text: postsPage(book, speaking) },
    ...(covered.length === 0 ? [] : [{ name: 'clauses.md', text: clausesPage(covered, book, speaking) }]),
  ];
}

const said = (words: Words, locale: Locale): string =>
  typeof words === 'string' ? words : (words[locale] ?? words['zh-CN']);
const titles = (all: readonly Named[], { locale, rules }: Speaking): string =>
  all.map(({ title }) => said(title, locale)).join(rules.and);
/** Text inside a table cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0 ? [] : [line(head), line(head.map(() => '---')), ...rows.map(line), ''];

function contents(company: string, { areas }: RuleBook, hasClauses: boolean, speaking: Speaking): string {
  const { locale, say } = speaking;
  const lines = areas.flatMap((area) => [
    `- [${said(area.title, locale)}](${area.id}.md)`,
    ...area.processes.map((each) => `  - [${said(each.title, locale)}](${area.id}.md#${each.id})`),
  ]);
  const more = [`- [${say.posts}](posts.md)`, ...(hasClauses ? [`- [${say.coverage}](clauses.md)`] : [])];
  return [`# ${company} · ${say.title}`, '', `## ${say.contents}`, '', ...lines, ...more, ''].join('\n');
}

function areaPage(area: RuleBook['areas'][number], speaking: Speaking): string {
  const parts = area.processes.flatMap((process) => processPart(process, speaking));
  return [`# ${said(area.title, speaking.locale)}`, '', ...parts].join('\n');
}

function processPart(process: BookProcess, speaking: Speaking): readonly string[] {
  const { locale, say, rules } = speaking;
  const { help, clauses, duty } = process;
  return [
    `<a id="${process.id}"></a>`,
    '',
    `## ${said(process.title, locale)}`,
    '',
    ...(help === undefined ? [] : [said(help, locale).trim(), '']),
    ...(clauses.length === 0 ? [] : [`${say.clauses}: ${clauses.join(rules.and)}`, '']),
    ...(duty === undefined ? [] : [rules.duty(duty), '']),
    `### ${say.flow}`,
    '',
    ...table(
      say.steps,
      process.steps.map((step) => stepCells(step, speaking)),
    ),
    `### ${say.forms}`,
    '',
    ...process.forms.flatMap((form) => [
      `**${said(form.title, locale)}**`,
      '',
      ...table(
        say.fields,
        form.fields.map((field) => fieldCells(field, speaking)),
      ),
    ]),
    `### ${say.readers}`,
    '',
    process.readers.map(rules.who).join(rules.and) || say.nothing,
    '',
    `### ${say.records}`,
    '',
    ...records(process, speaking).map((record) => `- ${record}`),
    '',
  ];
}

function records(process: BookProcess, speaking: Speaking): readonly string[] {
  const { say, rules } = speaking;
  const some = (all: readonly Named[], sentence: (titles: string) => string) =>
    all.length === 0 ? [] : [sentence(titles(all, speaking))];
  return [
    say.number(process.number),
    ...some(process.ledgers, say.ledgers),
    ...some(process.tables, say.tables),
    ...some(process.starts, say.starts),
    ...some(process.startedBy, say.startedBy),
    ...(process.keep === undefined ? [] : [say.keep(rules.length(process.keep))]),
  ];
}

function stepCells({ depth, branch, title, doing, due, returns, clause }: BookStep, { locale, say, rules }: Speaking) {
  const indent = '　'.repeat(depth);
  const condition = branch === undefined ? '' : `${branch === 'otherwise' ? rules.otherwise : said(branch, locale)}: `;
  const does = rules.doing(doing) || say.approve;
  const name = title === undefined ? does : said(title, locale);
  const what = title === undefined || rules.doing(doing) === '' ? '' : ` (${does})`;
  return [
    `${indent}${condition}${name}${what}`,
    rules.people(doing),
    due === undefined ? '' : rules.length(due),
    returns.map((step) => said(step, locale)).join(rules.and),
    clause ?? '',
  ];
}

function fieldCells({ title, kind, required, derived, columns }: BookField, { locale, say, rules }: Speaking) {
  const inside =
    columns.length === 0 ? '' : ` (${rules.columns(columns.map((column) => said(column, locale)).join(rules.and))})`;
  return [said(title, locale) + inside, say.kinds[kind], derived ? rules.derived : rules.required[required]];
}

/** Each post with the steps it is asked at, in the order of the book. */
function postsPage({ areas }: RuleBook, speaking: Speaking): string {
  const { locale, say } = speaking;
  const duties = new Map<string, { readonly title: string; readonly steps: string[] }>();
  for (const process of areas.flatMap(({ processes }) => processes)) {
    for (const { doing, title } of process.steps) {
      if ((doing.kind !== 'fill' && doing.kind !== 'approve') || doing.who.kind !== 'post') continue;
      const { post } = doing.who;
      const entry = duties.get(post.id) ?? { title: said(post.title, locale), steps: [] };
      entry.steps.push(`${said(process.title, locale)} · ${title === undefined ? '' : said(title, locale)}`);
      duties.set(post.id, entry);
    }
  }
  const parts = [...duties.values()].flatMap(({ title, steps }) => [
    `## ${title}`,
    '',
    ...[...new Set(steps)].map((step) => `- ${step}`),
    '',
  ]);
  return [`# ${say.posts}`, '', say.postsHelp, '', ...parts].join('\n');
}

function clausesPage(covered: readonly CoveredClause[], book: RuleBook, speaking: Speaking): string {
  const { locale, say, rules } = speaking;
  const processes = new Map(
    book.areas.flatMap((area) => area.processes.map((each) => [each.id, { each, area }] as const)),
  );
  const rows = covered.map(({ clause, elements }) => {
    const carriers = elements.map((element) => {
      if ('cover' in element) return said(element.cover.because, locale);
      const found = processes.get(element.process);
      const name = found === undefined ? element.process : said(found.each.title, locale);
      return found === undefined ? name : `[${name}](${found.area.id}.md#${element.process})`;
    });
    return [clause.id, said(clause.heading, locale), said(clause.text, locale), [...new Set(carriers)].join(rules.and)];
  });
  const head = [say.clause, '', '', say.carriedBy];
  return [`# ${say.coverage}`, '', ...table(head, rows)].join('\n');
}
