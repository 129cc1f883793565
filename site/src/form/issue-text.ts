import type { FormModel } from '#engine';
import { cellName } from '../../../fields/matrix/names.ts';
import type { CheckRule } from '../../../schemas/generated/api.ts';
import type { Field, MatrixField } from '../../../schemas/generated/process.ts';
import { formWords } from '../i18n/form.ts';
import { issueWords } from '../i18n/issues.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { codeOf, readableParams } from './issue-params.ts';
import type { PlacedIssue } from './issue-places.ts';
import { partsOf } from './keys.ts';

export type IssueContext = {
  readonly model: FormModel;
  readonly checks: readonly CheckRule[];
  readonly locale: Locale;
};

/** One issue in words; a check of the definition brings its own. */
export function issueText(issue: PlacedIssue, { model, checks, locale }: IssueContext): string {
  const words = formWords[locale];
  const check = issue.code === 'check-failed' ? checks[Number(issue.params.check)] : undefined;
  if (check !== undefined) return pick(check.else, locale);
  if (issue.code === 'not-arrived') return words.notArrived;
  const { path, column } = partsOf(issue.key);
  const field = model.nodes.get(column === undefined ? path : `${path}.${column}`)?.field;
  const type = numberIn(model.nodes.get(path)?.field) ?? field?.type;
  if (issue.code === 'wrong-type' && type === 'integer') return words.notInteger;
  if (issue.code === 'wrong-type' && (type === 'decimal' || type === 'money' || type === 'percent'))
    return words.notNumber;
  if (issue.code === 'wrong-type' && type === 'year') return words.notYear;
  const text = issueWords[locale][codeOf(issue.code, field?.type)](readableParams(issue, field, locale));
  return issue.row === undefined ? text : words.inRow(text, issue.row);
}

/** What the cells of a matrix hold. */
const numberIn = (field: Field | undefined): MatrixField['cell'] | undefined =>
  field?.type === 'matrix' ? field.cell : undefined;

/** What the control is called, for the list at the top of the form. */
export function placeTitle(
  { key }: PlacedIssue,
  store: { readonly model: FormModel; rowList(path: string): readonly string[] },
  locale: Locale,
): string {
  const { path, row, column } = partsOf(key);
  const field = store.model.nodes.get(path)?.field;
  if (field === undefined) return formWords[locale].checkTitle;
  const title = pick(field.title, locale);
  if (row === undefined || column === undefined) return title;
  if (field.type === 'matrix') return `${title} · ${cellName(field, row, column, locale)}`;
  const cell = store.model.nodes.get(`${path}.${column}`)?.field;
  const number = store.rowList(path).indexOf(row) + 1;
  return formWords[locale].inRow(cell === undefined ? title : `${title} · ${pick(cell.title, locale)}`, number);
}
