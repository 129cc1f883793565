import { INTEGER, TEXT } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import type { Kind, Limits } from '../../engine/form/kinds/kind.ts';
import type { JsonSchema } from '../../engine/form/kinds/schema-parts.ts';
import { isObject } from '../../engine/form/value.ts';
import type { AnswersField } from '../../schemas/generated/process.ts';
import { questionsSchema } from '../questions/kind.ts';
import {
  answerPointer,
  MAX_QUESTIONS,
  type Question,
  questionsIn,
  questionsShape,
  SCALE_TOP,
  under,
} from '../questions/kind-question.ts';
import { answerLimits, answerShape, isUnanswered, MAX_TEXT } from './kind-answer.ts';

export { summarize } from './kind-summary.ts';
export { questionsIn };

type Given = Readonly<Record<string, unknown>>;
/** The questions as they were asked, and what was answered to each. */
export type Answered = { readonly questions: readonly Question[]; readonly given: Given };

/** A stored value; without questions when it is none. */
export function answersIn(value: unknown): Answered {
  if (!isObject(value)) return { questions: [], given: {} };
  return { questions: questionsIn(value.questions), given: isObject(value.given) ? value.given : {} };
}

/** Judged at the door: answers only to questions that were asked, each of the kind its question wants. */
function shape(value: unknown): Flaws {
  if (!isObject(value) || !isObject(value.given)) return flaw('wrong-type');
  if (Object.keys(value).some((key) => key !== 'questions' && key !== 'given')) return flaw('wrong-type');
  const wrong = questionsShape(value.questions);
  if (wrong) return under(wrong, '/questions');
  const asked = new Map(questionsIn(value.questions).map((each) => [each.id, each]));
  for (const [id, answer] of Object.entries(value.given)) {
    const question = asked.get(id);
    const flaws = question === undefined ? flaw('unknown-field') : answerShape(question, answer);
    if (flaws) return under(flaws, answerPointer(id));
  }
  return undefined;
}

const limits: Limits = (value) => {
  const { questions, given } = answersIn(value);
  const flaws = questions.flatMap((each) => under(answerLimits(each, given[each.id]) ?? [], answerPointer(each.id)));
  return flaws.length === 0 ? undefined : flaws;
};

/** What was left open has no key, and answers stand in the order of the questions. */
function canonical(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.given)) return value;
  const { given } = value;
  const places = new Map(questionsIn(value.questions).map(({ id }, index) => [id, index]));
  const kept = Object.entries(given).filter(([, answer]) => !isUnanswered(answer));
  const inOrder = kept.toSorted(([one], [other]) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  return { ...value, given: Object.fromEntries(inOrder) };
}

/** Expressions see a row for each question, with the marks of ratings and scales. */
function seen(value: unknown): unknown {
  const { questions, given } = answersIn(value);
  return questions.map(({ id, kind, title }) => ({
    question: id,
    title,
    score: kind === 'rating' || kind === 'scale' ? given[id] : undefined,
  }));
}

const answerSchema: JsonSchema = {
  oneOf: [
    { type: 'string', maxLength: MAX_TEXT },
    { type: 'boolean' },
    { type: 'integer', minimum: 0, maximum: SCALE_TOP },
    { type: 'array', items: { type: 'string' }, uniqueItems: true },
  ],
};

/** Answers to a questionnaire that came with the link, kept together with its questions. */
export const answers: Kind<AnswersField> = {
  exprType: () => ({ kind: 'table', columns: { question: TEXT, title: TEXT, score: INTEGER } }),
  isEmpty: (value) => answersIn(value).questions.length === 0,
  shape: () => shape,
  limits: () => limits,
  canonical,
  seen,
  jsonSchema: (_, required) => ({
    type: 'object',
    properties: {
      questions: { ...questionsSchema(MAX_QUESTIONS), ...(required ? { minItems: 1 } : {}) },
      given: { type: 'object', maxProperties: MAX_QUESTIONS, additionalProperties: answerSchema },
    },
    required: ['questions', 'given'],
    additionalProperties: false,
  }),
};
