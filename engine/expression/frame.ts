/** List elements and table rows one evaluation may read. */
const MAX_ELEMENTS = 20_000;
/** Operations inside list macros, searched texts and long products, a whole evaluation together. */
const MAX_STEPS = 200_000;
/** Characters one evaluation may put together from texts. */
const MAX_CHARACTERS = 100_000;

/** State of one evaluation: the values read, the variables of open macros, and what is left of each budget. */
export type Frame = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly variables: unknown[];
  elements: number;
  steps: number;
  characters: number;
};

export const openFrame = (values: Readonly<Record<string, unknown>>): Frame => ({
  values,
  variables: [],
  elements: MAX_ELEMENTS,
  steps: MAX_STEPS,
  characters: MAX_CHARACTERS,
});

/** Ends an evaluation whose budget is spent; never leaves `evaluate`. */
class BudgetSpent extends Error {}

export function spendElements(frame: Frame, count: number): void {
  frame.elements -= count;
  if (frame.elements < 0) throw new BudgetSpent();
}

export function spendSteps(frame: Frame, count: number): void {
  frame.steps -= count;
  if (frame.steps < 0) throw new BudgetSpent();
}

export function spendCharacters(frame: Frame, count: number): void {
  frame.characters -= count;
  if (frame.characters < 0) throw new BudgetSpent();
}

/** Searching or counting a text costs one step for every 64 characters. */
export const spendText = (frame: Frame, text: string): void => spendSteps(frame, text.length >> 6);
