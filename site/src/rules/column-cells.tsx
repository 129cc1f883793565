import type { InputColumn, OutputColumn } from '../../../schemas/generated/table.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { inputChoices, outputChoices, type Speech } from './cell-text.ts';
import { ChosenCell, SeveralCell, TypedCell } from './cells.tsx';
import type { Cell } from './draft.ts';

interface CellOf<Column> {
  readonly column: Column;
  readonly label: string;
  readonly value: Cell | undefined;
  readonly wrong: boolean;
  readonly readOnly: boolean;
  readonly speech: Speech;
  readonly onChange: (value: string) => void;
}

const TYPED: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'percent', 'duration']);

/** A condition: chosen where the column has options, written in the language of tables elsewhere. */
export function ConditionCell({ column, value = '-', speech, ...cell }: CellOf<InputColumn>) {
  const words = useWords(rulesWords);
  const choices = inputChoices(column, speech);
  const text = String(value);
  if (choices === undefined) return <TypedCell {...cell} value={text} numeric={TYPED.has(column.type)} />;
  if (column.type === 'flag') return <ChosenCell {...cell} value={text} choices={choices} any={words.any} />;
  return <SeveralCell {...cell} value={text} choices={choices} />;
}

/** An input of an example: one value. */
export function GivenCell({ column, value = '', speech, ...cell }: CellOf<InputColumn>) {
  const choices = inputChoices(column, speech);
  const text = String(value);
  return choices === undefined ? (
    <TypedCell {...cell} value={text} numeric={TYPED.has(column.type)} />
  ) : (
    <ChosenCell {...cell} value={text} choices={choices} />
  );
}

/** A result, of a rule or expected of an example. */
export function ResultCell({ column, value = '', speech, ...cell }: CellOf<OutputColumn>) {
  const choices = outputChoices(column, speech);
  const text = String(value);
  return choices === undefined ? (
    <TypedCell {...cell} value={text} numeric={TYPED.has(column.type)} />
  ) : (
    <ChosenCell {...cell} value={text} choices={choices} />
  );
}
