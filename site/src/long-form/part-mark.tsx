import { Icon } from '../components/icon.tsx';
import { longFormWords } from '../i18n/long-form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { Tally } from './progress.ts';

/** How a part stands: wrong, filled in, or how much is left. A part that asks for nothing says nothing. */
export function PartMark({ needed, done, wrong }: Tally) {
  const words = useWords(longFormWords);
  if (wrong > 0) {
    return (
      <span className="part-mark part-wrong">
        <Icon name="alert" size={16} />
        <span aria-hidden="true">{wrong}</span>
        <span className="unseen">{words.partWrong(wrong)}</span>
      </span>
    );
  }
  if (needed === 0) return null;
  if (done === needed) {
    return (
      <span className="part-mark part-done">
        <Icon name="check" size={16} />
        <span className="unseen">{words.partDone}</span>
      </span>
    );
  }
  return (
    <span className="part-mark">
      <span aria-hidden="true">
        {done}/{needed}
      </span>
      <span className="unseen">{words.partLeft(needed - done)}</span>
    </span>
  );
}
