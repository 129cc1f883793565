import { TEXT } from '../../engine/expression/type.ts';
import { type Flaw, type Flaws, flaw } from '../../engine/form/issue.ts';
import { isEmptyList, type Kind, type Limits } from '../../engine/form/kinds/kind.ts';
import { ID, type JsonSchema } from '../../engine/form/kinds/schema-parts.ts';
import { isLongerThan } from '../../engine/form/kinds/text-shape.ts';
import type { QuestionsField } from '../../schemas/generated/process.ts';
import {
  hasOptions,
  MAX_OPTION,
  MAX_OPTIONS,
  MAX_QUESTIONS,
  MAX_TITLE,
  QUESTION_KINDS,
  type Question,
  type QuestionOption,
  questionsIn,
  questionsShape,
  under,
} from './kind-question.ts';

const FEWEST_OPTIONS = 2;

function limits({ max = MAX_QUESTIONS }: QuestionsField): Limits {
  return (value) => {
    const questions = questionsIn(value);
    const many = questions.length > max ? flaw('too-many', { max }) : [];
    const flaws = [...many, ...questions.flatMap((each, index) => under(questionFlaws(each), `/${index}`))];
    return flaws.length === 0 ? undefined : flaws;
  };
}

function questionFlaws({ kind, title, options = [] }: Question): readonly Flaw[] {
  const named = under(titleFlaws(title, MAX_TITLE) ?? [], '/title');
  if (!hasOptions(kind)) return named;
  const few = options.length < FEWEST_OPTIONS ? flaw('too-few-rows', { min: FEWEST_OPTIONS }, '/options') : [];
  return [...named, ...few, ...options.flatMap(optionFlaws), ...repeated(options)];
}

const optionFlaws = ({ title }: QuestionOption, index: number): readonly Flaw[] =>
  under(titleFlaws(title, MAX_OPTION) ?? [], `/options/${index}/title`);

/** Two options that read the same cannot be told apart in the results. */
function repeated(options: readonly QuestionOption[]): readonly Flaw[] {
  const titles = options.map(({ title }) => title.trim()).filter((title) => title !== '');
  return new Set(titles).size < titles.length ? flaw('not-unique', { columns: '' }, '/options') : [];
}

function titleFlaws(title: string, max: number): Flaws {
  if (title.trim() === '') return flaw('required');
  return isLongerThan(title, max) ? flaw('too-long', { max }) : undefined;
}

const titleSchema = (maxLength: number): JsonSchema => ({ type: 'string', pattern: '\\S', maxLength });

function questionSchema(kinds: readonly string[], extra: JsonSchema, required: readonly string[]): JsonSchema {
  return {
    type: 'object',
    properties: {
      id: ID,
      kind: { enum: kinds },
      title: titleSchema(MAX_TITLE),
      required: { type: 'boolean' },
      ...extra,
    },
    required: ['id', 'kind', 'title', ...required],
    additionalProperties: false,
  };
}

/** The JSON Schema of one question as it may be asked. */
export const questionsSchema = (maxItems: number): JsonSchema => ({
  type: 'array',
  maxItems,
  items: {
    oneOf: [
      questionSchema(
        QUESTION_KINDS.filter((kind) => !hasOptions(kind)),
        {},
        [],
      ),
      questionSchema(QUESTION_KINDS.filter(hasOptions), { options: optionsSchema }, ['options']),
    ],
  },
});

const optionsSchema: JsonSchema = {
  type: 'array',
  minItems: FEWEST_OPTIONS,
  maxItems: MAX_OPTIONS,
  items: {
    type: 'object',
    properties: { id: ID, title: titleSchema(MAX_OPTION) },
    required: ['id', 'title'],
    additionalProperties: false,
  },
};

/** A questionnaire as data: what a link of another process asks. */
export const questions: Kind<QuestionsField> = {
  exprType: () => ({ kind: 'table', columns: { id: TEXT, title: TEXT, kind: { kind: 'choice' } } }),
  isEmpty: isEmptyList,
  shape: () => questionsShape,
  limits,
  seen: (value) => questionsIn(value).map(({ id, title, kind }) => ({ id, title, kind })),
  jsonSchema: ({ max = MAX_QUESTIONS }, required) => ({
    ...questionsSchema(max),
    ...(required ? { minItems: 1 } : {}),
  }),
};
