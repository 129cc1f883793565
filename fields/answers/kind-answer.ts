import { type Flaws, flaw } from '../../engine/form/issue.ts';
import { isAbsent } from '../../engine/form/kinds/kind.ts';
import { idShape, isLongerThan, textShape } from '../../engine/form/kinds/text-shape.ts';
import { type Question, type QuestionKind, RATING_MARKS, SCALE_TOP } from '../questions/kind-question.ts';

export const MAX_LINE = 300;
export const MAX_TEXT = 4000;

const integer = (value: unknown): Flaws => (Number.isSafeInteger(value) ? undefined : flaw('wrong-type'));
const between = (min: number, max: number) => (value: unknown) =>
  typeof value === 'number' && value >= min && value <= max ? undefined : flaw('out-of-range', { min, max });
const noLonger = (max: number) => (value: unknown) =>
  typeof value === 'string' && isLongerThan(value, max) ? flaw('too-long', { max }) : undefined;

function ids(value: unknown): Flaws {
  if (!Array.isArray(value) || new Set(value).size < value.length) return flaw('wrong-type');
  return value.map(idShape).find((flaws) => flaws !== undefined);
}

const isOption = ({ options = [] }: Question, id: unknown): boolean => options.some((option) => option.id === id);
const foreign = (question: Question, chosen: readonly unknown[]): Flaws => {
  const unknown = chosen.find((id) => !isOption(question, id));
  return unknown === undefined ? undefined : flaw('not-an-option', { id: String(unknown) });
};

type Rule = {
  /** Judged at the door for drafts too. */
  readonly shape: (value: unknown) => Flaws;
  readonly limits: (value: unknown, question: Question) => Flaws;
};

/** How each kind of question is answered; a kind that is added does not compile until it is here. */
const rules: { readonly [K in QuestionKind]: Rule } = {
  text: { shape: textShape, limits: noLonger(MAX_LINE) },
  longText: { shape: textShape, limits: noLonger(MAX_TEXT) },
  flag: { shape: (value) => (typeof value === 'boolean' ? undefined : flaw('wrong-type')), limits: () => undefined },
  rating: { shape: integer, limits: between(1, RATING_MARKS) },
  scale: { shape: integer, limits: between(0, SCALE_TOP) },
  choice: { shape: idShape, limits: (value, question) => foreign(question, [value]) },
  choices: { shape: ids, limits: (value, question) => foreign(question, Array.isArray(value) ? value : []) },
};

export const isUnanswered = (value: unknown): boolean =>
  isAbsent(value) || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

export const answerShape = ({ kind }: Question, value: unknown): Flaws => rules[kind].shape(value);

/** What is wrong with an answer whose shape is right. */
export function answerLimits(question: Question, value: unknown): Flaws {
  if (isUnanswered(value)) return question.required === true ? flaw('required') : undefined;
  return rules[question.kind].limits(value, question);
}
