import type { Catalogue, Params } from './catalogue.ts';
import { explainEn } from './explain-en.ts';

const TYPES: Params = {
  text: 'text',
  integer: 'a whole number',
  decimal: 'a number',
  flag: 'yes or no',
  date: 'a date',
  dateRange: 'a date range',
  choice: 'a choice',
  person: 'a person',
  unit: 'a unit',
  week: 'a week',
  file: 'a file',
  record: 'a record',
  table: 'a table',
  any: 'any value',
  null: 'nothing',
};

const type = (name = ''): string =>
  name.startsWith('list<') ? `a list of ${type(name.slice(5, -1))}` : (TYPES[name] ?? name);

const JSON_TYPES: Params = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  object: 'keys with values',
  array: 'a list',
  null: 'nothing',
};
const shape = (names = ''): string =>
  names
    .split(', ')
    .map((name) => JSON_TYPES[name] ?? name)
    .join(' or ');

const FORMATS: Params = {
  id: 'begin with a small letter and use only letters, digits and hyphens',
  path: 'write form.field or form.table.column',
  duration: 'write 3d (days), 3wd (working days), 4h (hours), 4wh (working hours) or friday 18:00',
  point: 'write first + 2d, last + 3wd 18:00 or workday 3, up to 100 days away',
  reminderSpan: 'write 3d (days), 1wd (working days) or 4h (hours)',
  dateRule: 'write today + 5wd or form.date - 3d',
  date: 'write 2026-11-22',
  zone: 'write Asia/Shanghai',
  dayTime: 'write 09:00',
  clock: 'write 2026-11-02T09:00',
  number: 'write a number',
  keep: 'write 10y',
  format: 'use one {seq:digits}, and {yyyy} {mm} for the date',
};

const SIZES: Params = {
  minLength: 'Needs at least N characters',
  maxLength: 'Takes at most N characters',
  minimum: 'Must not be less than N',
  maximum: 'Must not be more than N',
  minItems: 'Needs at least N items',
  maxItems: 'Takes at most N items',
  minProperties: 'Needs at least N keys',
  maxProperties: 'Takes at most N keys; check the indentation',
};

const TYPE_ERRORS: Readonly<Record<string, (params: Params) => string>> = {
  operands: (p) => `“${p.operator}” does not work between ${type(p.left)} and ${type(p.right)}; use values of one kind`,
  operand: (p) => `“${p.operator}” needs ${type(p.expected)}, this is ${type(p.actual)}`,
  argument: (p) => `${p.function}() needs ${type(p.expected)}, this is ${type(p.actual)}`,
  arguments: (p) => `${p.function}() takes ${p.expected} arguments, here are ${p.actual}`,
  branches: (p) => `The two results of “?:” differ: ${type(p.left)} and ${type(p.right)}; use values of one kind`,
  elements: (p) => `The values of the list differ: ${type(p.left)} and ${type(p.right)}; use values of one kind`,
  result: (p) => `This place needs ${type(p.expected)}, the expression gives ${type(p.actual)}`,
  field: (p) =>
    p.actual === 'person'
      ? `“${p.name}” is no field: a person has none; for a unit add a field of its own, with default: case.unit`
      : `“${p.name}” is no field: this is ${type(p.actual)}`,
  index: (p) => `“[]” needs a list and a whole number, this is ${type(p.actual)}`,
};

const NOBODY: Readonly<Record<string, (params: Params) => string>> = {
  'head-of-unit': (p) => `“${p.name}” and the units above it have no head; name one in organisation.yaml`,
  post: (p) => `Nobody active holds the post “${p.name}”; appoint somebody in organisation.yaml or use another post`,
  unit: (p) =>
    `In ${p.count} units and above them nobody holds “${p.name}”: ${p.units}; there the people of rules.nobody are asked`,
  head: (p) => `${p.count} units have no head: ${p.units}; there the people of rules.nobody are asked`,
  manager: (p) =>
    `“${p.person}”, who has the role “${p.name}”, has no manager; name one in organisation.yaml or use another rule`,
};

const NO_END: Readonly<Record<string, (params: Params) => string>> = {
  readonly: (p) =>
    `“${p.name}” is required, but nobody may fill it in and it has no default, so the form can never be handed in; remove required or readonly, or give a default`,
  check: () =>
    'This check can never pass, so the form can never be handed in; correct the condition or remove the check',
  nobody: (p) => `Nobody has the role “${p.name}” and rules.nobody finds nobody, so cases stop here; appoint somebody`,
};

