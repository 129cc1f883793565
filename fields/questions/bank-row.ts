import { hasOptions, QUESTION_KINDS, type Question } from './kind-question.ts';

/** The question of a row of the question bank: its title, its kind, and its options, a line each. */
export function questionOfRow(cells: Readonly<Record<string, unknown>>): Omit<Question, 'id'> | undefined {
  const kind = QUESTION_KINDS.find((each) => each === cells.kind);
  if (kind === undefined || typeof cells.title !== 'string') return undefined;
  const question = { kind, title: cells.title, required: true };
  return hasOptions(kind) ? { ...question, options: optionsOf(cells.options) } : question;
}

const optionsOf = (text: unknown) =>
  (typeof text === 'string' ? text.split('\n') : [])
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((title, index) => ({ id: `o${index + 1}`, title }));
