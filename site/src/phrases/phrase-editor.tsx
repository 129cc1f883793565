import { useRef } from 'react';
import { IconButton } from '../components/button.tsx';
import { phraseWords } from '../i18n/phrases.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { withMovedPhrase, withoutPhrase } from './own-phrases.ts';

type PhraseEditorProps = {
  readonly own: readonly string[];
  readonly onChange: (to: (own: readonly string[]) => readonly string[]) => void;
};

/** My phrases, to put in another order or to take out. */
export function PhraseEditor({ own, onChange }: PhraseEditorProps) {
  const words = useWords(phraseWords);
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul ref={list} tabIndex={-1} className="phrase-editor" aria-label={words.editTitle}>
      {own.map((phrase, index) => (
        <li key={phrase}>
          <span>{phrase}</span>
          <IconButton
            icon="up"
            label={words.up(phrase)}
            aria-disabled={index === 0 || undefined}
            onClick={() => onChange((present) => withMovedPhrase(present, phrase, -1))}
          />
          <IconButton
            icon="down"
            label={words.down(phrase)}
            aria-disabled={index === own.length - 1 || undefined}
            onClick={() => onChange((present) => withMovedPhrase(present, phrase, 1))}
          />
          <IconButton
            icon="trash"
            label={words.remove(phrase)}
            onClick={() => {
              onChange((present) => withoutPhrase(present, phrase));
              list.current?.focus();
            }}
          />
        </li>
      ))}
    </ul>
  );
}