const UNREACHABLE: Readonly<Record<string, (params: Params) => string>> = {
  never: (p) =>
    `Step “${p.name}” is never reached: “${p.when}” cannot be true; correct the condition or remove the branch`,
  excluded: (p) =>
    `Step “${p.name}” is never reached: where “${p.when}” is true, ${p.by} has led elsewhere; correct the condition or remove the branch`,
  exhausted: (p) => `Step “${p.name}” is not reached: the conditions before it cover every case; write else: []`,
};

const CONTRADICTIONS: Readonly<Record<string, string>> = {
  'branch-outside': 'A rejection can end a branch only inside a parallel block; write ends: case',
  'reject-by-all': 'by: all is for mode any; in other modes the first rejection or the votes decide; remove by',
  'fail-without-reject':
    'Nobody may reject here, so the vote cannot fail at the first rejection; remove fail or reject',
  'claim-for-all': 'Where several people decide, nobody can claim the task; remove claim or use mode any',
  'no-deadline': 'The step has no deadline, so this never happens; add due',
  'decides-for-a-row': 'The deadline of one row cannot decide the step; remove then',
  'decides-a-form': 'A deadline cannot fill in a form; remove then',
  'not-last': 'The deadline decides before the entries after it; put then last, and only once',
  'decides-repeatedly': 'A deadline decides only once; remove times',
  'may-not-reject': 'This step cannot reject, nor can its deadline; remove then or reject: false',
  'waits-for-series': 'A series goes on after the case, so nothing can wait for it; remove wait or every',
  'series-of-rows': 'A series starts one case at a time, not one for each row; remove each or every',
  'aggregate-without-collect': 'aggregate belongs to hit: collect',
  'priority-without-values': 'hit: priority needs values at an output, the first of them first',
  'no-day-to-look': 'while is looked at on a day; add every, or at',
};

/** A value between braces was cut at its comma. */
const CUT = (rest = ''): string =>
  `“${rest}” looks like the rest of an expression: between braces a comma ends the value; put the whole expression in quotes`;

const FIXED: Readonly<Record<string, string>> = {
  later: 'it is not in the first form',
  derived: 'its value is computed or looked up',
  readonly: 'nobody can write it when a case begins',
  files: 'files and signatures belong to the case they were given for',
  rows: 'its rows are fixed',
};

const HIDDEN: Readonly<Record<string, string>> = {
  later: 'it is not in the first form',
  kind: 'a field of this kind shows strangers people, units, ledgers or files of the company',
  ledger: 'its value comes from a ledger, which strangers must not see',
  table: 'its value comes from a decision table, which strangers must not see',
  required: 'it must be filled in, but strangers do not see it and the link does not say it; add it to fields or fixed',
};

const UNSAFE: Readonly<Record<string, (params: Params) => string>> = {
  form: (p) => `“${p.name}” has to be filled in`,
  opinion: () => 'agreeing needs a written opinion',
  apart: (p) => `“${p.name}” is kept apart from other roles`,
  money: (p) => `it is about money, “${p.name}”`,
};

const STARTABLE: Readonly<Record<string, string>> = {
  itself: 'it is this process itself',
  people: 'people can start it by hand; write startable: false',
  ledger: 'a ledger starts it; remove its triggers',
  process: 'another process starts it; remove that step',
};

