import type { Command } from 'prosemirror-state';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../site/src/components/button.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { linkTo } from './editor.ts';
import { RICH_LINK } from './kind-blocks.ts';

type LinkToolProps = {
  /** Undefined: thought better of it. */
  readonly onLink: (command: Command | undefined) => void;
};

/** Asks for the address of a link; an empty one takes the link off. */
export function LinkTool({ onLink }: LinkToolProps) {
  const words = useWords(formWords);
  const [href, setHref] = useState('');
  const address = href.trim() === '' || href.includes(':') ? href.trim() : `https://${href.trim()}`;
  const right = address === '' || RICH_LINK.test(address);
  const done = () => {
    if (right) onLink(linkTo(address));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') done();
    else onLink(undefined);
  };
  return (
    <div className="rich-text-link">
      <input
        className="input"
        type="url"
        // biome-ignore lint/a11y/noAutofocus: opened by its own button
        autoFocus
        inputMode="url"
        autoComplete="url"
        aria-label={words.linkAddress}
        aria-invalid={!right || undefined}
        placeholder="https://"
        value={href}
        onChange={({ target }) => setHref(target.value)}
        onKeyDown={keys}
      />
      <Button onClick={done}>{words.applyLink}</Button>
      <Button tone="plain" onClick={() => onLink(undefined)}>
        {words.dropLink}
      </Button>
    </div>
  );
}
