import { type Definition, type FieldNode, isTable, type Values, valueAt } from '#engine';

const WORDY: ReadonlySet<string> = new Set(['text', 'longText']);
const LONGEST = 80;

/** What a draft is about: its subject, else the first words that were filled in; undefined when there are none. */
export function draftLabel({ document, model }: Definition, values: Values): string | undefined {
  const subject = model.nodes.get(document.subject);
  const fields = [...model.forms.values()].flat().filter((node) => !isTable(node));
  const words = [...(subject ? [subject] : []), ...fields].map((node) => wordsIn(node, values));
  return words.find((text) => text !== '')?.slice(0, LONGEST);
}

function wordsIn({ field, path }: FieldNode, values: Values): string {
  const value = WORDY.has(field.type) ? valueAt(values, path) : undefined;
  return typeof value === 'string' ? value.trim() : '';
}