/** English */
export const en: Catalogue = {
  findings: {
    syntax: (p) =>
      p.found === '='
        ? 'The expression cannot be read at “=”; write == to compare'
        : `The expression cannot be read at “${p.found}”; check brackets, quotes and operators`,
    'unknown-name': (p) =>
      (p.owner ? `“${p.owner}” has no ${p.kind} “${p.name}”` : `There is no ${p.kind} “${p.name}”`) +
      (p.known ? `; there are: ${p.known}` : ''),
    type: (p) => TYPE_ERRORS[p.reason ?? '']?.(p) ?? 'The type does not fit',
    'too-complex': (p) => `The expression is too complex (${p.limit}: at most ${p.max}); split it into computed fields`,
    'not-allowed': (p) => `“${p.what}” is not part of the expression language; docs/guide/expressions.md lists what is`,
    cycle: (p) => `The fields need each other: ${p.fields}; remove one of the references`,
    'unresolved-list': (p) => `lists.yaml has no list “${p.list}”`,
    'reserved-name': (p) => `“${p.name}” means something else and cannot be a name; choose another`,
    'unknown-section-field': (p) => `The form has no field “${p.name}”`,
    'repeated-section-field': (p) => `“${p.name}” already stands in a section; remove it from one`,
    'nested-group': (p) => `“${p.name}” is a group itself; groups do not nest`,
    'unknown-column': (p) => `There is no column “${p.name}”`,
    'unknown-path': (p) => `There is no form or field “${p.name}”`,
    'not-numeric': (p) => `Column “${p.name}” holds no numbers and cannot be summed`,
    'unknown-ledger': (p) => `There is no ledger “${p.ledger}”`,
    'unknown-ledger-column': (p) => `Ledger “${p.ledger}” has no column “${p.name}”`,
    'unknown-sum': (p) => `Ledger “${p.ledger}” has no sum “${p.name}”`,
    'sum-key-missing': (p) => `The sum is grouped by “${p.name}”: the key has to say which`,
    'sum-key-unknown': (p) => `The sum is not grouped by “${p.name}”: leave it out`,
    'sum-key-type': (p) =>
      `Nothing is grouped by a ${p.actual}: use text, a choice, a person, a unit, a date, a period, an integer or a flag`,
    'unknown-measure': (p) => `This part of the report has no measure or dimension “${p.name}”`,
    'unknown-indicator': (p) => `The dictionary has no indicator “${p.name}”`,
    'part-without-title': (p) => `“${p.name}” has no name: it is not simply a column, so write a title`,
    'part-without-start': (p) => `A ${p.show} needs start: the column with the first day`,
    'part-keys': (p) =>
      `${p.show} has the wrong by: figures and gauge take none, all others need it, and beside over it has one key at most`,
    'filter-applies-nowhere': (p) => `The filter “${p.name}” applies to no part: no source has such a column; write of`,
    'sum-amount-type': (p) => `A ${p.actual} cannot be added up: use a number, or a flag, which counts as 1`,
    'lookup-type': (p) =>
      `The ledger column holds ${type(p.actual)}, the field ${type(p.expected)}; change the type of the field`,
    'lookup-key': (p) => `The key must be a row id or a reference, this is ${type(p.actual)}`,
    'computed-twice': () => 'A field has one of compute, lookup and decide; remove the others',
    'decide-type': (p) =>
      `The table answers ${type(p.actual)}, the field takes ${type(p.expected)}; change one of them`,
    'limits-reversed': (p) => `The lower limit ${p.min} is above the upper limit ${p.max}; swap them`,
    'bad-date-rule': (p) => `“${p.rule}” is no date rule: ${FORMATS.dateRule}, at most 2500 working days`,
    'unknown-unit': (p) => `There is no unit “${p.name}”`,
    'unknown-post': (p) => `There is no post “${p.name}”`,
    'unknown-person': (p) => `There is no person “${p.name}”`,
    'unit-cycle': (p) => `Unit “${p.name}” is above itself; correct parent`,
    'manager-cycle': (p) => `Person “${p.name}” manages themselves; correct manager`,
    'seat-without-unit': (p) => `Post “${p.post}” needs a unit; only outside parties hold posts in none`,
    'post-without-holder': (p) => `Nobody active holds the post “${p.name}”`,
    'missing-translation': (p) => `The ${p.locale} text is missing; add it`,
    'no-such-date': (p) => `There is no day ${p.date}`,
    'dates-reversed': (p) => `It ends on ${p.to}, before it begins on ${p.from}; swap them`,
    'outside-year': (p) => `${p.date} does not belong to ${p.year}; move it to its year`,
    'make-up-on-weekday': (p) => `${p.date} is a working day anyway; a make-up day lies on a weekend`,
    'make-up-in-holiday': (p) => `${p.date} lies in a holiday and cannot be worked`,
    'hours-out-of-order': (p) =>
      `The hours ${p.from}–${p.to} are out of order; write them one after the other, without overlap`,
    'unknown-key': (p) => (p.why ? CUT(p.name) : `There is no key “${p.name}” here; correct or remove it`),
    'missing-key': (p) => `“${p.name}” is missing; add it`,
    'wrong-shape': (p) =>
      p.kind === 'expression'
        ? `This place needs an expression, not ${shape(p.actual)}; write it in quotes`
        : `This place needs ${shape(p.expected)}, not ${shape(p.actual)}`,
    'wrong-size': (p) => (SIZES[p.limit ?? ''] ?? 'N').replace('N', p.size ?? ''),
    'not-allowed-value': (p) => `“${p.value}” is not possible here; use one of: ${p.allowed}`,
    'no-variant': (p) => `It does not say what this is; use one of the keys: ${p.keys}`,
    'bad-format': (p) => `“${p.value}” is not written as expected: ${FORMATS[p.kind ?? ''] ?? `match ${p.pattern}`}`,
    'bad-key': (p) => (p.why ? CUT(p.name) : `Key “${p.name}” is not written as expected: ${FORMATS.id}`),
    'repeated-item': () => 'This item is in the list already; remove it',
    'unknown-form': (p) => `There is no form “${p.name}”`,
    'unknown-field': (p) =>
      p.process
        ? `Process “${p.process}” has no field “${p.name}”`
        : p.why === 'unit'
          ? `“${p.name}” is a unit, and this place takes a field that holds one; for the head of a fixed unit write headOf: { unit: ${p.name} }`
          : `There is no field “${p.name}”`,
    'unknown-role': (p) => `There is no role “${p.name}”; define it under roles`,
    'unknown-step': (p) => `There is no step “${p.name}”`,
    'unknown-process': (p) => `There is no process “${p.name}”`,
    'unknown-table': (p) => `There is no decision table “${p.name}”`,
    'clause-uncovered': (p) => `No process, step or cover carries clause ${p.name}`,
    'repeated-clause': (p) => `Clause ${p.name} stands here a second time`,
    'unknown-clause': (p) => `There is no clause “${p.name}” in clauses.yaml`,
    'unknown-document': (p) => `There is no source document “${p.name}”`,
    'link-uncarried': (p) => `No definition carries the link from ${p.from} to ${p.to} (${p.kind})`,
    'loop-broken': (p) => `Loop ${p.name} is broken between ${p.from} and ${p.to}`,
    'unknown-setting': (p) => `There is no setting “${p.name}”`,
    'unknown-calendar': (p) => `There is no calendar “${p.name}”`,
    'unknown-area': (p) => `areas.yaml has no area “${p.name}”`,
    'unknown-values': (p) => `There are no values “${p.name}”`,
    'wrong-field-type': (p) => `Field “${p.name}” is of type ${p.actual}, this place needs ${p.expected}`,
    'not-in-first-form': (p) =>
      `A case of “${p.process}” takes values of its first form “${p.form}” only; “${p.name}” is not in it`,
    'not-prefillable': (p) =>
      `“${p.name}” cannot take values of an earlier case: ${FIXED[p.why ?? ''] ?? ''}; remove it`,
    'not-public': (p) => `A public form cannot have “${p.name}”: ${HIDDEN[p.why ?? ''] ?? ''}`,
    'duplicate-step': (p) => `There are two steps “${p.name}”; rename one`,
    'first-step-not-fill': (p) => `The first step must be filled in by the starter (fill); “${p.name}” is not`,
    'first-step-not-starter': (p) => `The starter fills in the first step; role “${p.name}” must be { starter: true }`,
    'return-not-earlier': (p) =>
      `“${p.from}” cannot return to “${p.name}”: it does not come earlier, or lies in a parallel branch that is over; name an earlier step`,
    'return-to-effect': (p) => `“${p.name}” asks nobody, so a case cannot go back to it; name a fill or approve step`,
    'bad-duration': (p) => `“${p.text}” is no deadline: ${FORMATS.duration}, up to a year`,
    'bad-point': (p) => `“${p.text}” is no point of a period: ${FORMATS.point}`,
    'duty-order': (p) => `In period ${p.period} it has to open before it is due, and close no earlier than that`,
    'duty-nobody': () => 'A recurring duty has no starter: rules.nobody has to name a post that is held',
    'no-else': (p) =>
      p.case
        ? `Choice “${p.name}” has no else and leaves out a case: ${p.case}; add else as the last branch`
        : `Choice “${p.name}” has no else, so it is open what happens when no condition holds; add else as the last branch`,
    'else-not-last': () => 'else must come last; conditions after it are never looked at',
    'branches-overlap': (p) =>
      `“${p.first}” and “${p.second}” both hold for ${p.case}; the first one wins. Draw the line between them if that is not meant`,
    'return-never-done': (p) =>
      `“${p.from}” can never return to “${p.name}”: no case comes by both of them; name another step`,
    'withdraw-never': (p) =>
      `“${p.name}” is done as soon as the case is handed in, so it could never be withdrawn; name a later step`,
    'wait-cycle': (p) =>
      p.why === 'always'
        ? `Processes wait for each other without end: ${p.round}; no such case can ever be completed. Remove wait, or let a choice lead past it`
        : `Processes wait for each other: ${p.round}; make sure that every round comes nearer to the end`,
    'waits-for-stuck': (p) =>
      `The case would wait for “${p.name}”, which may never end (${p.flaw}); put that process right first`,
    contradiction: (p) => CONTRADICTIONS[p.why ?? ''] ?? '',
    race: (p) =>
      p.why === 'write'
        ? `Two branches that run side by side fill in the form “${p.form}”, and one would overwrite the other; give each a form of its own`
        : `“${p.field}” is read while a branch beside this one fills it in, so chance decides; put one after the other`,
    'counts-twice': (p) =>
      `“${p.from}” can return the case to “${p.to}”, and then “${p.column}” is counted once more; add undo`,
    'not-undone': (p) => `Revoking the case does not undo what “${p.name}” writes into “${p.ledger}”; add undo`,
    'revoke-startable': (p) =>
      `“${p.name}” may begin only with the wish to revoke, but ${STARTABLE[p.why ?? ''] ?? ''}`,
    'trigger-never': (p) => `No row ever starts a case: “${p.when}” cannot be true; correct the condition`,
    'public-asks-starter': (p) =>
      `Whoever sends a public form has no account: the step “${p.name}” can neither ask them nor return the case to them`,
    'nobody-left': (p) =>
      p.administrators
        ? `When “${p.starter}” starts a case, too few people can act for the role “${p.name}”, and only administrators are left; have rules.nobody name somebody else`
        : p.apart
          ? `When “${p.starter}” starts a case, everybody who could act for the role “${p.name}” may have acted for a role that is kept apart from it; have rules.nobody name more people`
          : `When “${p.starter}” starts a case, nobody may act for the role “${p.name}”: nobody judges their own case, and rules.self and rules.nobody find nobody else; name somebody else there`,
    'too-few-people': (p) =>
      `The step needs ${p.needed} people, but only ${p.found} can be asked as “${p.name}” when “${p.starter}” starts; ask for fewer, or have rules.nobody name more`,
    'bad-ratio': (p) => `${p.ratio} is no share of the votes; write more than nothing and at most all: 2/3, 66.7%`,
    'escalates-to-itself': (p) =>
      `“${p.name}” are the same people who are late as “${p.role}”; name a role with other people`,
    'unsafe-deadline-agreement': (p) =>
      `A deadline must not agree here: ${UNSAFE[p.why ?? '']?.(p) ?? ''}; use escalate, or then reject`,
    'apart-impossible': (p) =>
      `The roles ${p.roles} are to be kept apart, but only ${p.people} can act for all of them together; appoint somebody else`,
    'apart-one-person': (p) =>
      `Kept apart from the other roles, only “${p.person}” is left for “${p.name}”; without them the case waits`,
    'unreachable-step': (p) => UNREACHABLE[p.why ?? '']?.(p) ?? '',
    'no-way-to-end': (p) => NO_END[p.why ?? '']?.(p) ?? '',
    'role-cycle': (p) => `Role “${p.name}” ends at its own manager; correct managerOf`,
    'role-finds-nobody': (p) => NOBODY[p.why ?? '']?.(p) ?? '',
    'nobody-finds-nobody': () =>
      'The last resort may find nobody too; name a post that somebody active holds, not one that depends on the form',
    'read-before-set': (p) =>
      p.case
        ? `The form “${p.form}” may not be filled in by now: ${p.case}; then “${p.field}” is empty. Fill it in on every way here, or ask for it with filled()`
        : p.some
          ? `On some ways here the form “${p.form}” is not filled in yet and “${p.field}” is empty`
          : `Nobody has filled in the form “${p.form}” by now, so “${p.field}” is always empty; change the order of the steps`,
    'insert-missing': (p) =>
      `Step “${p.name}” changes the row of this case in “${p.ledger}”, but none was written (insert) before; write it first, or say which row with key`,
    'bad-cell': (p) =>
      `“${p.cell}” cannot be read; write <= 100000, (100000..500000], values with commas between, or - for any`,
    'missing-output': (p) => `The output column “${p.name}” is missing`,
    'missing-input': (p) => `The decision table is not given its input “${p.name}”`,
    'unknown-option': (p) => `List “${p.list}” has no option “${p.name}”`,
    'table-without-answer': (p) => `Some cases have no answer: ${p.case}; add a rule`,
    'table-overlap': (p) => `Rules ${p.first} and ${p.second} both fit ${p.case}; draw the line, or use hit: first`,
    'table-rule-never': (p) => `Rule ${p.rule} never answers: the rules before it leave nothing to it`,
    'table-test-fails': (p) => `This case should give ${p.expected}, the table says ${p.actual}; correct one of them`,
    'opening-cell': (p) => `This value does not fit column “${p.column}”; write it as the type of the column wants`,
    'opening-repeated': (p) => `There is a row “${p.key}” already; remove one`,
    'missing-file': (p) => `The file ${p.name} is missing`,
    'unexpected-file': (p) =>
      `Nobody knows what ${p.name} is; names end in .yaml, a process is <area>/<process>.yaml, its tests <area>/<process>.test.yaml`,
    'wrong-id': (p) => `The file name says “${p.expected}”, the file says “${p.name}”; make them agree`,
    'wrong-area': (p) => `The file lies in ${p.expected}/, its area is “${p.name}”; make them agree`,
    'duplicate-id': (p) => `“${p.name}” is defined in ${p.file} already; choose another id`,
    'yaml-syntax': (p) => `This is not valid YAML (${p.reason}); check indentation, colons and quotes`,
    'yaml-encoding': () => 'The file is not UTF-8; save it as UTF-8',
    'yaml-duplicate-key': (p) => `The key “${p.name}” is there twice; remove one`,
    'yaml-reserved-key': (p) => `“${p.name}” cannot be a key`,
    'yaml-reference': (p) => `Anchors and aliases (${p.text}) are not allowed; write the content out`,
    'yaml-tag': (p) => `Tags and directives (${p.text}) are not allowed; remove it`,
    'yaml-number': (p) => `The number ${p.text} cannot be kept exactly; write it as a text in quotes`,
    'yaml-too-large': (p) => `The file is larger than ${p.max} bytes; split it`,
    'yaml-too-deep': (p) => `It is nested deeper than ${p.max} levels; simplify it`,
  },
  warning: '(warning) ',
  fullStop: '. ',
  didYouMean: (name) => `Did you mean “${name}”?`,
  checked: ({ files, errors, warnings }) => `${files} files checked: ${errors} errors, ${warnings} warnings`,
  bundled: (file, processes) => `${file} written: ${processes} processes`,
  notBundled: 'There are errors; nothing was written',
  scenarios: ({ passed, failed }) => `${passed} scenarios passed, ${failed} failed`,
  bound: (target, pages) => `Rule book written to ${target}: ${pages} pages`,
  covered: (kind, { covered, all }) => {
    const what = {
      clauses: 'Clauses',
      links: 'Links',
      loops: 'Loops',
      steps: 'Steps reached by stories',
      branches: 'Branches taken by stories',
      returns: 'Processes that can be sent back, and are in a story',
      rejections: 'Processes that can be rejected, and are in a story',
      overdue: 'Processes that do something when late, and are late in a story',
    };
    return `${what[kind]}: ${covered} of ${all}`;
  },
  scenarioPassed: (title) => `pass  ${title}`,
  scenarioFailed: (title) => `FAIL  ${title}`,
  mismatch: ({ action, what, expected, actual }) => `action ${action}, ${what}: expected ${expected}, got ${actual}`,
  noSuchFolder: (folder) => `The folder ${folder} cannot be read`,
  noSuchProcess: (file) => `${file} is no process definition of its folder`,
  usage: `usage: formloop <command> [--locale zh-CN|zh-TW|en]
  check <folder> [--json]       checks all definitions
  test <folder> [process …]     plays the scenario tests; of the processes named, whatever is wrong with others
  book <folder> <target>        writes the rule book
  coverage <folder> [--json]    what of the rule books is carried, and what stories reach
  bundle <folder> <out.json>    checks, then writes one file
  explain <process.yaml>        lists rights and steps`,
  explain: explainEn,
};
