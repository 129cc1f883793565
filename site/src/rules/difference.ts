import type { TableRulesView } from '../../../schemas/generated/api.ts';
import { rulesWords } from '../i18n/rules.ts';
import { givenText, resultText, ruleText, type Speech } from './cell-text.ts';

/** What a table says otherwise than before, in words: rules and examples that went, came or were changed. */
export function differences(before: TableRulesView, after: TableRulesView, speech: Speech): readonly string[] {
  const words = rulesWords[speech.locale];
  const [old, now] = [before, after].map(({ rules }) => rules.map((rule) => ruleText(rule, speech)));
  const moved = inOrder(old ?? [], now ?? []) ? [] : [words.order];
  const otherwise = ({ default: result }: TableRulesView) =>
    result === undefined ? [] : [words.line(words.otherwise, resultText(result, speech))];
  const examples = ({ tests = [] }: TableRulesView) =>
    tests.map(({ given, expect }) => words.example(words.line(givenText(given, speech), resultText(expect, speech))));
  return [
    ...listDifferences(old ?? [], now ?? [], speech),
    ...moved,
    ...listDifferences(otherwise(before), otherwise(after), speech),
    ...listDifferences(examples(before), examples(after), speech),
  ];
}

/** As many lines as before: those at the same place were changed; else some went and some came. */
function listDifferences(before: readonly string[], after: readonly string[], { locale }: Speech): readonly string[] {
  const words = rulesWords[locale];
  const gone = without(before, after);
  const come = without(after, before);
  if (gone.length === come.length) return gone.map((text, index) => words.altered(text, come[index] ?? ''));
  return [...gone.map(words.removed), ...come.map(words.added)];
}

/** The lines of one list that the other lacks, as often as it lacks them. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** Whether the lines that both have stand in the same order. */
function inOrder(before: readonly string[], after: readonly string[]): boolean {
  const common = (lines: readonly string[], others: readonly string[]) => lines.filter((line) => others.includes(line));
  return common(before, after).join('\n') === common(after, before).join('\n');
}
