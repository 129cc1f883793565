import { type Flaw, type Flaws, flaw, pointerStep } from '../../engine/form/issue.ts';
import { idShape, textShape } from '../../engine/form/kinds/text-shape.ts';
import { isObject } from '../../engine/form/value.ts';

/** How a question is answered: rating 1 to 5, scale 0 to 10. */
export const QUESTION_KINDS = ['choice', 'choices', 'rating', 'scale', 'text', 'longText', 'flag'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Written in the language of whoever asks. */
export type QuestionOption = { readonly id: string; readonly title: string };
/** One question of a questionnaire, as data. `options` only where one or several are chosen. */
export type Question = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly title: string;
  readonly required?: boolean;
  readonly options?: readonly QuestionOption[];
};

export const MAX_QUESTIONS = 100;
export const MAX_TITLE = 300;
export const MAX_OPTIONS = 30;
export const MAX_OPTION = 120;
export const RATING_MARKS = 5;
export const SCALE_TOP = 10;

const KEYS: ReadonlySet<string> = new Set(['id', 'kind', 'title', 'required', 'options']);

export const hasOptions = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'choices';
const isKind = (value: unknown): value is QuestionKind => QUESTION_KINDS.some((kind) => kind === value);

/** A stored list of questions; what is none is left out. */
export const questionsIn = (value: unknown): readonly Question[] =>
  Array.isArray(value) ? value.filter((each): each is Question => questionShape(each) === undefined) : [];

/** Whether the JSON is a list of questions at all, however unfinished. */
export function questionsShape(value: unknown): Flaws {
  if (!Array.isArray(value)) return flaw('wrong-type');
  if (value.length > MAX_QUESTIONS) return flaw('too-many', { max: MAX_QUESTIONS });
  const ids = new Set(value.map((each) => (isObject(each) ? each.id : undefined)));
  if (ids.size < value.length) return flaw('not-unique', { columns: '' });
  for (const [index, each] of value.entries()) {
    const flaws = questionShape(each);
    if (flaws) return under(flaws, `/${index}`);
  }
  return undefined;
}

function questionShape(value: unknown): Flaws {
  if (!isObject(value) || !isKind(value.kind) || !Object.keys(value).every((key) => KEYS.has(key)))
    return flaw('wrong-type');
  if (value.required !== undefined && typeof value.required !== 'boolean') return flaw('wrong-type');
  if (hasOptions(value.kind) !== Array.isArray(value.options)) return flaw('wrong-type');
  const texts = idShape(value.id) ?? textShape(value.title);
  return texts ?? (Array.isArray(value.options) ? optionsShape(value.options) : undefined);
}

function optionsShape(options: readonly unknown[]): Flaws {
  if (options.length > MAX_OPTIONS) return flaw('too-many', { max: MAX_OPTIONS });
  const ids = new Set(options.map((each) => (isObject(each) ? each.id : undefined)));
  if (ids.size < options.length) return flaw('not-unique', { columns: '' });
  for (const each of options) {
    if (!isObject(each) || Object.keys(each).length !== 2) return flaw('wrong-type');
    const flaws = idShape(each.id) ?? textShape(each.title);
    if (flaws) return flaws;
  }
  return undefined;
}

export const under = (flaws: readonly Flaw[], ...steps: readonly string[]): readonly Flaw[] =>
  flaws.map((found) => ({ ...found, under: steps.join('') + found.under }));

/** The place of an answer inside the value of the field. */
export const answerPointer = (id: string): string => `/given${pointerStep(id)}`;
