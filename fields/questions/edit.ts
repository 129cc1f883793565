import { hasOptions, type Question, type QuestionKind } from './kind-question.ts';

/** The next id of a list: ids are never used twice within it, so that answers stay with their question. */
export function freshId(prefix: string, taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(id.slice(prefix.length))).filter(Number.isSafeInteger);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

const blankOptions = (): Question['options'] => [
  { id: 'o1', title: '' },
  { id: 'o2', title: '' },
];

export const blankQuestion = (questions: readonly Question[]): Question => ({
  id: freshId(
    'q',
    questions.map(({ id }) => id),
  ),
  kind: 'rating',
  title: '',
  required: true,
});

/** Options stay when one kind with options becomes another, and go when there is nothing to choose. */
export function withKind({ options, ...question }: Question, kind: QuestionKind): Question {
  return hasOptions(kind) ? { ...question, kind, options: options ?? blankOptions() ?? [] } : { ...question, kind };
}

export const moved = <T>(items: readonly T[], from: number, to: number): readonly T[] => {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
};
