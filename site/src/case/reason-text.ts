import type { ReasonView } from '../../../schemas/generated/api.ts';
import { formatDecimal } from '../i18n/format.ts';
import { reasonWords } from '../i18n/reasons.ts';
import type { Names } from './names.ts';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** What a decision table was asked and what it answered: ¥300,000 → 总裁. */
function tableInputs(
  { table: _table, row: _row, post = '', ...inputs }: Readonly<Record<string, string>>,
  names: Names,
): string {
  const shown = Object.values(inputs).map((value) => (NUMBER.test(value) ? formatDecimal(value, names.locale) : value));
  return [shown.join(' · '), names.post(post)].filter((part) => part !== '').join(' → ');
}

function headline({ rule, params = {} }: ReasonView, names: Names): string {
  const words = reasonWords[names.locale];
  const { post = '', unit = '', person = '', field = '', from = '', row = '' } = params;
  switch (rule) {
    case 'starter':
      return words.starter;
    case 'post':
      return words.post(names.post(post));
    case 'post-in-unit':
      return words.postInUnit(names.unit(unit), names.post(post));
    case 'manager-of':
      return words.managerOf(names.person(person));
    case 'head-of':
      return words.headOf(names.unit(unit));
    case 'field':
      return words.field(names.field(field));
    case 'table':
      return words.table(row, tableInputs(params, names));
    case 'transfer':
      return words.transfer(names.person(from));
    case 'self':
      return words.self;
    case 'nobody':
      return words.nobody;
    case 'only':
      return words.only;
    case 'chosen':
      return words.chosen;
    case 'otherwise':
      return words.otherwise;
    case 'not-chosen':
      return words.notChosen;
    case 'same-content':
      return words.sameContent;
  }
}

/** Why, line by line: the rule that decided first, then what led to it. */
export function reasonLines(reason: ReasonView, names: Names): readonly string[] {
  const { because } = reasonWords[names.locale];
  const behind = (reason.because ?? []).flatMap((each) => reasonLines(each, names));
  return [headline(reason, names), ...behind.map((line) => (line.startsWith(because) ? line : `${because}${line}`))];
}
