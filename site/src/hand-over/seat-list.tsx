import type { HandOverItem } from '../../../schemas/generated/api.ts';
import { Chip } from '../components/chip.tsx';
import { handOverWords, isWhy } from '../i18n/hand-over.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { keyOf } from './use-hand-over.ts';

export interface SeatListProps {
  readonly items: readonly HandOverItem[];
  readonly moved: ReadonlySet<string>;
}

/** What would move, what has moved, and what cannot and why. */
export function SeatList({ items, moved }: SeatListProps) {
  const locale = useLocale();
  const words = useWords(handOverWords);
  return (
    <ul className="hand-over-list" aria-labelledby="seats">
      {items.map((item) => (
        <li key={keyOf(item)} className="card hand-over-seat">
          <div className="hand-over-case">
            <a className="small tabular" href={page('/case/', locale, { id: item.case })}>
              {item.number}
            </a>
            <strong>{item.subject}</strong>
          </div>
          <span className="small">
            {pick(item.process, locale)} · {pick(item.title, locale)}
          </span>
          <span className="hand-over-marks">
            <Chip>{item.waiting ? words.waiting : words.open}</Chip>
            <Outcome item={item} moved={moved.has(keyOf(item))} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ item, moved }: { readonly item: HandOverItem; readonly moved: boolean }) {
  const words = useWords(handOverWords);
  if (moved)
    return (
      <Chip tone="agree" icon="check">
        {words.moved}
      </Chip>
    );
  if (item.ok) return <Chip tone="accent">{words.will}</Chip>;
  const why = item.params?.why;
  return (
    <Chip tone="return" icon="alert">
      {words.why[isWhy(why) ? why : 'other']}
    </Chip>
  );
}
