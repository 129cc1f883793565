import { useId, useRef } from 'react';
import { Icon } from '../components/icon.tsx';
import { longFormWords } from '../i18n/long-form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { Contents, type ContentsProps } from './contents.tsx';
import type { Tally } from './progress.ts';

/** On a phone the contents open from below; the button says how far one is. */
export function ContentsSheet({ tally, ...contents }: ContentsProps & { readonly tally: Tally }) {
  const words = useWords(longFormWords);
  const id = useId();
  const sheet = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" className="button button-plain contents-open" popoverTarget={id}>
        <Icon name="book" size={18} />
        <span>{words.contents}</span>
        {tally.needed > 0 && (
          <span className="soft">
            <span className="contents-short" aria-hidden="true">
              {tally.done}/{tally.needed}
            </span>
            <span className="contents-full">{words.filled(tally.done, tally.needed)}</span>
          </span>
        )}
      </button>
      <div ref={sheet} id={id} popover="auto" className="action-menu contents-sheet">
        <Contents
          {...contents}
          onJump={(part) => {
            sheet.current?.hidePopover();
            contents.onJump(part);
          }}
        />
      </div>
    </>
  );
}
