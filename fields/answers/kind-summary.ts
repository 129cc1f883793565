import { hasOptions, type Question } from '../questions/kind-question.ts';
import { isUnanswered } from './kind-answer.ts';

type Given = Readonly<Record<string, unknown>>;
/** What everybody answered to one question. `average`: two digits after the point; `texts`: latest first. */
export type QuestionSummary = {
  readonly id: string;
  readonly title: string;
  readonly kind: Question['kind'];
  readonly answered: number;
  readonly options?: readonly { readonly title: string; readonly count: number }[];
  readonly average?: string;
  readonly texts?: readonly string[];
};

const MOST_TEXTS = 200;

/** Counts and averages of what was answered to a questionnaire, question by question. */
export const summarize = (questions: readonly Question[], all: readonly Given[]): readonly QuestionSummary[] =>
  questions.map((question) => {
    const { id, title, kind } = question;
    const answers = all.map((given) => given[id]).filter((answer) => !isUnanswered(answer));
    return { id, title, kind, answered: answers.length, ...figuresOf(question, answers) };
  });

function figuresOf(question: Question, answers: readonly unknown[]): Partial<QuestionSummary> {
  switch (question.kind) {
    case 'text':
    case 'longText':
      return { texts: answers.filter((each) => typeof each === 'string').slice(0, MOST_TEXTS) };
    case 'rating':
    case 'scale':
      return { options: marks(question.kind, answers), ...averageOf(answers) };
    default:
      return { options: hasOptions(question.kind) ? chosen(question, answers) : yesAndNo(answers) };
  }
}

const chosen = ({ options = [] }: Question, answers: readonly unknown[]) =>
  options.map(({ id, title }) => ({
    title,
    count: answers.filter((answer) => (Array.isArray(answer) ? answer.includes(id) : answer === id)).length,
  }));

const yesAndNo = (answers: readonly unknown[]) =>
  [true, false].map((mark) => ({ title: String(mark), count: answers.filter((answer) => answer === mark).length }));

function marks(kind: 'rating' | 'scale', answers: readonly unknown[]) {
  const [first, last] = kind === 'rating' ? [1, 5] : [0, 10];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    title: String(first + index),
    count: answers.filter((answer) => answer === first + index).length,
  }));
}

function averageOf(answers: readonly unknown[]): { readonly average?: string } {
  const numbers = answers.filter((each) => typeof each === 'number');
  if (numbers.length === 0) return {};
  const sum = numbers.reduce((total, each) => total + each, 0);
  const hundredths = Math.round((sum * 100) / numbers.length);
  return { average: `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}` };
}
