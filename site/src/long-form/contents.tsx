import { longFormWords } from '../i18n/long-form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { PartMark } from './part-mark.tsx';
import type { FormPart } from './parts.ts';

export type ContentsProps = {
  readonly parts: readonly FormPart[];
  /** Key of the part that is being read or filled in. */
  readonly current: string | undefined;
  /** The parts are steps, one after the other. */
  readonly numbered: boolean;
  readonly onJump: (part: FormPart) => void;
};

/** The parts of the form, how each of them stands, and the way there. */
export function Contents({ parts, current, numbered, onJump }: ContentsProps) {
  const words = useWords(longFormWords);
  return (
    <nav aria-label={words.contents}>
      <ol className="contents">
        {parts.map((part, index) => (
          <li key={part.key}>
            <a
              href={`#${part.id}`}
              aria-current={part.key === current ? (numbered ? 'step' : 'location') : undefined}
              onClick={(event) => {
                event.preventDefault();
                onJump(part);
              }}
            >
              {numbered && <span className="contents-number">{index + 1}</span>}
              <span className="contents-name">{part.name}</span>
              <PartMark needed={part.needed} done={part.done} wrong={part.wrong} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
