import type { Values } from '#engine';
import type { ProcessView } from '../../../schemas/generated/api.ts';

const WORDY: ReadonlySet<string> = new Set(['text', 'longText']);
const LONGEST = 80;

/** What a form that has no number yet is called by: the first words that were filled in; empty when there are none. */
export function firstWords({ forms, start }: ProcessView, values: Values): string {
  const fields = forms.find(({ id }) => id === start.form)?.fields ?? {};
  const texts = Object.entries(fields).map(([id, { type }]) =>
    WORDY.has(type) ? values[start.form]?.[id] : undefined,
  );
  const first = texts.find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof first === 'string' ? first.trim().slice(0, LONGEST) : '';
}
