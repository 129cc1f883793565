import type { ReasonView } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { formatDate, formatDecimal } from '../i18n/format.ts';
import { type ReasonWords, reasonWords } from '../i18n/reasons.ts';
import type { Names } from './names.ts';

const NUMBER = /^-?\d+(\.\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What a decision table was asked and what it answered: ¥300,000 → 总裁. */
function tableInputs(
  { table: _table, row: _row, post = '', ...inputs }: Readonly<Record<string, string>>,
  names: Names,
): string {
  const shown = Object.values(inputs).map((value) => (NUMBER.test(value) ? formatDecimal(value, names.locale) : value));
  return [shown.join(' · '), names.post(post)].filter((part) => part !== '').join(' → ');
}

/** The parameters of a reason, named in the reader's language. */
type Told = {
  readonly words: ReasonWords;
  readonly names: Names;
  readonly params: Readonly<Record<string, string>>;
  /** The person a parameter names. */
  readonly who: (param: 'person' | 'from' | 'by') => string;
  readonly day: (param: 'from' | 'until') => string;
};

const SENTENCES: { readonly [Rule in ReasonView['rule']]: (told: Told) => string } = {
  starter: ({ words }) => words.starter,
  post: ({ words, names, params }) => words.post(names.post(params.post ?? '')),
  'post-in-unit': ({ words, names, params }) =>
    words.postInUnit(names.unit(params.unit ?? ''), names.post(params.post ?? '')),
  'manager-of': ({ words, who }) => words.managerOf(who('person')),
  'head-of': ({ words, names, params }) => words.headOf(names.unit(params.unit ?? '')),
  field: ({ words, names, params }) => words.field(names.field(params.field ?? '')),
  table: ({ words, names, params }) => words.table(params.row ?? '', tableInputs(params, names)),
  transfer: ({ words, who }) => words.transfer(who('from')),
  self: ({ words }) => words.self,
  nobody: ({ words }) => words.nobody,
  only: ({ words }) => words.only,
  chosen: ({ words }) => words.chosen,
  otherwise: ({ words }) => words.otherwise,
  'not-chosen': ({ words }) => words.notChosen,
  'same-content': ({ words }) => words.sameContent,
  proxy: ({ words, who, day }) => words.proxy(who('person'), day('from'), day('until')),
  leaver: ({ words, who }) => words.leaver(who('person')),
  'added-before': ({ words, who }) => words.addedBefore(who('from')),
  'added-after': ({ words, who }) => words.addedAfter(who('from')),
  'added-parallel': ({ words, who }) => words.addedParallel(who('from')),
  delegated: ({ words, who }) => words.delegated(who('from')),
  consulted: ({ words, who }) => words.consulted(who('from')),
  escalated: ({ words, who }) => words.escalated(who('person')),
  reassigned: ({ words, who }) => words.reassigned(who('by'), who('from')),
  shortage: ({ words }) => words.shortage,
  apart: ({ words, who }) => words.apart(who('person')),
  'last-resort': ({ words }) => words.lastResort,
  familiar: ({ words }) => words.familiar,
  reopened: ({ words, names, params }) => words.reopened(fieldNames(params.fields ?? '', names)),
  'claimed-by': ({ words, who }) => words.claimedBy(who('by')),
  'decided-any': ({ words, who }) => words.decidedAny(who('by')),
  'decided-all': ({ words }) => words.decidedAll,
  'votes-reached': ({ words }) => words.votesReached,
  'votes-impossible': ({ words }) => words.votesImpossible,
  'handed-in': ({ words, who }) => words.handedIn(who('by')),
  returned: ({ words, who }) => words.returned(who('by')),
  rejected: ({ words, who }) => words.rejected(who('by')),
  'branch-rejected': ({ words, who }) => words.branchRejected(who('by')),
  withdrawn: ({ words, who }) => words.withdrawn(who('by')),
  voided: ({ words, who }) => words.voided(who('by')),
  terminated: ({ words, who }) => words.terminated(who('by')),
  jumped: ({ words, params, who }) => (params.by === undefined ? words.jumpedBranch : words.jumped(who('by'))),
  'taken-back': ({ words, who }) => words.takenBack(who('by')),
  removed: ({ words, who }) => words.removed(who('by')),
  deadline: ({ words }) => words.deadline,
};

const fieldNames = (paths: string, names: Names): string =>
  paths.split(', ').map(names.field).join(commonWords[names.locale].listMark);

function headline({ rule, params = {} }: ReasonView, names: Names): string {
  const day = (text: string) => (DATE.test(text) ? formatDate(text, names.locale) : text);
  return SENTENCES[rule]({
    words: reasonWords[names.locale],
    names,
    params,
    who: (param) => names.person(params[param] ?? ''),
    day: (param) => day(params[param] ?? ''),
  });
}

/** Why, line by line: the rule that decided first, then what led to it. */
export function reasonLines(reason: ReasonView, names: Names): readonly string[] {
  const { because } = reasonWords[names.locale];
  const behind = (reason.because ?? []).flatMap((each) => reasonLines(each, names));
  return [headline(reason, names), ...behind.map((line) => (line.startsWith(because) ? line : `${because}${line}`))];
}
