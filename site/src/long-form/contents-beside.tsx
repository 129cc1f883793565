import { longFormWords } from '../i18n/long-form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { Contents, type ContentsProps } from './contents.tsx';
import type { Tally } from './progress.ts';

/** Where there is room the contents stand beside the form. */
export function ContentsBeside({ tally, ...contents }: ContentsProps & { readonly tally: Tally }) {
  const words = useWords(longFormWords);
  return (
    <aside className="long-side">
      <div className="contents-beside">
        {tally.needed > 0 && <p className="contents-tally">{words.filled(tally.done, tally.needed)}</p>}
        <Contents {...contents} />
      </div>
    </aside>
  );
}
