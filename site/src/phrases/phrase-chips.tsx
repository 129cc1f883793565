import { groupNamed } from '../fields/table-roles.ts';
import { phraseWords } from '../i18n/phrases.ts';
import { useWords } from '../i18n/use-locale.tsx';

export type PhraseChoiceProps = {
  readonly company: readonly string[];
  readonly own: readonly string[];
  readonly onChoose: (phrase: string) => void;
};

/** Phrases in a row under the thumb, one's own first. */
export function PhraseChips({ company, own, onChoose }: PhraseChoiceProps) {
  const words = useWords(phraseWords);
  return (
    <div className="phrase-chips" {...groupNamed(words.phrases)}>
      {[...new Set([...own, ...company])].map((phrase) => (
        <button key={phrase} type="button" className="phrase-chip" onClick={() => onChoose(phrase)}>
          {phrase}
        </button>
      ))}
    </div>
  );
}
