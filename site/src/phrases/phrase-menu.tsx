import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { isComposing } from '../components/composing.ts';
import { Icon } from '../components/icon.tsx';
import { useFloating } from '../fields/use-floating.ts';
import { phraseWords } from '../i18n/phrases.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { PhraseChoiceProps } from './phrase-chips.tsx';

/** A button that opens the list of phrases (ARIA select-only combobox: the focus stays on the button). */
export function PhraseMenu({ company, own, onChoose }: PhraseChoiceProps) {
  const words = useWords(phraseWords);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [active, setActive] = useState<number>();
  const open = active !== undefined;
  const list = useFloating(open, button);
  const phrases = [...new Set([...own, ...company])];
  const choose = (index: number) => {
    const phrase = phrases[index];
    setActive(undefined);
    if (phrase !== undefined) onChoose(phrase);
  };
  const move = (to: number) => setActive(Math.min(Math.max(to, 0), Math.max(phrases.length - 1, 0)));
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(open ? active + 1 : 0),
    ArrowUp: () => move(open ? active - 1 : phrases.length - 1),
    Home: () => open && move(0),
    End: () => open && move(phrases.length - 1),
    Enter: () => (open ? choose(active) : move(0)),
    ' ': () => (open ? choose(active) : move(0)),
    Escape: () => setActive(undefined),
  };
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key];
    // Closed, Escape belongs to the dialog around.
    if (act === undefined || isComposing(event.nativeEvent) || (event.key === 'Escape' && !open)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <span className="phrase-menu">
      <button
        ref={button}
        type="button"
        role="combobox"
        className="button button-plain"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={id}
        aria-label={words.phrases}
        aria-activedescendant={open && phrases.length > 0 ? `${id}-${active}` : undefined}
        onClick={() => setActive(open ? undefined : 0)}
        onKeyDown={press}
        onBlur={() => setActive(undefined)}
      >
        <Icon name="comment" size={18} />
        {words.phrases}
        <Icon name="down" size={16} />
      </button>
      <div ref={list} popover="manual" className="combobox-list" onPointerDown={(event) => event.preventDefault()}>
        <div id={id} role="listbox" aria-label={words.phrases}>
          {phrases.map((phrase, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the button, which names the active phrase
            // biome-ignore lint/a11y/useKeyWithClickEvents: the button handles the keys
            <div
              key={phrase}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className="combobox-option"
              ref={index === active ? intoSight : undefined}
              onClick={() => choose(index)}
            >
              {(index === 0 || index === own.length) && (
                <span className="combobox-group">{index < own.length ? words.own : words.company}</span>
              )}
              <span>{phrase}</span>
            </div>
          ))}
        </div>
        {phrases.length === 0 && <p className="combobox-note">{words.none}</p>}
      </div>
    </span>
  );
}

const intoSight = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });
