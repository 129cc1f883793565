import { type RefObject, useState } from 'react';
import { Button } from '../components/button.tsx';
import { useWide } from '../components/use-wide.ts';
import { pick } from '../i18n/locale.ts';
import { phraseWords } from '../i18n/phrases.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { insertText } from './insert-text.ts';
import { LONGEST_PHRASE, MOST_PHRASES, whyUnfit, withPhrase } from './own-phrases.ts';
import { PhraseChips } from './phrase-chips.tsx';
import { PhraseEditor } from './phrase-editor.tsx';
import { PhraseMenu } from './phrase-menu.tsx';
import { usePhrases } from './use-phrases.ts';

/** From this width on phrases fold into a menu; a thumb has them in sight. */
const DESK = 720;

type PhrasesProps = {
  readonly act: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
};

/** Phrases to put into a box, and the way to keep what was written as one. */
export function Phrases({ act, box, text }: PhrasesProps) {
  const locale = useLocale();
  const words = useWords(phraseWords);
  const { list, out, failed, change } = usePhrases();
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState('');
  const wide = useWide(DESK);
  if (list === undefined) return out ? null : <div className="phrases" />;
  const { own } = list;
  const company = (list.company[act] ?? []).map((phrase) => pick(phrase, locale));
  const put = (phrase: string) => {
    if (box.current !== null) insertText(box.current, phrase);
  };
  const unfit = whyUnfit(text, own);
  const keep = async () => {
    if (unfit === 'long') return setSaid(words.tooLong(LONGEST_PHRASE));
    if (unfit === 'full') return setSaid(words.full(MOST_PHRASES));
    setSaid(
      (await change((present) => (whyUnfit(text, present) ? present : withPhrase(present, text)))) ? words.kept : '',
    );
  };
  const Choice = wide ? PhraseMenu : PhraseChips;
  return (
    <div className="phrases">
      <Choice company={company} own={own} onChoose={put} />
      <span className="phrases-tools">
        {unfit !== 'empty' && unfit !== 'known' && (
          <Button tone="plain" icon="star" onClick={() => void keep()}>
            {words.keep}
          </Button>
        )}
        {own.length > 0 && (
          <Button tone="plain" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {editing ? words.done : words.edit}
          </Button>
        )}
      </span>
      {editing && own.length > 0 && <PhraseEditor own={own} onChange={(to) => void change(to)} />}
      <p className="small soft" role="status">
        {failed ? words.failed : said}
      </p>
    </div>
  );
}
